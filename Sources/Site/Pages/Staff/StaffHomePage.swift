internal import Markup
internal import Phrasebook

/// The first page after signing in: what this person can do here.
struct StaffHomePage: HTML {
  let scene: StaffScene

  var body: Node {
    let words = scene.phrases.staff
    StaffFrame(scene, .home, title: words.home.title) {
      ul {
        for entry in StaffFrame.entries(of: scene.staff) {
          li {
            a(.to(entry.route(scene.phrases.language))) { entry.title(scene.phrases) }
            p { entry.text(scene.phrases) }
          }
        }
      }
    }
  }
}

/// A page of staff that this person's role does not open, or a form that was too old.
struct StaffRefusalPage: HTML {
  let scene: StaffScene
  let isOldForm: Bool

  var body: Node {
    let words = scene.phrases.staff
    StaffFrame(scene, .home, title: isOldForm ? words.problem : words.refusedTitle) {
      p(.class("lead")) { isOldForm ? words.expiredForm : words.refusedText }
    }
  }
}
