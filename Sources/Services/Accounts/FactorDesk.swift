internal import CivilTime
internal import Postgres
internal import Records
internal import Stores
internal import Vault

/// What came of a code that somebody showed as the second factor.
enum FactorOutcome: Sendable, Equatable {
  case right
  /// One of the recovery codes, used up with this; how many are left.
  case recovered(left: Int)
  /// Neither six digits nor a recovery code. Nothing was counted.
  case mistyped
  case wrong
  case tooMany(seconds: Int)

  var isRight: Bool {
    switch self {
    case .right, .recovered: true
    case .mistyped, .wrong, .tooMany: false
    }
  }
}

/// Checks second factors, each code once.
struct FactorDesk: Sendable {
  let keys: ServiceKeys

  static let sealedIn = "second_factor.secret."

  /// Five guesses are free; then the wait doubles up to a quarter of an hour. With three steps that fit, guessing at one
  /// account without pause comes to one chance in three thousand a day, for who knows the password already.
  static let rule = GuessRule(free: 5, first: 2, longest: 900)

  func check(
    _ text: String, of account: Account, device: Int64?, _ transaction: Transaction, now: Timestamp
  ) async throws -> FactorOutcome {
    let digits = AppSecret.digits(text)
    let recovery = SpokenCode(text, .oneTime)
    guard digits != nil || recovery != nil else { return .mistyped }
    let guesses = GuessStore(transaction)
    let space = "second factor \(account.id)" + (device.map { " in \($0)" } ?? "")
    if let wait = try await guesses.admit(space, Self.rule, now: now) {
      return .tooMany(seconds: max(1, Int(wait.rounded(.up))))
    }
    let store = FactorStore(transaction)
    var outcome = FactorOutcome.wrong
    if let digits, let app = try await store.app(of: account.id),
      let secret = AppSecret(try keys.open(app.sealed, context: Self.sealedIn + String(app.id))),
      let step = secret.step(of: digits, around: Self.step(now)), try await store.take(step: step, of: app.id)
    {
      outcome = .right
    } else if let recovery, try await store.useRecovery(recovery.fingerprint, of: account.id, now: now) {
      outcome = .recovered(left: try await store.recoveryLeft(of: account.id))
    }
    if outcome.isRight { try await guesses.forget(space) }
    return outcome
  }

  /// Sets a new app and new recovery codes, whose only copy is the answer. The step that proved the app is used up.
  func set(
    _ secret: AppSecret, proved step: Int64, of account: Account, _ transaction: Transaction, now: Timestamp
  ) async throws -> [SpokenCode] {
    let store = FactorStore(transaction)
    let number = try await store.nextNumber()
    let sealed = keys.seal(secret.bytes, context: Self.sealedIn + String(number), at: now.microseconds / 1_000_000)
    try await store.setApp(number, sealed: sealed, lastStep: step, of: account.id, now: now)
    return try await renewRecovery(of: account, transaction, now: now)
  }

  func renewRecovery(of account: Account, _ transaction: Transaction, now: Timestamp) async throws -> [SpokenCode] {
    let codes = (0..<Self.recoveryCodes).map { _ in SpokenCode(.oneTime) }
    try await FactorStore(transaction).setRecovery(codes.map(\.fingerprint), of: account.id, now: now)
    return codes
  }

  static let recoveryCodes = 10

  static func step(_ now: Timestamp) -> Int64 {
    AppSecret.step(secondsSinceEpoch: Double(now.microseconds) / 1_000_000)
  }
}
