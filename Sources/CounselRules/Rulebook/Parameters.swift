/// The numbers and words of a rule that its predicate reads.
package struct Parameters: Sendable, Equatable, Decodable {
  /// A clock may run so long.
  package let limitMinutes: Int?
  /// Past this a heuristic is red.
  package let redMinutes: Int?
  /// Any case is red, though a heuristic.
  package let red: Bool?
  /// The limit at places that hold for more than 72 hours, where it differs.
  package let otherLimitMinutes: Int?
  /// After the first, again at least so often.
  package let everyMinutes: Int?
  /// Floors of open minutes, on business days and on weekends and holidays.
  package let businessMinutes: Int?
  package let restMinutes: Int?
  /// The other floor, which decides a day that may be either.
  package let otherFloorMinutes: Int?
  package let modality: Modality?
  package let because: [RefusalReason]?
  package let roles: [Role]?
  package let asks: [Ask]?
  package let things: [Thing]?
  package let relationships: [Relationship]?
  package let forbids: [Condition]?
  package let count: Int?
  package let businessDays: Int?
  /// Business hours by the clock of the facility, in minutes of the day.
  package let opensMinute: Int?
  package let closesMinute: Int?
  package let moves: [Condition]?
  /// It is due before the person is moved out, however soon that is.
  package let beforeTransfer: Bool?
  /// A consultation before makes it no breach.
  package let unlessConsulted: Bool?

  /// The name of each, as files write it.
  package enum Name: String, Sendable, CaseIterable {
    case limitMinutes, redMinutes, red, otherLimitMinutes, everyMinutes, businessMinutes, restMinutes,
      otherFloorMinutes, modality, because, roles, asks, things, relationships, forbids, count, businessDays,
      opensMinute, closesMinute, moves, beforeTransfer, unlessConsulted
  }
}
