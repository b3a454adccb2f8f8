internal import CivilTime
internal import Postgres
internal import Services

/// What goes on beside the answering of requests: open searches and records of several sources, matched as they come.
struct Followers: Sendable {
  let searches: SearchFollower
  let duplicates: DuplicateFollower
  let log: LineLog

  init(_ database: Database, records: RecordIndex, log: LineLog) {
    searches = SearchFollower(database, records: records)
    duplicates = DuplicateFollower(database, records: records)
    self.log = log
  }

  /// Until the task is cancelled. Of several instances one at a time does each.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await loop("searches").run { try await searches.step(now: $0).didSomething } }
      group.addTask { await loop("duplicates").run { try await duplicates.step(now: $0).didSomething } }
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
