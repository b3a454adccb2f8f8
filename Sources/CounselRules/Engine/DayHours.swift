package import CivilTime

/// What is known of the hours of a place on one day of its clock: the least and the most that it can have been open.
package struct DayHours: Sendable {
  package let day: CivilDate
  /// Surely open, and nobody contradicts.
  package let least: Int
  /// Not surely closed.
  package let most: Int
  /// On which accounts differ: neither open nor closed.
  package let contested: Int
  /// What was posted for the day; nil where nobody noted that. It says what was promised, not what was so.
  package let posted: Int?
  /// How many events speak of the day.
  package let events: Int
  package let isOver: Bool
  let bounds: (start: Timestamp, end: Timestamp)
  /// The events that the hours stand on: what was watched before what was announced.
  let used: [Int]
  /// The events that posted the hours.
  let postedBy: [Int]

  private init(_ day: CivilDate, _ told: Told, _ timeline: Timeline) {
    let bounds = timeline.place.zone.span(of: day)
    let whole = Stretch(bounds.start, bounds.end)
    var open: [Stretch] = [], closed: [Stretch] = [], used: [Int] = []
    for index in told.watched {
      let event = timeline.events[index]
      let end = event.until ?? event.at
      // What was surely seen: from the latest beginning to the earliest end.
      guard let sure = Stretch(event.at.latest, end.earliest).clipped(to: whole) else { continue }
      used.append(index)
      // An hour counts as open only if a visit could start in it.
      if event.kind == .openObserved, event.details.couldStart != false {
        open.append(sure)
        if event.details.closedOtherwise == true {
          // Two observations of open hours by one person do not close each other's.
          closed += Stretch.outside([Stretch(event.at.earliest, end.latest)], within: whole)
        }
      } else {
        closed.append(sure)
      }
    }
    for (index, closure) in told.closures {
      guard let sure = closure.clipped(to: whole) else { continue }
      used.append(index)
      closed.append(sure)
    }
    let posted = told.posted.compactMap { $0.stretch.clipped(to: whole) }
    let contested = Stretch.minutes(Stretch.shared(open, closed))
    (self.day, self.bounds, self.used, self.contested, events) = (day, bounds, used, contested, told.events)
    postedBy = told.posted.map(\.index)
    least = Stretch.minutes(open) - contested
    most = whole.minutes - (Stretch.minutes(closed) - contested)
    self.posted = posted.isEmpty ? nil : Stretch.minutes(posted)
    isOver = timeline.now >= bounds.end
  }

  /// The hours of every day on which somebody watched the place or read what was posted, as a rule about one kind of
  /// visit asks for them.
  static func seen(_ timeline: Timeline, _ modality: Modality) -> [DayHours] {
    let told = Told.byDay(timeline, modality).filter { !$0.value.watched.isEmpty || !$0.value.posted.isEmpty }
    return told.sorted { $0.key < $1.key }.map { DayHours($0.key, $0.value, timeline) }
  }

  /// The hours of every day of which anything was told.
  static func all(_ timeline: Timeline) -> [DayHours] {
    Told.byDay(timeline, .inPerson).sorted { $0.key < $1.key }.map { DayHours($0.key, $0.value, timeline) }
  }

  /// What was told of one day.
  private struct Told {
    var watched: [Int] = []
    /// Closures whose end is known: one without an end says nothing of how long it was.
    var closures: [(index: Int, stretch: Stretch)] = []
    /// Several that overlap promise all of their hours together.
    var posted: [(index: Int, stretch: Stretch)] = []
    var events = 0

    static func byDay(_ timeline: Timeline, _ modality: Modality) -> [CivilDate: Told] {
      var days: [CivilDate: Told] = [:]
      let zone = timeline.place.zone
      for (index, event) in timeline.events.enumerated() {
        var until = event.until
        if until == nil, event.kind == .closed, !event.isAbsent { until = Self.reopened(after: index, timeline) }
        for day in Self.days(from: event.at.earliest, to: until?.latest, zone) {
          var told = days[day, default: Told()]
          told.events += 1
          if !event.isAbsent { told.add(event, index, until, modality) }
          days[day] = told
        }
      }
      return days
    }

    /// When a place opened again on the day on which it closed. Days later says nothing of the days between: it may have
    /// opened as usual, and nobody wrote that down.
    private static func reopened(after closure: Int, _ timeline: Timeline) -> Span? {
      let zone = timeline.place.zone
      guard let index = timeline.first(EventKinds(.reopened), from: closure) else { return nil }
      let at = timeline.events[index].at
      let isSameDay = zone.local(at.earliest).day == zone.local(timeline.events[closure].at.earliest).day
      return isSameDay ? at : nil
    }

    private mutating func add(_ event: CaseEvent, _ index: Int, _ until: Span?, _ modality: Modality) {
      switch event.kind {
      case .openObserved, .closedObserved:
        if (event.details.modality ?? .inPerson) == modality { watched.append(index) }
      case .closed where modality == .inPerson:
        if let until { closures.append((index, Stretch(event.at.latest, until.earliest))) }
      case .hoursPosted where modality == .inPerson:
        if let until { posted.append((index, Stretch(event.at.earliest, until.latest))) }
      default: break
      }
    }

    /// The days, by the place's clock, that an event reaches into; a month at most.
    private static func days(from start: Timestamp, to end: Timestamp?, _ zone: Zone) -> [CivilDate] {
      let first = zone.local(start).day
      // What ends at midnight does not reach into the next day.
      guard let end, end > start else { return [first] }
      let count = zone.local(Timestamp(microseconds: end.microseconds - 1)).day.days(since: first)
      return (0...max(0, min(count, 31))).compactMap { first.adding(days: $0) }
    }
  }
}

extension PlaceRules {
  /// The hours of every day of which somebody told something, the earliest first, without asking any rule.
  package func hours(of events: [CaseEvent], now: Timestamp) -> [DayHours] {
    DayHours.all(Timeline(placeEvents: events, at: place, now: now))
  }
}
