internal import Records

/// What a follower of open searches does next: a state machine without effects. Whoever drives it does each step in one
/// transaction.
struct FollowPlan: Sendable {
  enum Action: Equatable, Sendable {
    /// Notes whom the changes make due, and that they were taken in.
    case take
    case matchSearches
    case matchPeople
    case rest
  }

  /// What the database holds at the beginning of a step.
  struct Standing: Sendable {
    var hasChanges = false
    var searchesDue = false
    var peopleDue = false
  }

  private var lastWasSearches = false

  /// Changes first: taking them in is cheap and tells what is due. Then searches and people by turns, so that neither
  /// a great import nor the daily round of all searches makes the other wait.
  mutating func next(_ standing: Standing) -> Action {
    if standing.hasChanges { return .take }
    let isTurnOfPeople = standing.peopleDue && (lastWasSearches || !standing.searchesDue)
    lastWasSearches = standing.searchesDue && !isTurnOfPeople
    return lastWasSearches ? .matchSearches : isTurnOfPeople ? .matchPeople : .rest
  }

  // MARK: What a change makes due

  enum Work: Equatable, Sendable {
    case people([Int64])
    /// Everybody of whom the batch told.
    case batch(Int64)
    /// Every open search, against all records: for a batch so great that this is less work.
    case allSearches
    case searchesWithArrests
    case nothing
  }

  /// A search against all records costs about as much as so many records against all searches.
  static let costOfSearch = 8

  /// - Parameter batchSize: how many rows a change of a batch is about.
  static func work(_ change: Change, batchSize: Int, openSearches: Int) -> Work {
    guard openSearches > 0 else { return .nothing }
    return switch change.kind {
    case .person: .people([change.id])
    case .batch, .batchWithdrawn: openSearches * costOfSearch < batchSize ? .allSearches : .batch(change.id)
    // A facility that is called or lies otherwise changes where arrests were.
    case .facility: .searchesWithArrests
    // A new search is due from the beginning; the mirror reads the others by itself.
    case .search: .nothing
    }
  }
}
