package import CivilTime
package import Postgres
package import Records
internal import Stores

/// Attorneys who ask for an account, and the operators who call the number that their bar lists before they give one.
package struct SignUpService: Sendable {
  private let database: Database

  /// With the database as `paradero_staff` sees it.
  package init(_ database: Database) { self.database = database }

  // MARK: Asking

  package enum Field: String, Sendable, CaseIterable { case name, barState, barNumber, office, accountName, notCounsel }
  package enum Fault: Sendable, Equatable, CaseIterable {
    case missing, tooLong, notAState, notABarNumber, notAName, mustBeSaid
  }
  package enum Asked: Sendable, Equatable {
    /// Also when there is an account of that name already: who has one is nobody's business.
    case taken
    case faults([Field: Fault])
    case tooMany(seconds: Int)
  }

  /// All askers together; behind it stands a person with a telephone.
  static let rate = ThrottleRate(burst: 30, pause: 120)
  static let space = "sign-up"

  package func ask(_ typed: [Field: String], now: Timestamp) async throws -> Asked {
    let tidy = typed.mapValues(FormText.tidy)
    func text(_ field: Field) -> String { tidy[field] ?? "" }
    var faults: [Field: Fault] = [:]
    for field in [Field.name, .office] {
      if text(field).isEmpty { faults[field] = .missing }
      if text(field).count > 120 { faults[field] = .tooLong }
    }
    let state = text(.barState).uppercased()
    if !Self.states.contains(state) { faults[.barState] = .notAState }
    if text(.barNumber).wholeMatch(of: /[0-9A-Za-z .\/-]{1,20}/) == nil { faults[.barNumber] = .notABarNumber }
    let account = text(.accountName).lowercased()
    if !AccountService.isName(account) { faults[.accountName] = .notAName }
    if text(.notCounsel) != "yes" { faults[.notCounsel] = .mustBeSaid }
    if !faults.isEmpty { return .faults(faults) }
    return try await database.transaction(actor: "service:sign-up") { transaction in
      if let wait = try await ThrottleStore(transaction).attempt(Self.space, Self.rate, now: now) {
        return .tooMany(seconds: max(1, Int(wait.rounded(.up))))
      }
      try await ApplicationStore(transaction).add(
        name: text(.name), barState: state, barNumber: text(.barNumber), office: text(.office), accountName: account,
        now: now)
      return .taken
    }
  }

  /// The bars of the states, the District of Columbia and the territories.
  package static let states = [
    "AK", "AL", "AR", "AS", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "GU", "HI", "IA", "ID", "IL", "IN", "KS",
    "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MP", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY",
    "OH", "OK", "OR", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY",
  ]

  // MARK: Deciding

  package func waiting(by staff: Staff) async throws -> [AttorneyApplication] {
    try staff.require(.manageAccounts)
    return try await database.transaction(readOnly: true, actor: staff.actor) { transaction in
      try await ApplicationStore(transaction).waiting(limit: 100)
    }
  }

  package enum Decision: Sendable, Equatable {
    /// The number that the bar lists was called, and the attorney answered for it.
    case verify(called: String, on: CivilDate, note: String)
    case refuse(note: String)
  }
  package enum Decided: Sendable {
    /// Tell it to the attorney in the same call.
    case invited(AccountService.Invitation)
    case refused
    /// Somebody else decided first.
    case gone
    case notANumber, inFuture
    case fault(AccountFault)
  }

  package func decide(
    _ id: Int64, _ decision: Decision, by staff: Staff, now: Timestamp
  ) async throws -> Decided {
    try AccountKeeper.staff(staff).require(now: now)
    if case .verify(let number, let day, _) = decision {
      let digits = number.count { $0.isASCII && $0.isNumber }
      guard (7...15).contains(digits), number.count <= 40 else { return .notANumber }
      guard let today = now.utcDay, day <= today else { return .inFuture }
    }
    do {
      return try await database.transaction(actor: staff.actor) { transaction in
        let store = ApplicationStore(transaction)
        guard let application = try await store.waiting(id) else { return .gone }
        switch decision {
        case .refuse(let note):
          try await store.refuse(id, by: staff.account.id, note: Self.note(note), now: now)
          return .refused
        case .verify(let number, let day, let note):
          let account = try await AccountService.add(
            application.accountName, .attorney, office: application.office, organisation: nil, under: nil,
            isSample: false, transaction, now)
          try await store.verify(
            id, account: account.id, by: staff.account.id, called: FormText.tidy(number), on: day,
            note: Self.note(note), now: now)
          try await AccountService.note(.accountInvited, account, by: .staff(staff), transaction, now)
          return .invited(try await AccountService.newCode(account, transaction, now))
        }
      }
    } catch let fault as AccountFault {
      return .fault(fault)
    }
  }

  private static func note(_ text: String) -> String? {
    let tidy = String(FormText.tidy(text).prefix(500))
    return tidy.isEmpty ? nil : tidy
  }
}
