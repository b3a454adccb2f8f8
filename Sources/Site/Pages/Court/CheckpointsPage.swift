internal import Gateway
internal import Markup
internal import Phrasebook
internal import Services

/// Signed checkpoints of the audit log, for members who keep copies.
struct CheckpointsPage: HTML {
  let scene: StaffScene
  /// The newest ones, the newest first.
  let lines: [String]
  let key: String?

  /// Asks for all lines as text.
  static let textField = "text"
  static let shown = 5

  var body: Node {
    let words = scene.phrases.court.checkpoints
    StaffFrame(scene, .checkpoints, title: words.title) {
      p(.class("lead")) { words.lead }
      ul { for line in words.how { li { line } } }
      h2 { words.key }
      if let key {
        p(.class("key")) { key }
        p(.class("hint")) { words.keyHint }
      } else {
        p { words.noKey }
      }
      h2 { words.newest }
      if lines.isEmpty {
        p { words.none }
      } else {
        for line in lines { p(.class("key")) { line } }
        p {
          a(.to(Route.staff(scene.phrases.language, .checkpoints), query: [(Self.textField, "1")]), .class("act")) {
            words.download
          }
        }
      }
    }
  }
}

extension StaffDesk {
  func checkpoints(_ request: Request) async throws -> Response {
    guard let court = services.court else { return .page(CheckpointsPage(scene: scene, lines: [], key: nil)) }
    if request.query[CheckpointsPage.textField] != nil {
      let text = try await court.checkpoints.lines().map { $0 + "\n" }.joined()
      return VisitDesk.download(text, "text/plain; charset=utf-8", "checkpoints.txt")
    }
    return .page(
      CheckpointsPage(
        scene: scene, lines: try await court.checkpoints.lines(newest: CheckpointsPage.shown).reversed(),
        key: court.publicKey()))
  }
}
