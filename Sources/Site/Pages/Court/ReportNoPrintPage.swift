internal import Markup
internal import Phrasebook

/// Says that no PDF of the report could be made, and what does instead.
struct ReportNoPrintPage: HTML {
  let scene: StaffScene

  var body: Node {
    let words = scene.phrases.court.report
    StaffFrame(scene, .review(scene.phrases.language, .figures), title: words.title) {
      p(.class("notice")) { words.noPrint }
      p { a(.to(Route.review(scene.phrases.language, .figures)), .class("act")) { scene.phrases.figures.title } }
    }
  }
}
