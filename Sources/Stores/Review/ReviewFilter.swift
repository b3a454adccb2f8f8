package import CivilTime
internal import Postgres
package import Records

/// Which cases a reviewer wants to see, and in which order.
package struct ReviewFilter: Sendable, Equatable {
  package enum Showing: String, Sendable, CaseIterable { case toDecide, waiting, decided, all }
  package enum Order: String, Sendable, CaseIterable { case gravest, due, oldest }

  package var showing = Showing.toDecide
  /// `red`, `amber` or `grey`
  package var severity: String?
  /// The code of a facility.
  package var place: String?
  /// The name of a rule, without its version.
  package var rule: String?
  /// A kind of denial: `D01`.
  package var pattern: String?
  package var order = Order.gravest

  package init() {}
}

/// Where a page of the queue begins: after the case that has these.
package struct ReviewCursor: Sendable, Equatable, LosslessStringConvertible {
  package let rank: Int16
  package let moment: Timestamp
  package let id: Int64

  package init(rank: Int16, moment: Timestamp, id: Int64) { (self.rank, self.moment, self.id) = (rank, moment, id) }

  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, text.utf8.count <= 48, let rank = Int16(parts[0]), let moment = Int64(parts[1]),
      let id = Int64(parts[2]), (0...9).contains(rank), abs(moment) < 1 << 57
    else { return nil }
    self.init(rank: rank, moment: Timestamp(microseconds: moment), id: id)
  }

  package var description: String { "\(rank).\(moment.microseconds).\(id)" }
}

extension ReviewFilter {
  /// What cases fulfil, apart from how grave they are.
  var condition: PostgresQuery {
    "\(fragment: standing) and \(fragment: atPlace) and \(fragment: ofRule) and \(fragment: ofPattern)"
  }

  private var standing: PostgresQuery {
    switch showing {
    case .toDecide: "c.waits_for_people"
    case .waiting: "c.state = 'waiting'"
    case .decided: "c.state in ('upheld', 'not_upheld', 'unclear')"
    case .all: "c.state <> 'gone'"
    }
  }

  private var atPlace: PostgresQuery {
    guard let place else { return "true" }
    return "c.facility_id = (select f.id from facility f where f.code = \(place))"
  }

  private var ofRule: PostgresQuery {
    guard let rule else { return "true" }
    return "c.rule_name = \(rule)"
  }

  private var ofPattern: PostgresQuery {
    guard let pattern else { return "true" }
    return "c.pattern = \(pattern)"
  }

  var gravity: PostgresQuery {
    guard let severity else { return "true" }
    return "c.severity = \(severity)"
  }

  func after(_ cursor: ReviewCursor?) -> PostgresQuery {
    guard let cursor else { return "true" }
    return switch order {
    case .gravest: "(c.rank, c.due_at, c.id) > (\(cursor.rank), \(cursor.moment), \(cursor.id))"
    case .due: "(c.due_at, c.id) > (\(cursor.moment), \(cursor.id))"
    case .oldest: "(c.opened_at, c.id) > (\(cursor.moment), \(cursor.id))"
    }
  }

  var sorting: PostgresQuery {
    switch order {
    case .gravest: "c.rank, c.due_at, c.id"
    case .due: "c.due_at, c.id"
    case .oldest: "c.opened_at, c.id"
    }
  }

  /// Where the page after this case begins.
  package func cursor(after line: CaseLine) -> ReviewCursor {
    let rank = ["red", "amber", "grey", "none"].firstIndex(of: line.severity) ?? 3
    return ReviewCursor(
      rank: Int16(rank), moment: order == .oldest ? line.openedAt : line.dueAt, id: line.id)
  }
}
