internal import CivilTime
internal import Disclosure
internal import Markup
internal import Phrasebook
internal import Services
internal import Stores

/// The families who wait for a call, the most urgent first.
struct StaffCallsPage: HTML {
  let scene: StaffScene
  let calls: [Callback]
  let now: Timestamp

  private var phrases: Phrases { scene.phrases }
  private var words: CallPhrases { scene.phrases.staff.calls }

  var body: Node {
    let waiting = calls.filter { $0.doneAt == nil }
    let done = calls.filter { $0.doneAt != nil }
    let overdue = waiting.count { $0.isOverdue(at: now) }
    StaffFrame(scene, .calls, title: words.title) {
      if overdue > 0 { p(.class("notice"), .role(.alert)) { phrases.counted(overdue, words.overdue) } }
      p(.class("lead")) { words.lead }
      section {
        h2 { waiting.isEmpty ? words.none : phrases.counted(waiting.count, words.waiting) }
        for call in waiting { line(call) }
      }
      if !done.isEmpty {
        section {
          h2 { words.done }
          for call in done { line(call) }
        }
      }
    }
  }

  private func line(_ call: Callback) -> Node {
    article(.class("record")) {
      CallTags(call: call, words: words, now: now)
      h3 { a(.to(Route.staff(phrases.language, .call(call.id)))) { words.call(String(call.id)) } }
      p { "\(words.asked): \(phrases.ago(call.askedAt, now: now))" }
      p(.class("quiet")) { "\(words.owner): \(call.ownerName ?? words.nobody)" }
      if let outcome = call.outcome { p { words.endedAs(words.outcomes.name(of: outcome)) } }
    }
  }
}

/// What is urgent about a call.
struct CallTags: HTML {
  let call: Callback
  let words: CallPhrases
  let now: Timestamp

  @HTMLBuilder var body: Node {
    if call.isOverdue(at: now) || call.needsTwo {
      p(.class("tags")) {
        if call.isOverdue(at: now) { span(.class("tag strong")) { words.overdueTag } }
        if call.needsTwo { span(.class("tag strong")) { words.protectedTag } }
      }
    }
  }
}

extension CallOutcomePhrases {
  func name(of outcome: Callback.Outcome) -> String {
    switch outcome {
    case .told: told
    case .passedOn: passedOn
    case .nothingToTell: nothingToTell
    case .notReached: notReached
    case .wrongNumber: wrongNumber
    case .notWanted: notWanted
    }
  }
}

extension CallReasonPhrases {
  func name(of reason: Callback.Reason) -> String {
    switch reason {
    case .asked: asked
    case .notEarned: notEarned
    case .protected: protected
    case .locked: locked
    }
  }
}

extension ContactRefusalPhrases {
  func sentence(_ refusal: ContactAnswer.Refusal) -> String {
    switch refusal {
    case .noReason: noReason
    case .notSignedIn: notSignedIn
    case .notYours: notYours
    case .notAgreed: notAgreed
    case .tooMany: tooMany
    case .nothing: nothing
    case .away: away
    }
  }
}
