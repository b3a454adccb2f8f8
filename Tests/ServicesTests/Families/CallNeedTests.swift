import CivilTime
import Disclosure
import Linkage
import Locking
import Postgres
import Stores
import Testing

@testable import Services

@Suite struct `A call that a family asks for` {
  /// Says of every search what a test wants.
  private final class Judge: CallJudge {
    let need: Locked<CallNeed>
    let asked = Locked<[SearchRequest]>([])
    init(_ need: CallNeed) { self.need = Locked(need) }
    func callNeed(_ request: SearchRequest, now: Timestamp) async throws -> CallNeed {
      asked.withLock { $0.append(request) }
      return need.withLock { $0 }
    }
  }

  private static let needs: [CallNeed] = [
    CallNeed(.asked), CallNeed(.notEarned), CallNeed(.protected, needsTwo: true), CallNeed(.locked, needsTwo: true),
  ]

  @Test(arguments: needs.indices) func `says why it is made`(_ index: Int) async throws {
    let need = Self.needs[index]
    try await FamilyScene.with { scene in
      let judge = Judge(need)
      let receipt = try #require(try await scene.follow())
      let contact = FamilyContact(reach: "+1 555 010 0199")
      try await scene.receipts.act(.want(.call, contact), with: receipt.code, judge: judge, now: scene.now)
      #expect(judge.asked.withLock { $0 } == [FamilyScene.sought])
      let me = try #require(try await scene.responder("ana")).staff
      let call = try #require(try await scene.calls.all(by: me).first)
      #expect(call.reason == need.reason && call.needsTwo == need.needsTwo)
      // Mail is no call: nobody is asked.
      try await scene.receipts.act(
        .want(.mail, FamilyContact(reach: "a@example.org")), with: receipt.code, judge: judge, now: scene.now)
      #expect(judge.asked.withLock { $0.count } == 1)
    }
  }

  @Test func `is looked at again when it is taken, opened and ended, and never loosened`() async throws {
    try await FamilyScene.with { scene in
      let (_, id) = try await scene.waiting()
      let judge = Judge(CallNeed(.notEarned))
      let calls = CallbackService(
        scene.staff, keeper: FamilyScene.Line(service: scene.keeperService, now: scene.now), judge: judge)
      let me = try #require(try await scene.responder("ana")).staff
      let other = try #require(try await scene.responder("ben")).staff
      #expect(try await calls.change(id, .take, by: me, now: scene.now))
      #expect(try await calls.all(by: me).first?.reason == .notEarned)
      // Somebody protects the person while the call is under way.
      judge.need.withLock { $0 = CallNeed(.protected, needsTwo: true) }
      let reason = "First call, as the family asked."
      #expect(try await calls.contact(of: id, reason: reason, by: me, now: scene.now) == .refused(.notAgreed))
      #expect(try await !calls.change(id, .finish(.told), by: me, now: scene.now))
      judge.need.withLock { $0 = CallNeed(.asked) }
      #expect(try await !calls.change(id, .finish(.told), by: me, now: scene.now), "two still have to agree")
      #expect(try await calls.change(id, .agree, by: other, now: scene.now))
      #expect(try await calls.change(id, .finish(.told), by: me, now: scene.now))
    }
  }
}
