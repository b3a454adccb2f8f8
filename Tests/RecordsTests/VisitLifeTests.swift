import CivilTime
import Records
import Testing

@Suite struct `The life of a request` {
  /// Steps one after the other, and where they lead.
  static let ways: [(steps: [VisitEventKind], state: VisitState)] = [
    ([], .draft), ([.submitted], .submitted), ([.submitted, .delivered], .submitted),
    ([.submitted, .acknowledged], .acknowledged), ([.submitted, .moreInfo, .submitted], .submitted),
    ([.submitted, .scheduled], .scheduled), ([.submitted, .denied], .denied),
    ([.submitted, .noAnswer, .escalated, .scheduled], .scheduled),
    ([.submitted, .denied, .escalated, .remedied], .remedied),
    ([.submitted, .denied, .escalated, .sustained, .referred], .referred),
    ([.submitted, .walkInApproved, .arrived, .letIn, .completed], .completed),
    // It may begin at the door.
    ([.arrived], .waiting), ([.arrived, .letIn], .seated), ([.arrived, .letIn, .roomObserved, .cutShort], .cutShort),
    ([.arrived, .left], .leftUnseen), ([.arrived, .refused], .refused), ([.refused, .left], .refused),
    ([.arrived, .closed], .closed), ([.arrived, .clientMoved], .clientMoved),
    ([.arrived, .clientDeclined], .clientDeclined), ([.submitted, .clientMoved], .clientMoved),
    // Sent away, and come again.
    ([.refused, .arrived, .letIn, .completed], .completed), ([.submitted, .denied, .arrived], .waiting),
    ([.submitted, .withdrawn], .withdrawn), ([.arrived, .refused, .note, .demanded, .attempted], .refused),
    ([.arrived, .letIn, .completed, .left, .reviewed], .completed),
  ]

  @Test(arguments: ways.indices) func `goes on step by step`(_ index: Int) throws {
    var life = VisitLife()
    for (minute, step) in Self.ways[index].steps.enumerated() {
      try life.take(step, at: Timestamp(microseconds: Int64(minute)))
    }
    #expect(life.state == Self.ways[index].state)
  }

  static let traps: [(steps: [VisitEventKind], last: VisitEventKind)] = [
    ([], .acknowledged), ([], .letIn), ([], .completed), ([], .left), ([], .escalated), ([], .scheduled),
    ([], .delivered), ([], .roomObserved), ([.submitted], .letIn), ([.submitted], .completed),
    ([.arrived], .completed), ([.arrived], .cutShort), ([.arrived], .submitted), ([.arrived, .letIn], .refused),
    ([.arrived, .letIn], .left), ([.arrived, .letIn], .arrived), ([.submitted, .withdrawn], .arrived),
    ([.submitted], .remedied), ([.submitted], .reviewed), ([.arrived, .letIn, .completed], .withdrawn),
    ([.submitted, .denied], .noAnswer), ([.submitted, .denied], .sustained),
  ]

  @Test(arguments: traps.indices) func `refuses a step that does not fit, and stays as it was`(_ index: Int) throws {
    let (steps, last) = Self.traps[index]
    var life = VisitLife()
    for step in steps { try life.take(step, at: Timestamp(microseconds: 0)) }
    let before = life
    #expect(!life.allows(last))
    #expect(throws: VisitLife.Refusal(kind: last, state: before.state)) {
      try life.take(last, at: Timestamp(microseconds: 1))
    }
    #expect(life == before)
  }

  private static func event(
    _ id: Int64, _ kind: VisitEventKind, minute: Int, corrects: Int64? = nil
  ) -> VisitEvent {
    VisitEvent(
      id: id, requestID: 1, kind: kind, at: VisitTime(Timestamp(microseconds: Int64(minute) * 60_000_000)),
      recordedAt: Timestamp(microseconds: Int64(id) * 60_000_000), recordedBy: "maria",
      observer: Observer(name: "maria", standing: .requester, isFirstHand: true), grade: .c, corrects: corrects)
  }

  @Test func `is told in the order of what happened, not of what was written`() {
    let life = VisitLife([Self.event(1, .letIn, minute: 50), Self.event(2, .arrived, minute: 10)])
    #expect(life.state == .seated)
    #expect(life.misfits.isEmpty)
    #expect(life.since == Timestamp(microseconds: 50 * 60_000_000))
  }

  @Test func `forgets what was corrected or taken back, and keeps two corrections of one event`() {
    let told = [
      Self.event(1, .arrived, minute: 10), Self.event(2, .refused, minute: 20),
      Self.event(3, .letIn, minute: 25, corrects: 2), Self.event(4, .closed, minute: 22, corrects: 2),
    ]
    #expect(VisitLife.standing(told).map(\.id) == [1, 4, 3])
    #expect(VisitLife(told).misfits == [3])
    #expect(VisitLife(told + [Self.event(5, .takenBack, minute: 30, corrects: 4)]).state == .seated)
  }

  @Test func `keeps both of two accounts that do not fit together`() {
    let life = VisitLife([
      Self.event(1, .arrived, minute: 10), Self.event(2, .letIn, minute: 20), Self.event(3, .refused, minute: 21),
    ])
    #expect(life.state == .seated)
    #expect(life.misfits == [3])
  }

  @Test(arguments: VisitEventKind.allCases) func `never ends in a trap, whatever comes after what`(
    _ first: VisitEventKind
  ) {
    for second in VisitEventKind.allCases {
      for third in VisitEventKind.allCases {
        let told = [first, second, third].enumerated().map { Self.event(Int64($0 + 1), $1, minute: $0) }
        let life = VisitLife(told)
        #expect(life.misfits.isSubset(of: [1, 2, 3]))
      }
    }
  }
}

@Suite struct `The time of an event` {
  @Test func `is as wide as it is uncertain, by the facility's clock`() throws {
    let zone = try #require(Zone("America/Los_Angeles"))
    // 2025-11-02, when clocks go back: a day of 25 hours.
    let day = try #require(CivilDate(year: 2025, month: 11, day: 2))
    let noon = try #require(zone.moments(of: LocalTime(day: day, minuteOfDay: 720)).first)
    let table: [(VisitTime.Precision, Double)] = [(.minute, 0), (.quarter, 1800), (.hour, 7200), (.day, 25 * 3600 - 1)]
    for (precision, seconds) in table {
      let span = VisitTime(noon, precision).span(in: zone)
      #expect(span.latest.seconds(since: span.earliest) == seconds)
      #expect(span.earliest <= noon && noon <= span.latest)
    }
  }
}
