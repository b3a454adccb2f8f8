internal import CivilTime
internal import Papers
internal import Phrasebook
internal import Records
internal import Services
internal import Stores

/// The documents of one request in a bundle: everything of one that was opened, of others what the review shows.
struct BundleRequest {
  let phrases: Phrases
  let request: BundleMatter.Request

  var files: [BundleFile] {
    let folder = BundleService.folder(request)
    var files = [
      BundleFile("\(folder)/chronology.md", what: "Request \(request.number): what happened", text: chronology),
      BundleFile("\(folder)/files.csv", what: "Request \(request.number): its files and their hashes", text: list),
    ]
    if let matter = request.opened {
      files.append(
        BundleFile(
          "\(folder)/declaration-draft.md", what: "Request \(request.number): a draft, nobody's word yet",
          text: declaration(matter)))
    }
    return files
  }

  // MARK: What happened

  private var chronology: String {
    var lines = ["# Request \(request.number)", "", request.facility.name + ".", ""]
    if let matter = request.opened {
      lines += [
        "Reference \(matter.request.reference). Times are by the facility's clock, \(phrases.name(of: matter.zone)). Nothing was changed or taken out: corrections stand beside what they correct.",
        "",
      ]
      lines += opened(matter)
    } else {
      lines += [
        "The reviewer did not open this request: times are the beginnings of bands of two hours by the facility's clock, \(phrases.name(of: request.zone)), and words and names are left out.",
        "",
      ]
      lines += request.events.map(banded)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func opened(_ matter: VisitMatter) -> [String] {
    let sentences = VisitSentences(phrases: phrases, zone: matter.zone), words = phrases.visits
    return matter.events.sorted { ($0.at.moment, $0.id) < ($1.at.moment, $1.id) }.map { event in
      var parts = ["\(sentences.when(event)): \(words.words.kinds[event.kind])."]
      parts += sentences.details(event)
      if let note = event.note { parts.append(phrases.quoted(note)) }
      if let successor = matter.events.first(where: { $0.corrects == event.id }) {
        parts.append(successor.kind == .takenBack ? words.status.takenBack : words.status.corrected)
      }
      parts.append("(\(sentences.source(event)))")
      return BundleText.cell("- " + parts.joined(separator: " "))
    }
  }

  private func banded(_ event: BundledEvent) -> String {
    let words = phrases.visits.words
    let when =
      event.isDay ? phrases.day(request.zone.local(event.at).day) : phrases.moment(event.at, in: request.zone)
    var parts = ["- \(when): \(words.kinds[event.kind])."]
    if let channel = event.channel { parts.append(phrases.visits.status.by(words.channels[channel]) + ".") }
    parts.append(
      "(\(event.isFirstHand ? "seen" : "told") by: \(phrases.standing(event.standing)); \(phrases.visits.status.grade(words.grades[event.grade])))"
    )
    if request.events.contains(where: { $0.corrects == event.id }) { parts.append("– corrected or taken back later") }
    return parts.joined(separator: " ")
  }

  // MARK: Files

  private var list: String {
    var text = BundleText.row(["exhibit", "in_this_bundle", "kind", "grade", "bytes", "sha256", "withdrawn"])
    if let matter = request.opened {
      for (index, file) in matter.evidence.enumerated() {
        let isHere = file.withdrawal == nil
        text += BundleText.row([
          Evidence.letter(index),
          isHere ? String(BundleService.evidenceName(request, index, file).split(separator: "/").last ?? "") : "no",
          file.kind.rawValue, file.grade.rawValue, String(file.bytes), file.hash, isHere ? "no" : "yes",
        ])
      }
    } else {
      for (index, file) in request.files.enumerated() {
        text += BundleText.row([
          Evidence.letter(index), "no", file.kind.rawValue, file.grade.rawValue, String(file.bytes),
          BundleText.hex(file.sha256), file.isWithdrawn ? "yes" : "no",
        ])
      }
    }
    return text
  }

  // MARK: Declaration

  private func declaration(_ matter: VisitMatter) -> String {
    // The signer is who asked; entries are the signer's own where the account that filed the request wrote them.
    let account = request.filedBy ?? ""
    let signer = matter.request.ask.askerName ?? account
    let paper = VisitPaper(matter, now: matter.request.createdAt)
    let declaration = Declaration(paper, signer: signer.isEmpty ? "____________________" : signer, account: account)
    var lines = [
      "**DRAFT: not a declaration until the person has read it, corrected it and signed it.**", "",
      "# \(declaration.title)",
      "", "Under 28 U.S.C. § 1746", "",
    ]
    for (index, paragraph) in declaration.paragraphs.enumerated() { lines += ["\(index + 1). \(paragraph)", ""] }
    lines += ["[Keep one of these, and delete the others.]", ""]
    for closing in declaration.closings { lines += [closing, ""] }
    lines += ["____________________ (signature)", "", "## Exhibits", ""]
    lines += declaration.exhibits.map { "- \($0)" }
    if declaration.exhibits.isEmpty { lines.append("[List each document that you attach, and what it is.]") }
    return lines.joined(separator: "\n") + "\n"
  }
}
