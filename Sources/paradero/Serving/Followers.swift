internal import CivilTime
internal import Postgres
internal import Services

/// What goes on beside the answering of requests: open searches and records of several sources, matched as they come; and
/// once an hour what was counted of strangers' guesses and answers is forgotten, when it is past; and once a minute A-numbers
/// that somebody without the key wrote are sealed.
struct Followers: Sendable {
  let searches: SearchFollower
  let duplicates: DuplicateFollower
  let protection: ProtectionService
  let numbers: NumberSealing
  let log: LineLog

  init(_ database: Database, records: RecordIndex, log: LineLog) {
    searches = SearchFollower(database, records: records)
    duplicates = DuplicateFollower(database, records: records)
    protection = ProtectionService(database)
    numbers = NumberSealing(database)
    self.log = log
  }

  /// Until the task is cancelled. Of several instances one at a time does each.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await loop("searches").run { try await searches.step(now: $0).didSomething } }
      group.addTask { await loop("duplicates").run { try await duplicates.step(now: $0).didSomething } }
      group.addTask { await forget() }
      group.addTask { await sealNumbers() }
    }
  }

  private func forget() async {
    while !Task.isCancelled {
      do { try await protection.forget(now: .now) } catch {
        if !Task.isCancelled { log.warning("forgetting", ["why": .template(Failure(explaining: error).sentence)]) }
      }
      try? await Task.sleep(for: .seconds(3600))
    }
  }

  private func sealNumbers() async {
    while !Task.isCancelled {
      do {
        let sealed = try await numbers.run()
        if sealed > 0 { log.info("sealed", ["numbers": .count(sealed)]) }
      } catch {
        if !Task.isCancelled { log.warning("sealing", ["why": .template(Failure(explaining: error).sentence)]) }
      }
      try? await Task.sleep(for: .seconds(60))
    }
  }

  private func loop(_ name: StaticString) -> FollowerLoop {
    FollowerLoop {
      .now
    } failed: { error in
      log.warning("following", ["what": .word(name), "why": .template(Failure(explaining: error).sentence)])
    }
  }
}
