extension Predicate {
  /// Whether legal mail was read, or opened where the person could not see it.
  static let mailRead = Predicate("mailRead", triggers: EventKinds(.mailOpened)) { timeline, _ in
    timeline.all(.mailOpened).map { index in
      let event = timeline.events[index]
      guard let isRead = event.details.read else {
        return Ruling(index, at: event.at, .unknown([.mailReading]), facts: [index])
      }
      return Ruling(
        index, at: event.at, isRead ? .breached : .met, facts: [index],
        reasons: [.condition(isRead ? .mailRead : .mailUnread)])
    }
  }
}
