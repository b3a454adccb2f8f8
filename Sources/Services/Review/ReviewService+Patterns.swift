package import CivilTime
internal import Postgres
internal import Records
package import Stores

/// Groups of cases that may be one pattern: made by the system, named by a person.
extension ReviewService {
  package func groups(from: CivilDate, until: CivilDate, place: String?, by staff: Staff) async throws -> [CaseGroup] {
    try staff.require(.reviewFindings)
    return try await database.transaction(readOnly: true, actor: staff.actor) { session in
      try await ReviewStore(session).groups(from: from, until: until, place: place)
    }
  }

  /// Names a group as this person sees it. False if there is no such group for them.
  package func name(
    _ wanted: PatternInput, from: CivilDate, until: CivilDate, by staff: Staff, now: Timestamp
  ) async throws -> Result<Bool, ReviewFault> {
    try staff.require(.reviewFindings)
    let name = FormText.tidy(wanted.name), reason = FormText.tidy(wanted.reason)
    guard (3...120).contains(name.count) else { return .failure(.noName) }
    guard reason.count >= 3 else { return .failure(.noReason) }
    guard reason.count <= 1000 else { return .failure(.reasonTooLong) }
    return .success(
      try await database.transaction(actor: staff.actor) { session in
        let store = ReviewStore(session)
        guard
          let group = try await store.groups(from: from, until: until, place: wanted.code).first(where: {
            $0.kind.rawValue == wanted.kind && $0.pattern == wanted.pattern && $0.first.iso == wanted.first
          })
        else { return false }
        try await store.name(group, name, because: reason, by: staff.account.id, now: now)
        return true
      })
  }
}

/// A name for a group, as it was typed.
package struct PatternInput: Sendable, Equatable {
  package var kind: String
  package var code: String
  package var pattern: String
  package var first: String
  package var name: String
  package var reason: String

  package init(kind: String, code: String, pattern: String, first: String, name: String, reason: String) {
    (self.kind, self.code, self.pattern, self.first) = (kind, code, pattern, first)
    (self.name, self.reason) = (name, reason)
  }
}
