import Testing

@testable import Postgres

@Suite struct `A statement's ticket` {
  @Test func `stops a statement that has not been sent`() {
    var ticket = TicketMachine()
    #expect(ticket.cancel() == false)
    #expect(ticket.begin() == false)
  }

  @Test func `asks the server while the statement runs, once`() {
    var ticket = TicketMachine()
    #expect(ticket.begin() == true)
    #expect(ticket.cancel() == true)
    #expect(ticket.cancel() == false)
    #expect(ticket.isDefiant)
    #expect(ticket.askedServer() == false)
    #expect(ticket.end() == false)
    #expect(ticket.wasFired && !ticket.isDefiant)
  }

  @Test func `makes the connection wait for a request that is under way`() {
    var ticket = TicketMachine()
    #expect(ticket.begin() == true)
    #expect(ticket.cancel() == true)
    #expect(ticket.end() == true)
    #expect(ticket.askedServer() == true)
  }

  @Test func `does nothing after the statement has ended`() {
    var ticket = TicketMachine()
    #expect(ticket.begin() == true)
    #expect(ticket.end() == false)
    #expect(ticket.cancel() == false)
    #expect(!ticket.wasFired)
  }
}

@Suite struct `The cache of prepared statements` {
  func key(_ text: String, _ types: [UInt32] = []) -> StatementCache.Key { .init(sql: text, types: types) }

  @Test func `prepares at the second use`() {
    var cache = StatementCache()
    #expect(cache.use(key("a")) == .runUnprepared)
    #expect(cache.use(key("a")) == .prepare(as: "p1"))
    cache.prepared(key("a"), as: "p1")
    #expect(cache.use(key("a")) == .runPrepared("p1"))
    #expect(cache.use(key("a", [20])) == .runUnprepared)
  }

  @Test func `tries to prepare again when it failed`() {
    var cache = StatementCache()
    _ = cache.use(key("a"))
    #expect(cache.use(key("a")) == .prepare(as: "p1"))
    #expect(cache.use(key("a")) == .prepare(as: "p2"))
  }

  @Test func `gives up what was used longest ago`() {
    var cache = StatementCache(limit: 2)
    for (text, name) in [("a", "p1"), ("b", "p2")] {
      _ = cache.use(key(text))
      _ = cache.use(key(text))
      cache.prepared(key(text), as: name)
    }
    _ = cache.use(key("a"))
    #expect(cache.use(key("c")) == .runUnprepared)
    #expect(cache.takeDiscarded() == ["p2"])
    #expect(cache.takeDiscarded() == [])
    #expect(cache.use(key("a")) == .runPrepared("p1"))
  }

  @Test func `forgets everything when the schema has changed`() {
    var cache = StatementCache()
    _ = cache.use(key("a"))
    _ = cache.use(key("a"))
    cache.prepared(key("a"), as: "p1")
    cache.forgetAll()
    #expect(cache.takeDiscarded() == ["p1"])
    #expect(cache.use(key("a")) == .runUnprepared)
  }
}

@Suite struct `A plan for another attempt` {
  static func error(_ code: PostgresError.Code) -> PostgresError { PostgresError(code, "", at: Place("", "", 0)) }

  static let cases: [(code: PostgresError.Code, isRetried: Bool)] = [
    (.serializationFailure, true), (.deadlockDetected, true), (.connectionLost, true), (.uniqueViolation, false),
    (.outcomeUnknown, false), (.notReplicated, false), (.cancelled, false), (.readOnlyTransaction, false),
    (.rolledBack, false), (.statementStopped, false),
  ]

  @Test(arguments: cases.indices) func `tries again only what can succeed and has left nothing behind`(_ index: Int) {
    let (code, isRetried) = Self.cases[index]
    var plan = RetryPlan(retries: 3)
    #expect((plan.next(after: Self.error(code), chance: 0) != nil) == isRetried)
  }

  @Test func `gives up after the last attempt`() {
    var plan = RetryPlan(retries: 2)
    #expect(plan.next(after: Self.error(.deadlockDetected), chance: 1) == .milliseconds(10))
    #expect(plan.next(after: Self.error(.serializationFailure), chance: 0) == .milliseconds(10))
    #expect(plan.next(after: Self.error(.serializationFailure), chance: 1) == nil)
  }

  @Test func `takes a lost connection once`() {
    var plan = RetryPlan(retries: 5)
    #expect(plan.next(after: Self.error(.connectionLost), chance: 0) != nil)
    #expect(plan.next(after: Self.error(.connectionLost), chance: 0) == nil)
  }

  @Test func `looks for another server when this one takes no writes any more`() {
    var plan = RetryPlan(retries: 5, retriesReadOnly: true)
    #expect(plan.next(after: Self.error(.readOnlyTransaction), chance: 0) != nil)
  }
}
