internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Where somebody is signed in, each place with a button that ends it.
struct StaffSessionsPage: HTML {
  let scene: StaffScene
  let sessions: [AccountSession]
  let now: Timestamp

  /// The number of a session, or `others`.
  static let sessionField = "session"
  static let others = "others"

  private var phrases: Phrases { scene.phrases }
  private var words: SessionPhrases { scene.phrases.staff.sessions }

  var body: Node {
    StaffFrame(scene, .sessions, title: words.title) {
      p(.class("lead")) { words.lead }
      for session in sessions {
        section {
          if session.id == scene.staff.session?.id { h2 { words.this } }
          Parts.facts([
            (words.began, Node.of { phrases.ago(session.createdAt, now: now) }),
            (words.lastSeen, Node.of { phrases.ago(session.lastSeenAt, now: now) }),
            (words.ends, Node.of { phrases.until(session.expiresAt, now: now) }),
          ])
          ending(String(session.id), words.end)
        }
      }
      if sessions.count > 1 { ending(Self.others, words.endOthers) } else { p { words.noOthers } }
    }
  }

  private func ending(_ value: String, _ text: String) -> Node {
    form(.post, to: Route.staff(phrases.language, .sessions)) {
      StaffForm.token(scene.staff)
      input(.hidden, name: Self.sessionField, .value(value))
      button(.class("act plain")) { text }
    }
  }
}
