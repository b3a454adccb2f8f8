internal import CivilTime
internal import CounselRules
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// The law that a finding is about: its words, where it is written, from when to when, and what is not certain of it.
struct ReviewLawView: HTML {
  let phrases: Phrases
  let matter: ReviewMatter

  private var words: ReviewCasePhrases { phrases.review.one }

  var body: Node {
    section {
      h2 { words.law }
      if let plain = matter.rule.flatMap({ $0.plain[phrases.language.code] ?? $0.plain["en"] }) {
        p { strong { plain } }
      }
      p { [matter.rule?.cite, matter.line.rule].compactMap(\.self).joined(separator: " · ") }
      if let law = matter.law { dates(law) }
      if let law = matter.law, let verification = law.lastVerified, law.isTextVerified {
        p(.class("quiet")) { words.verified(verification.by, phrases.day(verification.on)) }
      } else {
        p(.class("notice")) { words.notVerified }
      }
      if let law = matter.law, !law.openQuestions.isEmpty {
        details(.class("more")) {
          summary { words.openQuestions }
          // The rulebook has these in English alone, as its sources are.
          ul(.lang("en")) { for question in law.openQuestions { li { question } } }
        }
      }
    }
  }

  @HTMLBuilder private func dates(_ law: Rule) -> Node {
    if let docket = law.authority.docket { p { words.docket(docket) } }
    for sentence in Self.dates(law, phrases) { p { sentence } }
    if !law.authority.sources.isEmpty {
      p(.class("quiet")) { words.sources(law.authority.sources.joined(separator: "; ")) }
    }
  }

  /// From when to when it is in force, and what nobody checked of that.
  static func dates(_ law: Rule, _ phrases: Phrases) -> [String] {
    let words = phrases.review.one
    let end = law.to.map { words.to(bound($0, phrases)) } ?? words.noEnd
    return [
      law.from.map { words.from(bound($0, phrases)) } ?? words.noFrom,
      law.isEndVerified ? end : end + " " + words.endUnverified,
    ]
  }

  /// A day, or two where the sources differ; with the hour where it matters.
  private static func bound(_ bound: Bound, _ phrases: Phrases) -> String {
    func text(_ time: LocalTime) -> String {
      time.minuteOfDay == 0
        ? phrases.day(time.day) : phrases.day(time.day) + ", " + phrases.clock(minute: time.minuteOfDay)
    }
    return bound.isExact
      ? text(bound.earliest) : phrases.review.one.between(text(bound.earliest), text(bound.latest))
  }
}

/// How the finding came about, what speaks against it, and the evidence it stands on.
struct ReviewComputationView: HTML {
  let phrases: Phrases
  let matter: ReviewMatter

  private var words: ReviewCasePhrases { phrases.review.one }

  var body: Node {
    Node.of {
      if let finding = matter.finding {
        section {
          h2 { words.computation }
          for sentence in sentences(finding) { p { sentence } }
          if !facts(finding).isEmpty { p(.class("quiet")) { phrases.visits.counsel.restsOn(facts(finding)) } }
          if matter.states.count > 1 { changes }
        }
        against(finding)
        evidence(finding)
      }
    }
  }

  private func sentences(_ finding: Finding) -> [String] {
    let words = phrases.findings
    var lines = [phrases.sentence(for: finding, in: matter.zone)]
    lines += finding.reasons.filter { !Self.isCounter($0) }.map { phrases.sentence(for: $0, event: name(ofEvent:)) }
    lines += finding.outcome.missing.map { words.missing(words.question(for: $0)) }
    lines += finding.readings.map { words.readAs(words.name(of: $0.name), words.name(of: $0.outcome)) }
    return lines
  }

  /// What the facility could say: facts that clear or soften, and observations that contradict each other.
  private static func isCounter(_ reason: Reason) -> Bool {
    switch reason {
    case .counterFact, .contested, .notProtected, .roleUnverified, .otherSpace, .contestedDay, .absenceNotKnown,
      .standardUnsettled, .standardNotModelled:
      true
    default: false
    }
  }

  private func against(_ finding: Finding) -> Node {
    let counter = finding.reasons.filter(Self.isCounter)
    return section {
      h2 { words.against }
      if counter.isEmpty { p { words.nothingAgainst } }
      for reason in counter { p { phrases.sentence(for: reason, event: name(ofEvent:)) } }
    }
  }

  private func evidence(_ finding: Finding) -> Node {
    section {
      h2 { words.evidence }
      p { finding.grade.map { words.weakest(phrases.findings.name(of: $0)) } ?? words.noGrade }
      p { matter.files.isEmpty ? words.noFiles : phrases.counted(matter.files.count, words.files) }
      if !matter.files.isEmpty {
        ul {
          for file in matter.files {
            li(.class("long")) {
              words.file(phrases.visits.evidence.kinds[file.kind], file.grade.rawValue, hex(file.sha256))
              if file.isWithdrawn { " – " + words.withdrawn }
            }
          }
        }
      }
    }
  }

  private var changes: Node {
    details(.class("more")) {
      summary { words.changes }
      ul {
        for state in matter.states {
          li {
            matter.isOpened
              ? phrases.moment(state.foundAt, in: matter.zone) : phrases.day(matter.zone.local(state.foundAt).day)
            ": "
            state.finding.map { phrases.visits.counsel.outcomes[$0.outcome.kind] } ?? words.nowGone
          }
        }
      }
    }
  }

  private func facts(_ finding: Finding) -> String {
    let used = finding.facts.filter { id in
      matter.events.contains { String($0.id) == id } || matter.placeEvents.contains { String($0.id) == id }
    }
    return phrases.list(used.map(name(ofEvent:)))
  }

  /// What happened, without the minute.
  private func name(ofEvent id: String) -> String {
    if let event = matter.placeEvents.first(where: { String($0.id) == id }) {
      return phrases.visits.places.kinds[event.kind]
    }
    guard let event = matter.events.first(where: { String($0.id) == id }) else { return phrases.findings.event(id) }
    return phrases.visits.words.kinds[event.kind]
  }

  private func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
