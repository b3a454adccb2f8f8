internal import Records

/// What became of one invented request of a month, from its number and the seed alone.
struct SampleMonthStory: Sendable {
  struct Step: Sendable {
    let kind: VisitEventKind
    /// After the first.
    let minutes: Int
    let channel: VisitChannel?
    let grade: EvidenceGrade
    let change: @Sendable (inout VisitDetails) -> Void

    init(
      _ kind: VisitEventKind, _ minutes: Int, _ channel: VisitChannel? = .inPerson, _ grade: EvidenceGrade = .c,
      _ change: @escaping @Sendable (inout VisitDetails) -> Void = { _ in }
    ) {
      (self.kind, self.minutes, self.channel, self.grade, self.change) = (kind, minutes, channel, grade, change)
    }
  }

  let number: Int
  let place: Int
  let daysAgo: Int
  let minute: Int
  let tie: ClientTie
  let g28: G28Status
  let mode: VisitMode
  let steps: [Step]

  init(_ number: Int, places: Int, _ plan: SampleMonth.Plan) {
    var random = SplitMix64(seed: plan.seed, item: UInt64(1000 + number))
    self.number = number
    // Some places have many requests, most have few.
    place = min(random.below(places), random.below(places))
    daysAgo = random.pick(1...max(1, plan.days))
    minute = 8 * 60 + random.below(8 * 60)
    tie = random.below(3) == 0 ? .retained : .prospective
    g28 = tie == .retained ? .filed : .none
    mode = [VisitMode.contact, .contact, .contact, .noContact, .video, .call][random.below(6)]
    // Each place has its own share of refusals.
    let strict = 8 + (place * 37) % 40
    steps = Self.steps(&random, isAtDoor: mode == .contact || mode == .noContact, strict: strict)
  }

  private static func steps(_ random: inout SplitMix64, isAtDoor: Bool, strict: Int) -> [Step] {
    let grade = [EvidenceGrade.a, .b, .b, .c, .c, .c, .d][random.below(7)]
    let chance = random.below(100)
    guard isAtDoor else {
      var steps = [
        Step(.submitted, 0, .email, .a) { $0.written = true }, Step(.delivered, 2, .email, .a),
      ]
      if chance < strict {
        steps.append(Step(.denied, 300 + random.below(2000), .email, .a) { $0.because = .some(.noLegalVisits) })
      } else if chance < strict + 12 {
        steps.append(Step(.noAnswer, 4400, .email, .c))
      } else if chance < 90 {
        let answer = 60 + random.below(2400)
        steps.append(Step(.scheduled, answer, .email, .a))
        steps.append(
          chance < 80
            ? Step(.completed, answer + 600 + random.below(2000), .phone, grade)
            : Step(.clientMoved, answer + 500, .phone, grade))
      }
      return steps
    }
    var steps = [Step(.arrived, 0)]
    let wait = 5 + random.below(random.below(4) == 0 ? 200 : 55)
    if chance < strict {
      let reasons: [TurnedAwayBecause] = [.noLegalVisits, .prospective, .noG28, .none, .closed, .none]
      let because = reasons[random.below(reasons.count)]
      steps.append(Step(.refused, wait, .inPerson, grade) { $0.because = because })
      steps.append(Step(.left, wait + 3))
    } else if chance < strict + 4 {
      steps += [Step(.closed, wait, .inPerson, grade), Step(.left, wait + 3)]
    } else if chance < strict + 8 {
      steps += [Step(.clientMoved, wait, .inPerson, grade), Step(.left, wait + 5)]
    } else if chance < 96 {
      let length = 15 + random.below(75), isHeard = random.below(6) == 0
      steps += [
        Step(.letIn, wait, .inPerson, grade),
        Step(.roomObserved, wait + 5, .inPerson, grade) {
          $0.doorOpen = isHeard
          $0.officerWithinHearing = isHeard
          $0.contact = true
        },
        Step(.completed, wait + length, .inPerson, grade),
      ]
    }
    return steps
  }
}

/// What was seen of one place on one day of a month.
enum SampleMonthDay {
  static func sightings(place: Int, daysAgo: Int, _ plan: SampleMonth.Plan) -> [SampleSighting] {
    var random = SplitMix64(seed: plan.seed, item: UInt64(1_000_000 + place * 1000 + daysAgo))
    let grade = [EvidenceGrade.a, .b, .b, .c][random.below(4)]
    let strict = 10 + (place * 37) % 35
    let chance = random.below(100)
    func one(
      _ kind: PlaceEventKind, _ from: Int, _ to: Int? = nil, by: String = "Sample Watcher",
      standing: Observer.Standing = .observer, sure: Bool? = nil
    ) -> SampleSighting {
      SampleSighting(
        kind, daysAgo, from, to, by: by, standing: standing, grade: grade, closedOtherwise: sure)
    }
    // Nobody watches a fourth of the days.
    if random.below(4) == 0 { return [] }
    if chance < strict / 3 { return [one(.closedObserved, 0, 1440)] }
    if chance < strict { return [one(.openObserved, 480, 480 + 120 + random.below(300), sure: true)] }
    if chance < strict + 8 {
      let closes = 600 + random.below(180)
      var seen = [
        one(.openObserved, 480, closes), one(.closed, closes), one(.reopened, closes + 60 + random.below(120)),
      ]
      switch random.below(3) {
      case 0: seen.append(one(.closureNotified, closes + 30, by: "Sample Counsel", standing: .plaintiffsCounsel))
      case 1: seen.append(one(.notNotified, closes + 400, by: "Sample Counsel", standing: .plaintiffsCounsel))
      default: break
      }
      return seen
    }
    if chance < strict + 20 { return [one(.openObserved, 600, 720 + random.below(120))] }
    return [one(.openObserved, 480, 960 + random.below(60)), one(.hoursPosted, 480, 960)]
  }
}
