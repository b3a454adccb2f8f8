internal import CivilTime
internal import CounselRules
internal import Papers
internal import Phrasebook
internal import Records
package import Services
internal import Stores

/// The documents of a bundle, in English: courts and opponents read them. Names of files are plain, and the index says what
/// each is.
package struct BundleDocuments {
  private let matter: BundleMatter
  private let isPractice: Bool
  private var phrases: Phrases { .english }

  package init(_ matter: BundleMatter, isPractice: Bool) { (self.matter, self.isPractice) = (matter, isPractice) }

  package var files: [BundleFile] {
    var files = [
      BundleFile("findings.csv", what: "Findings, each with its rule, outcome and review", text: findings),
      BundleFile("contrary.md", what: "What speaks against: terms that were met, findings not upheld", text: contrary),
      BundleFile("left-off.md", what: "What stays off this bundle, and why", text: leftOff),
      BundleFile("audit.jsonl", what: "Entries of the audit log about the requests and files in here", text: audit),
      BundleFile(
        "checkpoints.txt", what: "Signed checkpoints of the audit log",
        text: matter.checkpoints.map { $0 + "\n" }.joined()),
    ]
    for rule in matter.rules {
      files.append(
        BundleFile(
          "rules/\(rule.id.name).\(rule.id.version).json", what: "Rule \(rule.id): \(rule.cite)", text: rule.text))
    }
    for place in matter.places {
      let folder = "places/\(place.facility.code)", words = BundlePlace(phrases: phrases, place: place)
      files.append(BundleFile("\(folder)/days.csv", what: "\(place.facility.name): each day", text: words.days))
      files.append(
        BundleFile("\(folder)/chronology.md", what: "\(place.facility.name): what was seen", text: words.chronology))
    }
    for request in matter.requests { files += BundleRequest(phrases: phrases, request: request).files }
    let index = index(of: files)
    return files + [
      BundleFile(
        "README.md", what: "", text: BundleReadme(matter: matter, phrases: phrases, isPractice: isPractice).text),
      BundleFile("index.md", what: "", text: index),
    ]
  }

  // MARK: Index

  private func index(of files: [BundleFile]) -> String {
    var lines = ["# Index", "", "| file | what it is |", "|---|---|"]
    lines.append("| index.md | This list |")
    lines.append("| README.md | What this is, how to check it, what was left out |")
    for file in files.sorted(by: { $0.name < $1.name }) {
      lines.append("| \(file.name) | \(BundleText.cell(file.what)) |")
    }
    for request in matter.requests {
      for (index, file) in (request.opened?.evidence ?? []).enumerated() where file.withdrawal == nil {
        let words = EvidenceWords(phrases: phrases, zone: request.zone)
        lines.append(
          "| \(BundleService.evidenceName(request, index, file)) | \(BundleText.cell("Exhibit \(Evidence.letter(index)): \(words.title(file))")) |"
        )
      }
    }
    lines.append("| installation.pem | The public key of the installation that made this |")
    lines.append("| manifest.sha256 | SHA-256 of every other file |")
    lines.append("| manifest.sig | Ed25519 signature of manifest.sha256 |")
    lines += ["", "## Requests", "", "| number | reference | place | written on | attorney |", "|---|---|---|---|---|"]
    for request in matter.requests {
      let reference = request.opened?.request.reference ?? "not opened"
      lines.append(
        "| \(request.number) | \(reference) | \(BundleText.cell(request.facility.name)) | \(request.row.day.iso) | \(attorney(request)) |"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func attorney(_ request: BundleMatter.Request) -> String {
    request.row.attorney.map { "pseudonym \($0)" } ?? "without a pseudonym"
  }

  // MARK: Findings

  private var all: [(subject: String, zone: Zone, finding: BundleFinding)] {
    matter.places.flatMap { place in place.findings.map { (place.facility.code, place.zone, $0) } }
      + matter.requests.flatMap { request in
        request.findings.map { ("request \(request.number)", request.zone, $0) }
      }
  }

  private var findings: String {
    var text = BundleText.row([
      "about", "day_or_time", "rule", "authority", "citation", "term", "outcome", "severity", "evidence_grade",
      "review",
      "decisions", "reasons",
    ])
    for (subject, zone, one) in all {
      let finding = one.finding
      text += BundleText.row([
        subject, when(finding, zone), finding.rule.description, finding.authority.rawValue, one.cite, one.plain,
        finding.outcome.kind.rawValue, finding.severity.rawValue, finding.grade?.rawValue ?? "", Self.review(one),
        one.verdicts.map { "\($0.verdict) on \($0.at.internet) by account:\($0.account)" }.joined(separator: "; "),
        finding.reasons.map { phrases.sentence(for: $0) }.joined(separator: " "),
      ])
    }
    return text
  }

  private func when(_ finding: Finding, _ zone: Zone) -> String {
    if case .day(_, let day) = finding.subject { return day.iso }
    return phrases.moment(finding.at, in: zone)
  }

  /// What people made of it. Where nobody has looked it is an indicator and nothing more.
  static func review(_ one: BundleFinding) -> String {
    switch one.state {
    case .upheld: "upheld"
    case .notUpheld: "not upheld"
    case .unclear: "reviewed, and unclear"
    case .second: "upheld by one reviewer; a second has to look"
    case .differ: "reviewers do not agree"
    case .open, .waiting, .gone: "an indicator that nobody has decided"
    case nil: one.finding.outcome == .breached ? "an indicator that nobody has decided" : ""
    }
  }

  private var contrary: String {
    var lines = [
      "# What speaks against", "",
      "Within the scope of this bundle and under the rules in it. It stands here so that nobody has to ask for it.", "",
      "## Terms that were met", "",
    ]
    let met = all.filter { $0.finding.finding.outcome == .met }
    for (rule, found) in Dictionary(grouping: met, by: { $0.finding.finding.rule }).sorted(by: { $0.key < $1.key }) {
      lines.append("- \(rule), met \(found.count) \(found.count == 1 ? "time" : "times"): \(found[0].finding.plain)")
      for one in found { lines.append("  - \(one.subject), \(when(one.finding.finding, one.zone))") }
    }
    if met.isEmpty { lines.append("None was found to be met.") }
    for (title, state) in [
      ("Findings not upheld", CaseState.notUpheld), ("Findings that reviewers call unclear", .unclear),
    ] {
      lines += ["", "## \(title)", ""]
      let found = all.filter { $0.finding.state == state }
      for one in found {
        lines.append("- \(one.finding.finding.rule), \(one.subject), \(when(one.finding.finding, one.zone))")
      }
      if found.isEmpty { lines.append("None.") }
    }
    lines += ["", "## What cannot be decided because facts are missing", ""]
    let unknown = all.filter { $0.finding.finding.outcome.kind == .unknown }
    for one in unknown {
      lines.append("- \(one.finding.finding.rule), \(one.subject), \(when(one.finding.finding, one.zone))")
    }
    if unknown.isEmpty { lines.append("Nothing.") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var leftOff: String {
    var lines = ["# What stays off this bundle, and why", ""]
    let unverified = matter.leftOff.filter(\.isUnverified), judgement = matter.leftOff.filter { !$0.isUnverified }
    lines += [
      "## Rules whose text nobody has compared", "",
      "A finding under a rule whose text no named person has compared with the document, or whose force is presumed, says at most that a term was possibly broken. Such findings are not in this bundle, whatever they say. The number of each:",
      "",
    ]
    lines += unverified.map { "- \($0.id): \($0.findings). \($0.cite)" }
    if unverified.isEmpty { lines.append("None.") }
    lines += [
      "", "## Findings that are a matter of judgement", "",
      "Thresholds of this service's own, terms without a number, and emergencies are for people to look at; they show no breach of a term.",
      "",
    ]
    lines += judgement.map { "- \($0.id): \($0.findings). \($0.cite)" }
    if judgement.isEmpty { lines.append("None.") }
    let withdrawn = matter.requests.flatMap { $0.opened?.evidence ?? [] }.count { $0.withdrawal != nil }
    let closed = matter.requests.count { $0.opened == nil }
    lines += [
      "", "## Other things", "",
      "- Reviewers' reasons and notes. They are kept apart from evidence.",
      "- Requests of the reviewer's own office, or the reviewer's own: \(matter.own).",
      "- Names, exact times, words and files of the requests that the reviewer did not open for review: \(closed) of \(matter.requests.count). They are in here with pseudonyms, bands of two hours, and the hashes of their files.",
      "- Files that were withdrawn: \(withdrawn). They are listed with their hashes.",
      "- A-numbers, birth dates, countries of birth. No document that was made for this bundle has them; files of evidence are as they came.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: The log

  private var audit: String {
    matter.audit.compactMap { line -> String? in
      guard let seal = line.seal else { return nil }
      let fields: [(String, String)] = [
        ("actor", line.actor), ("at", BundleText.sixDigits(line.at)), ("facts", line.facts.joined(separator: ",")),
        ("leaf_sha256", BundleText.hex(seal.leaf)), ("object", line.object),
        ("previous_sha256", BundleText.hex(seal.previous)), ("purpose_sha256", BundleText.hex(line.purposeHash)),
      ]
      // Every field is of signs that stand for themselves in JSON.
      return "{" + fields.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",")
        + ",\"seq\":\(seal.seq),\"verb\":\"\(line.verb)\"}\n"
    }.joined()
  }
}
