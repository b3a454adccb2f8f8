import CivilTime
import Linkage
import Locking
import Postgres
import Records
import Stores
import TestKit
import Vault

@testable import Services

/// A database as strangers, responders and the keeper see it, with keys of its own.
struct FamilyScene: Sendable {
  let owner: Database
  let visitors: Database
  let staff: Database
  let keeper: Database
  let keys = KeeperKeys.generate()
  let ring: KeyRing
  let receipts: ReceiptService
  /// A Saturday in November, at midnight in London.
  let now = Timestamp(microseconds: 1_795_219_200_000_000)

  static let hours = OfficeHours.usual

  static func with(_ body: (FamilyScene) async throws -> Void) async throws {
    try await withScratchDatabase(poolSize: 3) { owner, url in
      try await owner.execute("insert into installation (kind) values ('test') on conflict do nothing")
      let pools = try ["public", "staff", "keeper"].map {
        Database(try DatabaseConfiguration(url: url, user: "paradero_\($0)", poolSize: 3))
      }
      let scene = try FamilyScene(owner, pools)
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(scene)) } catch { outcome = .failure(error) }
      for pool in pools { await pool.close() }
      try outcome.get()
    }
  }

  private init(_ owner: Database, _ pools: [Database]) throws {
    (self.owner, visitors, staff, keeper) = (owner, pools[0], pools[1], pools[2])
    ring = KeyRing(service: .generate(), keeper: keys.publicKey)
    receipts = try ReceiptService(
      visitors, keys: ring, share: SearchScene.share, hours: Self.hours, promise: 8)
  }

  static let sought = SearchRequest(name: "Invented Rosalía Sample", births: [.year(1990)], country: "GT")

  /// A search that is followed, and its receipt.
  func follow(_ request: SearchRequest = sought) async throws -> ReceiptService.Shown? {
    guard case .followed(let shown) = try await receipts.follow(request, language: "es", now: now) else { return nil }
    return shown
  }

  func opened(_ receipt: String) async throws -> FamilySearch? {
    guard case .search(let search, _) = try await receipts.open(receipt, language: "es", now: now) else { return nil }
    return search
  }

  /// A family that waits for a call, and the number of the call.
  func waiting(_ reach: String = "+1 555 010 0199", note: String = "planted-note") async throws -> (
    receipt: String, call: Int64
  ) {
    let receipt = try await follow()?.code ?? ""
    try await receipts.act(.want(.call, FamilyContact(reach: reach, note: note)), with: receipt, now: now)
    let call = try await owner.first("select max(id) from callback")?.decode(Int64.self) ?? 0
    return (receipt, call)
  }

  /// A family that wants mail, and whose search has news.
  func wantingMail(_ address: String, person: Int64) async throws -> String {
    let receipt = try await follow()?.code ?? ""
    try await receipts.act(.want(.mail, FamilyContact(reach: address)), with: receipt, now: now)
    try await owner.execute(
      """
      with m as (
        insert into search_match (search_id, person_id, bits, probability, likelihood, reasons, best_bits,
          best_likelihood, found_at)
        select max(id), \(person), 20, 0.99, 'likely', '[]', 20, 'likely', \(now) from open_search returning id)
      insert into match_report (match_id, kind, bits, likelihood, reported_at)
      select id, 'new', 20, 'likely', \(now.adding(seconds: 60)) from m
      """)
    return receipt
  }

  /// Somebody whom records list.
  func listed() async throws -> Int64 {
    let source = try await SourceStore(owner).findOrAdd(named: "Roster", kind: .roster).id
    let batch = try await BatchStore(owner).start(source: source, kind: .import)
    return try await owner.first("insert into person (batch_id) values (\(batch)) returning id")?
      .decode(Int64.self) ?? 0
  }

  /// A responder who is signed in, and their cookie.
  func responder(_ name: String) async throws -> (staff: Staff, cookie: String)? {
    let account = try await AccountService(owner).invite(name, role: .responder, now: now).account
    let token = SessionToken()
    _ = try await SessionStore(owner).begin(
      account: account.id, fingerprint: token.fingerprint, now: now, expiresAt: now.adding(seconds: 12 * 3600))
    return try await signIn.staff(cookie: token.text, now: now).map { ($0, token.text) }
  }

  var signIn: SignInService {
    SignInService(staff, passwords: PasswordDesk(keys: ring, common: CommonPasswords([])), keys: ring)
  }

  var keeperService: KeeperService { KeeperService(keeper, daily: 3) { [keys] in keys } }

  /// Asks the keeper itself, without a socket between.
  struct Line: ContactKeeper {
    let service: KeeperService
    let now: Timestamp

    func open(_ request: ContactRequest) async -> ContactAnswer {
      (try? await service.open(request, now: now)) ?? .refused(.away)
    }
  }

  var calls: CallbackService { CallbackService(staff, keeper: Line(service: keeperService, now: now)) }

  /// Everything that the database holds of families, as a thief would read it.
  func dumped() async throws -> String {
    var text = ""
    for row in try await owner.rows(
      """
      select to_jsonb(f)::text from family_search f union all select to_jsonb(n)::text from family_note n
      union all select to_jsonb(c)::text from callback c union all select to_jsonb(o)::text from outbox o
      union all select to_jsonb(s)::text from open_search s union all select encode(contact, 'escape') from family_search
      """)
    {
      text += try row.decode(String?.self) ?? ""
    }
    return text
  }
}
