internal import CivilTime
internal import Gateway
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

extension VisitRoute {
  /// What a form that is sent here may hold. Files are told one by one when they are too large.
  var formLimits: FormLimits {
    guard case .files = self else { return FormLimits() }
    return FormLimits(fields: 32, fieldBytes: 1 << 20, files: 20)
  }
}

/// Files that are shown, added, opened and withdrawn.
extension VisitDesk {
  func files(_ reference: VisitReference) async throws -> Response? {
    try await matter(reference).map { .page(EvidencePage(scene: scene, matter: $0)) }
  }

  func add(_ form: Form, _ reference: VisitReference) async throws -> Response? {
    let typed = Self.evidenceInput(form)
    let isPasted = form[EvidenceField.mail.rawValue] != nil
    let result =
      if isPasted {
        try await evidence.addPasted(typed, to: reference.description, by: scene.staff, now: now)
      } else {
        try await evidence.add(
          form.files(EvidenceField.files.rawValue).map { file in
            EvidenceFile(name: file.fileName, count: file.content.count) { file.content.bytes }
          }, typed, to: reference.description, by: scene.staff, now: now)
      }
    guard let result, let matter = try await matter(reference) else { return nil }
    switch result {
    case .failure(let faults):
      return .page(
        EvidencePage(scene: scene, matter: matter, typed: typed, faults: faults), status: .unprocessableContent)
    case .success(let outcome) where !outcome.refused.isEmpty:
      return .page(
        EvidencePage(scene: scene, matter: matter, typed: typed, outcome: outcome), status: .unprocessableContent)
    // The page that follows is asked for anew, so that reloading it adds nothing twice.
    case .success: return opened(reference.description, query: Self.savedField, at: EvidenceView.place)
    }
  }

  /// Always as a file to save, under a name of ours: what strangers sent is never shown as a page of this site.
  func open(_ number: FileNumber, _ part: EvidencePart, _ reference: VisitReference) async throws -> Response? {
    guard
      let file = try await evidence.open(number.value, part, of: reference.description, by: scene.staff, now: now)
    else { return nil }
    let isText = part == .copy && !file.kind.isPhoto
    let suffix = isText ? "txt" : file.kind.suffix
    let mark = part == .copy ? "-copy" : ""
    return Self.download(
      file.bytes, "application/octet-stream",
      "\(reference.description)-exhibit-\(Evidence.letter(file.index))\(mark).\(suffix)")
  }

  func withdraw(_ number: FileNumber, _ form: Form, _ reference: VisitReference) async throws -> Response? {
    let typed = Self.evidenceInput(form)
    switch try await evidence.withdraw(number.value, typed, of: reference.description, by: scene.staff, now: now) {
    case .success(false): return nil
    case .success(true): return opened(reference.description, query: Self.savedField, at: EvidenceView.place)
    case .failure(let faults):
      return try await matter(reference).map {
        .page(EvidencePage(scene: scene, matter: $0, typed: typed, faults: faults), status: .unprocessableContent)
      }
    }
  }

  private static func evidenceInput(_ form: Form) -> EvidenceInput {
    var typed = EvidenceInput()
    for field in EvidenceField.allCases {
      typed[field] = String((form[field.rawValue] ?? "").prefix(field.limit + 400))
    }
    return typed
  }
}

/// The files of a request on a page of their own: what was refused and why stands at the top.
struct EvidencePage: HTML {
  let scene: StaffScene
  let matter: VisitMatter
  var typed = EvidenceInput()
  var faults = EvidenceFaults()
  var outcome = EvidenceService.Outcome()

  private var words: EvidencePhrases { scene.phrases.visits.evidence }

  var body: Node {
    let reference = VisitReference(matter.request.reference)
    StaffFrame(
      scene, .visits(scene.phrases.language, reference.map(VisitRoute.files) ?? .list), title: words.title
    ) {
      if let reference {
        p {
          a(.to(Route.visits(scene.phrases.language, .one(reference))), .class("tall")) {
            scene.phrases.visits.status.title(matter.request.reference)
          }
        }
      }
      EvidenceFields(phrases: scene.phrases, typed: typed, faults: faults).summary
      if !outcome.refused.isEmpty { refusals }
      EvidenceView(scene: scene, matter: matter, typed: typed, faults: faults, isOpen: true)
    }
  }

  private var refusals: Node {
    div(.class("problem"), .role(.alert), .id("problem"), .focusable(), .labelledBy("problem-title")) {
      h2(.id("problem-title")) { words.refusedTitle }
      if outcome.taken > 0 { p { scene.phrases.counted(outcome.taken, words.taken) } }
      ul {
        for refused in outcome.refused {
          li(.class("long")) { (refused.name.isEmpty ? "" : refused.name + ": ") + words.refusals[refused.why] }
        }
      }
    }
  }
}
