extension Predicate {
  /// Whether plaintiffs' counsel was told of a closure in time. Nobody but they can say that they were not.
  static let closureNotice = Predicate(
    "closureNotice", about: .place, triggers: EventKinds(.closed), needs: [.limitMinutes]
  ) { timeline, rule in
    let clock = Clock(
      limit: rule.parameters.limitMinutes ?? 0, stops: EventKinds(.closureNotified), able: [.plaintiffsCounsel],
      missing: .closureNoticeLog)
    return timeline.all(.closed).map { closure in
      if let notice = announced(closure, timeline) {
        let at = timeline.events[closure].at
        return Ruling(
          closure, at: at, .met, facts: [closure, notice], reasons: [.took(least: 0, most: 0, limit: clock.limit)])
      }
      return clock.read(timeline, from: closure)
    }
  }

  /// A notice given before the closure, and after any closure before that one.
  private static func announced(_ closure: Int, _ timeline: Timeline) -> Int? {
    let began = timeline.events[closure].at.earliest
    let previous = timeline.all(.closed).last { timeline.events[$0].at.earliest < began }
    return timeline.all(.closureNotified).first { index in
      let told = timeline.events[index].at
      return told.latest < began && previous.map { timeline.events[$0].at.latest < told.earliest } != false
    }
  }
}
