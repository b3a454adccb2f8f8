import CivilTime
import Disclosure
import Foundation
import Gateway
import Linkage
import Locking
import Postgres
import Records
import Sandbox
import Services
import Site
import Stores
import TestKit
import Testing
import Vault

/// The whole site on a real database, with a clock that the test moves.
struct StaffSite: Sendable {
  let owner: Database
  let accounts: AccountService
  let site: SiteApplication
  let visits: VisitService
  let keys: KeyRing
  let passwords: PasswordDesk
  let evidence: EvidenceService
  /// The key that files are sealed with, if there is one.
  let sealing: ServiceKeys?
  /// What checkpoints and bundles are signed with.
  let signing: SigningKeys?
  private let signIn: SignInService
  /// As the login role of staff's pages sees it.
  let visitDatabase: Database
  private let clock: Locked<Timestamp>

  var now: Timestamp { clock.withLock { $0 } }
  func wait(seconds: Double) { clock.withLock { $0 = $0.adding(seconds: seconds) } }

  private static let share = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../sql").path

  /// 2026-11-21 00:30 UTC
  static let start = Timestamp(microseconds: 1_795_221_000_000_000)

  static func with(
    _ kind: String = "test", poolSize: Int = 2, people: [WeighedPerson] = Found.people, answersPublic: Bool = true,
    hasKey: Bool = true, hasReceipts: Bool = false, _ body: (StaffSite) async throws -> Void
  ) async throws {
    try await withScratchDatabase(poolSize: poolSize) { owner, url in
      try await owner.execute("insert into installation (kind) values (\(kind)) on conflict do nothing")
      let staff = Database(try DatabaseConfiguration(url: url, user: "paradero_staff", poolSize: poolSize))
      let visitors = Database(try DatabaseConfiguration(url: url, user: "paradero_public", poolSize: poolSize))
      let scene = try StaffSite(
        owner: owner, staff: staff, visitors: hasReceipts ? visitors : nil, people: people,
        answersPublic: answersPublic,
        hasKey: hasKey)
      let outcome: Result<Void, any Error>
      do { outcome = .success(try await body(scene)) } catch { outcome = .failure(error) }
      await staff.close()
      await visitors.close()
      try outcome.get()
    }
  }

  private init(
    owner: Database, staff: Database, visitors: Database?, people: [WeighedPerson], answersPublic: Bool, hasKey: Bool
  ) throws {
    guard let origin = Origin("http://localhost:8080") else { preconditionFailure("the test's origin is one") }
    let clock = Locked(Self.start)
    self.owner = owner
    visitDatabase = staff
    self.clock = clock
    accounts = AccountService(owner)
    let keys = KeyRing(service: .generate(), keeper: KeeperKeys.generate().publicKey)
    self.keys = keys
    passwords = PasswordDesk(
      keys: keys, common: CommonPasswords(["password"]), cost: PasswordCost(passes: 1, bytes: 64 << 10))
    signIn = SignInService(staff, passwords: passwords, keys: keys)
    visits = VisitService(staff, judge: DoorClock())
    let sealing = hasKey ? ServiceKeys.generate() : nil
    self.sealing = sealing
    let signing = try? SigningKeys.generate()
    self.signing = signing
    // With more time than a real one: all tests run at once here.
    let runner = ToolRunner(.init(seconds: 60, memory: 1 << 30, output: 64 << 20), most: 2, queue: 100)
    evidence = EvidenceService(visits, keys: { sealing }, inspector: EvidenceInspector(runner))
    site = SiteApplication(
      search: FixedSearch(finds: answersPublic), places: NoPlaces(),
      staff: StaffServices(
        signIn: signIn, search: StaffSearch(FixedWeights(people: people), log: staff),
        attempts: AttemptService(staff), following: FollowingService(staff),
        calls: CallbackService(staff, keeper: nil), duplicates: DuplicateService(staff),
        protection: ProtectionService(staff), accounts: AccountDirectory(staff), visits: visits,
        review: ReviewService(staff, judge: DoorClock()), figures: FigureService(staff, judge: DoorClock()),
        keeping: AccountService(staff), tokens: TokenService(staff), signUp: SignUpService(staff),
        evidence: evidence,
        court: CourtServices(
          bundles: BundleService(staff, judge: DoorClock(), folder: [], keys: { sealing }, signing: { signing }),
          incidents: IncidentService(staff, judge: DoorClock()), checkpoints: CheckpointService(staff),
          publicKey: { signing?.publicKey.hex }),
        hotline: HotlineServices(
          intake: IntakeService(staff, keys: keys), alerts: AlertService(staff, publicSite: staff, keys: keys)),
        arrests: ArrestService(staff)),
      receipts: try visitors.map {
        try ReceiptService($0, keys: keys, share: Self.share, hours: OfficeHours.usual, promise: 8)
      },
      releases: ReleaseService(staff),
      configuration: SiteConfiguration(
        origin: origin, isPractice: false, placesReadOn: .farthest, now: { clock.withLock { $0 } }),
      report: { error, _ in print("answered 500: \(error)") })
  }

  /// A browser in which somebody of this role is signed in. The account is made if it is not there; the way in itself is
  /// tested elsewhere.
  func browser(_ name: String, _ role: Records.Role = .responder, office: String? = nil) async throws -> Browser {
    if try await !accounts.all().contains(where: { $0.name == name }) {
      if role.isSupervised, try await !accounts.all().contains(where: { $0.name == "the-attorney" }) {
        _ = try await accounts.invite("the-attorney", role: .attorney, office: "Ruiz & Chen", now: now)
      }
      _ = try await accounts.invite(
        name, role: role, office: office ?? (role == .attorney ? "Ruiz & Chen" : nil),
        organisation: role == .monitor ? "Red" : nil, under: role.isSupervised ? "the-attorney" : nil, now: now)
    }
    let token = SessionToken()
    let id = try await AccountStore(owner).account(named: name)?.id
    _ = try await SessionStore(owner).begin(
      account: id ?? 0, fingerprint: token.fingerprint, now: now, expiresAt: now.adding(seconds: 12 * 3600))
    var browser = Browser(site)
    browser.take(SiteApplication.staffCookie, token.text)
    return browser
  }

  /// Somebody who signed in, as services know them; the account is there.
  func signedIn(_ name: String) async throws -> Staff {
    let token = SessionToken()
    let id = try await AccountStore(owner).account(named: name)?.id
    _ = try await SessionStore(owner).begin(
      account: id ?? 0, fingerprint: token.fingerprint, now: now, expiresAt: now.adding(seconds: 3600))
    return try #require(try await signIn.staff(cookie: token.text, now: now))
  }

  /// The digits that the app of an account shows, or of one that is being set up.
  func code(_ secret: AppSecret) -> String {
    secret.code(step: AppSecret.step(secondsSinceEpoch: Double(now.microseconds) / 1_000_000))
  }
}

/// Finds the same person whatever is asked, or nobody.
struct FixedSearch: PersonSearch {
  let finds: Bool
  func search(_ request: SearchRequest, now: Timestamp) async throws -> SearchOutcome {
    guard finds, let one = Found.people.first else {
      return .notFound(
        NotFoundAdvice(dataAsOf: nil, freshness: [], reasons: [], locatorSpellings: [], lookAgain: []))
    }
    return .found(FoundPerson(told: [ToldFact(.wholeName, .same)], custody: one.custody, isSample: true))
  }
}

struct FixedWeights: WeighingSearch {
  let people: [WeighedPerson]
  func weigh(_ request: SearchRequest, now: Timestamp) async throws -> [WeighedPerson] { people }
}

struct NoPlaces: FacilityDirectory {
  func facility(code: String) async throws -> FacilityDetails? { nil }
  func facilities(matching text: String, state: String?, limit: Int) async throws -> FacilityMatches {
    FacilityMatches(facilities: [], total: 0)
  }
  func facilityCounts() async throws -> [StateCount] { [] }
  func fieldOffices() async throws -> [FieldOfficeArea] { [] }
}

enum Found {
  static let people = [
    WeighedPerson(
      assessment: Assessment(
        id: 77_001,
        agreements: [
          Agreement(fact: .familyName, level: .soundsAlike, bits: 6.94),
          Agreement(fact: .givenName, level: .exact, bits: 8.21),
          Agreement(fact: .sex, level: .different, bits: -3.5), Agreement(fact: .birth, level: .sameYear, bits: 4.05),
        ], nameFrequencyPerThousand: 0.4),
      likelihood: .likely, probability: 0.93,
      custody: LastCustody(
        status: .inCustody, kind: .bookIn,
        facility: FacilitySummary(
          code: "ADLNTCA", name: "Adelanto ICE Processing Center", city: "Adelanto", state: "CA"),
        placeText: nil, happened: .minute(StaffSite.start.adding(seconds: -25_200)),
        zone: Zone("America/Los_Angeles"), reportedAt: StaffSite.start.adding(seconds: -18_000), sourceKind: .roster,
        contradicted: true), isSample: true, hindrances: [.hidden, .unscreened], isStopped: true)
  ]
}
