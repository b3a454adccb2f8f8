internal import CivilTime
internal import Gateway
internal import Linkage
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// What a search comes to, as JSON: the same facts as the page, no weights and nothing of the record's own.
struct SearchAnswer: Encodable {
  let outcome: String
  var records: [Record]?
  var advice: Advice?

  init(_ outcome: SearchOutcome, aNumber: String?, phrases: Phrases, origin: Origin) {
    switch outcome {
    case .found(let person):
      self.outcome = "found"
      records = [Record(person, phrases, origin)]
    case .notFound(let advice):
      self.outcome = "notFound"
      self.advice = Advice(advice, phrases, origin)
    }
  }

  struct Record: Encodable {
    let invented: Bool
    let situation: String
    let title: String
    var text: String?
    var facility: FacilityBrief?
    var placeText: String?
    var happened: Happened?
    var reportedAt: String?
    var source: String?
    var contradicted: Bool?
    let fits: [String]
    let misfits: [String]
    var nameIsCommon: String?

    init(_ person: FoundPerson, _ phrases: Phrases, _ origin: Origin) {
      let situation = Situation(person.custody)
      invented = person.isSample
      self.situation = "\(situation)"
      title = situation.heading(phrases.result)
      text = situation.text(phrases.result)
      if let custody = person.custody {
        facility = custody.facility.map { FacilityBrief($0, phrases, origin) }
        placeText = custody.placeText
        happened = Happened(custody.happened)
        reportedAt = custody.reportedAt.iso
        source = custody.sourceKind.rawValue
        contradicted = custody.contradicted
      }
      fits = phrases.fits(person.told)
      misfits = phrases.misfits(person.told)
      nameIsCommon = person.commonness.map(phrases.result.told.sentence(for:))
    }
  }

  struct Happened: Encodable {
    let precision: String
    var at: String?

    init(_ time: EventTime) {
      switch time {
      case .minute(let moment):
        precision = "minute"
        at = moment.iso
      case .day(let day):
        precision = "day"
        at = day.iso
      case .month(let year, let month):
        precision = "month"
        at = CivilDate(year: year, month: month, day: 1).map { String($0.iso.prefix(7)) }
      case .unknown: precision = "unknown"
      }
    }
  }

  struct Advice: Encodable {
    let title: String
    let text: String
    var dataAsOf: String?
    let freshness: [Freshness]
    let reasons: [Reason]
    let locatorSpellings: [Spelling]
    let lookAgain: [String]
    let steps: [Step]

    init(_ advice: NotFoundAdvice, _ phrases: Phrases, _ origin: Origin) {
      title = phrases.notFound.title
      text = phrases.notFound.lead
      dataAsOf = advice.dataAsOf?.iso
      freshness = advice.freshness.map { Freshness(source: $0.sourceKind.rawValue, newest: $0.newest.iso) }
      reasons = advice.reasons.map {
        let words = $0.words(phrases.notFound)
        return Reason(reason: $0.rawValue, title: words.title, text: words.text)
      }
      locatorSpellings = advice.locatorSpellings.map { Spelling(first: $0.first, last: $0.last) }
      lookAgain = advice.lookAgain.map(\.iso)
      steps = Ladder.steps(phrases).map { Step($0, origin) }
    }

    struct Freshness: Encodable {
      let source: String
      let newest: String
    }

    struct Reason: Encodable {
      let reason: String
      let title: String
      let text: String
    }

    struct Spelling: Encodable {
      let first: String
      let last: String
    }
  }

  /// One step of the ladder.
  struct Step: Encodable {
    let title: String
    let text: String
    var warning: String?
    var phones: [String] = []
    var addresses: [String] = []

    init(_ step: Ladder.Step, _ origin: Origin) {
      title = step.words.title
      text = step.words.text
      warning = step.warning
      for action in step.actions {
        switch action {
        case .call(let number): phones.append(number)
        case .site(let link, _): addresses.append(link.url)
        case .page(let route, _): addresses.append(origin.description + route.path)
        }
      }
    }
  }
}

extension NotFoundReason {
  func words(_ phrases: NotFoundPhrases) -> ReasonPhrases {
    switch self {
    case .freshArrest: phrases.freshArrest
    case .minor: phrases.minor
    case .nameWrittenOtherwise: phrases.nameWrittenOtherwise
    case .transfer: phrases.transfer
    case .otherCustody: phrases.otherCustody
    case .moreNeeded: phrases.moreNeeded
    case .noLongerHeld: phrases.noLongerHeld
    case .oldRecords: phrases.oldRecords
    }
  }
}
