package import CivilTime
package import Linkage

extension RecordIndex {
  /// The people whom one of the readings may mean, best first; nobody who may be a minor.
  package func search(_ readings: [SoughtPerson], limit: Int, now: Timestamp) async throws -> [Verdict] {
    if let index = current {
      note { $0.fromMemory += 1 }
      return try await search(readings, in: index, limit: limit)
    }
    return try await withThrowingTaskGroup(of: [Verdict].self) { group in
      defer { group.cancelAll() }
      group.addTask {
        let found = try await self.searchDatabase(readings, limit: limit, now: now)
        self.note { $0.fromDatabase += 1 }
        return found
      }
      // While the index loads the database is busy: whoever still waits for it is answered by the index once that is there.
      group.addTask {
        while true {
          try await Task.sleep(for: .milliseconds(20))
          guard let index = self.current else { continue }
          self.note { $0.fromMemory += 1 }
          return try await self.search(readings, in: index, limit: limit)
        }
      }
      return try await group.next() ?? []
    }
  }

  /// The same in memory, however old what is there; nil while nothing is.
  package func searchMemory(_ readings: [SoughtPerson], limit: Int) async throws -> [Verdict]? {
    guard let index = latest else { return nil }
    return try await search(readings, in: index, limit: limit)
  }

  /// The same by the database's keys.
  package func searchDatabase(_ readings: [SoughtPerson], limit: Int, now: Timestamp) async throws -> [Verdict] {
    let today = now.utcDay ?? .farthest
    let letters = try await keeper.nameTables().letters
    let search = KeySearch(
      database: database, counted: try await keeper.countedRecords(today: today), letters: letters, numbers: numbers)
    return try await search.search(readings.map { letters.latin($0) }, limit: limit, today: today)
  }

  private func search(_ readings: [SoughtPerson], in index: PersonIndex, limit: Int) async throws -> [Verdict] {
    let letters = try await keeper.nameTables().letters
    return index.search(
      readings.map { index.matcher.prepare(letters.latin($0), aNumberKeys: numbers.keys($0.aNumber)) }, limit: limit)
  }

  /// Reads what searches need while the index is not there.
  package func warmUp(now: Timestamp) async throws {
    guard current == nil else { return }
    _ = try await keeper.countedRecords(today: now.utcDay ?? .farthest)
  }

  /// What to type into the official locator. Made from what was typed, and from how common names are in general: counts of
  /// the records would tell whether a rare name is among them.
  func spellings(of name: String) async throws -> [LocatorSpelling] {
    let tables = try await keeper.nameTables()
    return LocatorSpellings(parser: NameParser(tables.lexicon), frequencies: tables.common)
      .spellings(of: tables.letters.latin(name))
  }
}

extension Transliteration {
  fileprivate func latin(_ sought: SoughtPerson) -> SoughtPerson {
    var sought = sought
    sought.name = latin(sought.name)
    return sought
  }
}
