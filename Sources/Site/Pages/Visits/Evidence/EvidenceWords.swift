internal import CivilTime
internal import Gateway
internal import Markup
internal import Papers
internal import Phrasebook
internal import Records
internal import Services

/// What is told of files, the same on every page and in every paper.
struct EvidenceWords {
  let phrases: Phrases
  let zone: Zone

  private var words: EvidencePhrases { phrases.visits.evidence }

  /// What it is, as somebody said; for a mail without such words, its subject.
  func title(_ file: Evidence) -> String {
    let said = file.told?.what ?? ""
    return said.isEmpty ? words.kinds[file.kind] : said
  }

  func came(_ file: Evidence) -> String {
    let at = phrases.moment(file.recordedAt, in: zone)
    return file.recordedBy.map { words.added($0, at) } ?? words.arrived(at)
  }

  func withdrawn(_ withdrawal: Evidence.Withdrawal) -> [String] {
    [words.withdrawn(withdrawal.by, phrases.moment(withdrawal.at, in: zone))]
      + (withdrawal.reason.map { [words.reason($0)] } ?? [])
  }

  func made(_ file: Evidence) -> [String] {
    var lines: [String] = []
    if let maker = file.told?.maker { lines.append(words.madeBy(maker)) }
    if let at = file.madeAt {
      lines.append(
        words.madeAt(
          at.precision == .day ? phrases.day(zone.local(at.moment).day) : phrases.moment(at.moment, in: zone)))
    }
    return lines
  }

  /// What the file says of itself, as its own words.
  func says(_ file: Evidence) -> [String] {
    guard let told = file.told else { return [words.locked] }
    let says = told.says
    let parts: [String?] = [
      told.fileName.map { words.fileName($0) }, says.takenAt.map { words.saysTaken($0) },
      says.pages.map { phrases.counted($0, words.pages) }, says.from.map { words.saysFrom($0) },
      says.date.map { words.saysDate($0) }, says.subject.map { words.saysSubject($0) },
      says.messageID.map { words.saysMessage($0) },
    ]
    var lines = parts.compactMap(\.self)
    if let count = says.attachments, count > 0 { lines.append(phrases.counted(count, words.attachments)) }
    if says.hadPlace == true { lines.append(words.saysPlace) }
    return lines
  }

  func size(_ file: Evidence) -> String {
    words.size(words.kinds[file.kind] + " (" + words.ways[file.way] + ")", phrases.number(file.bytes) + " bytes")
  }

  func grade(_ file: Evidence) -> String {
    phrases.visits.status.grade(phrases.visits.words.grades[file.grade])
  }

  /// The files that a declaration may name, by their letters.
  static func exhibits(_ matter: VisitMatter) -> [PaperExhibit] {
    matter.evidence.enumerated().compactMap { index, file in
      guard file.withdrawal == nil else { return nil }
      let words = EvidenceWords(phrases: .english, zone: matter.zone)
      var what = words.title(file)
      if let maker = file.told?.maker { what += ", made by \(maker)" }
      return PaperExhibit(letter: Evidence.letter(index), what: what, sha256: file.hash)
    }
  }
}

/// Files and withdrawals as entries of the story.
struct EvidenceStory {
  let phrases: Phrases
  let matter: VisitMatter

  var entries: [(at: Timestamp, rank: Int, id: Int64, node: Node)] {
    var entries: [(at: Timestamp, rank: Int, id: Int64, node: Node)] = []
    for (index, file) in matter.evidence.enumerated() {
      let letter = phrases.visits.evidence.exhibit(Evidence.letter(index))
      entries.append((file.recordedAt, 1, file.id, came(file, letter)))
      if let withdrawal = file.withdrawal {
        entries.append((withdrawal.at, 2, file.id, withdrawn(withdrawal, letter)))
      }
    }
    return entries
  }

  private var words: EvidenceWords { EvidenceWords(phrases: phrases, zone: matter.zone) }

  private func came(_ file: Evidence, _ letter: String) -> Node {
    li {
      h3(file.withdrawal == nil ? .class("kind") : .class("gone")) { letter + " · " + words.title(file) }
      p { words.came(file) }
      p(.class("quiet long")) { phrases.visits.evidence.sha(file.hash) }
    }
  }

  private func withdrawn(_ withdrawal: Evidence.Withdrawal, _ letter: String) -> Node {
    li {
      h3(.class("kind")) { letter }
      for line in words.withdrawn(withdrawal) { p { line } }
    }
  }
}

/// All files of a request in the chronology, those that were withdrawn too.
struct EvidenceTable: HTML {
  let phrases: Phrases
  let matter: VisitMatter

  var body: Node {
    Node.of {
      if !matter.evidence.isEmpty {
        h2 { phrases.visits.evidence.title }
        table {
          tbody { for (index, file) in matter.evidence.enumerated() { row(index, file) } }
        }
      }
    }
  }

  private func row(_ index: Int, _ file: Evidence) -> Node {
    let words = EvidenceWords(phrases: phrases, zone: matter.zone)
    return tr {
      th(.scope(.row)) { phrases.visits.evidence.exhibit(Evidence.letter(index)) }
      td(.class("long")) {
        p(file.withdrawal == nil ? .class("stands") : .class("struck")) { words.title(file) }
        for line in words.made(file) + words.says(file) { p { line } }
        p { phrases.visits.evidence.sha(file.hash) }
        if let withdrawal = file.withdrawal { for line in words.withdrawn(withdrawal) { p { line } } }
        p(.class("small")) { words.came(file) + " · " + words.grade(file) }
      }
    }
  }
}
