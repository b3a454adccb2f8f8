import CivilTime
import Linkage
import Postgres
import Records
import Stores
import Testing

@testable import Services

@Suite struct `An open search` {
  @Test func `meets a record that comes later, and one that was there before`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      let before = try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT")
      let search = try await scene.open("Mateo Xiloj", .on("1991-04-13"), country: "GT")
      try await scene.settle()
      #expect(try await scene.pairs() == [[search, before]])
      let later = try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT", source: "Other jail")
      let follower = scene.follower()
      try await scene.settle(follower)
      #expect(try await scene.pairs() == [[search, before], [search, later]])
      #expect(try await scene.reports(search, later) == ["new"])
      // By a misspelled name, to a mirror that is up already.
      let misspelled = try await scene.list("SHILOJ, MATEO", "1991-04-13", country: "GT")
      try await scene.settle(follower)
      #expect(try await scene.pairs().contains([search, misspelled]))
    }
  }

  @Test func `meets a record by a number that is one digit off, without a name in common`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      let search = try await scene.open("", aNumber: "123456789")
      try await scene.settle()
      let exact = try await scene.list("DIALLO, MAMADOU", country: "GN", aNumber: "123456789")
      let near = try await scene.list("KAUR, HARPREET", country: "IN", aNumber: "123456798")
      try await scene.settle()
      #expect(try await scene.pairs().contains([search, exact]))
      // A number that is off shows nobody by itself.
      #expect(try await !scene.pairs().contains([search, near]))
      let named = try await scene.open("Harpreet Kaur", aNumber: "123456789")
      try await scene.settle()
      #expect(try await scene.pairs().contains([named, near]))
    }
  }

  @Test func `reports each match once, whatever is done again`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      let person = try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT")
      let search = try await scene.open("Mateo Xiloj Tzoc", .on("1991-04-13"), country: "GT")
      try await scene.settle()
      for _ in 0..<3 {
        try await ChangeStore(scene.owner).append(.person, id: person)
        try await scene.owner.execute("update open_search set due_at = \(scene.now), is_settling = false")
        try await scene.owner.execute("update follower set seq = 0")
        try await scene.settle()
      }
      #expect(try await scene.reports(search, person) == ["new"])
      #expect(try await scene.pairs() == [[search, person]])
    }
  }

  @Test func `is told again when a record changes for the better, and not for the worse`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      let person = try await scene.list("XILOJ TZOC, MATEO", country: "GT")
      let search = try await scene.open("Mateo Xiloj Tzoc", .on("1991-04-13"), country: "GT")
      try await scene.settle()
      #expect(try await scene.reports(search, person) == ["new"])
      let better = try await scene.batch("Court list")
      try await scene.tell(better, "XILOJ TZOC, MATEO", "1991-04-13", country: "GT", of: person)
      try await scene.finish(better)
      try await scene.settle()
      #expect(try await scene.reports(search, person) == ["new", "better"])
      try await BatchStore(scene.owner).withdraw(better, because: "test")
      try await scene.settle()
      #expect(try await scene.reports(search, person) == ["new", "better"])
      // The best that was told stays, so that the same again is no news.
      try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT", source: "Court list", of: person)
      try await scene.settle()
      #expect(try await scene.reports(search, person) == ["new", "better"])
      #expect(try await scene.pairs() == [[search, person]])
    }
  }

  @Test func `loses a match when what told of it is withdrawn, and has it back in silence`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      let batch = try await scene.batch()
      let person = try await scene.tell(batch, "XILOJ TZOC, MATEO", "1991-04-13", country: "GT")
      try await scene.finish(batch)
      let search = try await scene.open("Mateo Xiloj Tzoc", .on("1991-04-13"), country: "GT")
      try await scene.settle()
      try await BatchStore(scene.owner).withdraw(batch, because: "wrong file")
      try await scene.settle()
      #expect(try await scene.pairs().isEmpty)
      #expect(try await scene.gone(search, person) == "withdrawn")
      try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT", of: person)
      try await scene.settle()
      #expect(try await scene.pairs() == [[search, person]])
      #expect(try await scene.reports(search, person) == ["new"])
    }
  }

  @Test func `is not matched with anybody who may be a minor`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      try await scene.list("XILOJ TZOC, MATEO", "2012-04-13", country: "GT")
      try await scene.list("XILOJ TZOC, MATEO", "2008", country: "GT")
      try await scene.open("Mateo Xiloj Tzoc", .on("2012-04-13"), country: "GT")
      try await scene.open("Mateo Xiloj Tzoc", country: "GT")
      try await scene.settle()
      #expect(try await scene.pairs().isEmpty)
    }
  }

  @Test func `ends after ninety days unless it is looked at, by hand, and for good`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      let searches = OpenSearchStore(scene.staff)
      let name = "Mateo Xiloj Tzoc"
      let ended = try await scene.open(name, at: scene.now.adding(seconds: -91 * 86_400))
      let closed = try await scene.open(name)
      let renewed = try await scene.open(name, at: scene.now.adding(seconds: -91 * 86_400))
      let deleted = try await scene.open(name)
      let old = try await scene.open(name, at: scene.now.adding(seconds: -105 * 86_400))
      try await searches.close(closed, now: scene.now)
      try await searches.renew(renewed, now: scene.now)
      let follower = scene.follower()
      try await scene.settle(follower)
      try await searches.delete(deleted)
      let person = try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT")
      try await scene.settle(follower)
      #expect(try await scene.pairs() == [[renewed, person]])
      #expect(try await searches.search(deleted) == nil)
      #expect(try await searches.search(old) == nil, "it ended more than 14 days ago")
      // Opened again, and looked at again, they meet all that came meanwhile.
      try await searches.reopen(closed, now: scene.now)
      try await searches.renew(ended, now: scene.now)
      try await scene.settle(follower)
      #expect(try await scene.pairs() == [[renewed, person], [closed, person], [ended, person]])
      try await searches.delete(renewed)
      #expect(try await scene.owner.first("select 1 from search_match where search_id = \(renewed)") == nil)
    }
  }

  @Test func `is found again by the full cross-match, which names what is missing and mends it`() async throws {
    try await FollowingScene.with { scene in
      try await scene.crowd()
      let person = try await scene.list("XILOJ TZOC, MATEO", "1991-04-13", country: "GT")
      let other = try await scene.list("VILLARREAL, ANA", "1980-02-03", country: "GT")
      let search = try await scene.open("Mateo Xiloj Tzoc", .on("1991-04-13"), country: "GT")
      try await scene.settle()
      let check = FollowingCheck(scene.staff, records: scene.records)
      let whole = try await check.run(now: scene.now)
      #expect(whole.isComplete && !whole.isWaiting && whole.found == 1 && whole.kept == 1 && whole.otherwise.isEmpty)
      try await scene.owner.execute("update search_match set person_id = \(other), bits = 30")
      let broken = try await check.run(now: scene.now, repairs: true)
      #expect(broken.missing == [.init(search: search, person: person)])
      #expect(broken.stale == [.init(search: search, person: other)])
      try await scene.settle()
      #expect(try await scene.pairs() == [[search, person]])
      #expect(try await check.run(now: scene.now).isComplete)
    }
  }
}
