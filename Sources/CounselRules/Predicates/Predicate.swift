internal import CivilTime

/// A question that rules ask of a timeline of facts. It knows no rule by name, no clock and no place.
///
/// A class for the same reason as a rule.
package final class Predicate: Sendable {
  package let name: String
  /// Whether it looks at a request or at the place itself.
  package let subject: Subject
  /// Without one of these there is nothing to ask.
  package let triggers: EventKinds
  package let needs: [Parameters.Name]
  package let allows: [Parameters.Name]
  let check: @Sendable (Timeline, Rule) -> [Ruling]

  package enum Subject: Sendable {
    case request, place
    /// Either: a notice at the door of one place, or what one visitor was told.
    case either
  }

  init(
    _ name: String, about subject: Subject = .request, triggers: EventKinds, needs: [Parameters.Name] = [],
    allows: [Parameters.Name] = [], check: @escaping @Sendable (Timeline, Rule) -> [Ruling]
  ) {
    (self.name, self.subject, self.triggers, self.needs, self.allows) = (name, subject, triggers, needs, allows)
    self.check = check
  }
}

/// What a predicate says of one event, before it is known whether the rule was in force and whom it protects.
struct Ruling: Sendable {
  /// The event it is about, and when its term applied.
  let trigger: Int
  let at: Span
  /// The end of its clock: the rule may have changed in between.
  var deadline: Span?
  var day: CivilDate?
  var pattern: Pattern?
  var outcome: Outcome
  /// The events that the outcome stands on, the trigger among them.
  var facts: [Int]
  var reasons: [Reason]
  var readings: [Reading] = []
  /// So far over the limit that even a heuristic is red.
  var isRed = false

  init(_ trigger: Int, at: Span, _ outcome: Outcome, facts: [Int], reasons: [Reason] = []) {
    (self.trigger, self.at, self.outcome, self.reasons) = (trigger, at, outcome, reasons)
    self.facts = facts.contains(trigger) ? facts : [trigger] + facts
  }
}
