/// What loading the places did, for the command to print.
package struct FacilityLoadReport: Sendable, Equatable {
  package internal(set) var places = 0
  package internal(set) var added = 0
  package internal(set) var changed = 0
  package internal(set) var aliases = 0
  package internal(set) var standardsByName = 0
  package internal(set) var standardsByAddress = 0
  package internal(set) var standardsByHand = 0
  /// Lines of the list of inspections that no place fits.
  package internal(set) var standardsUnmatched: [String] = []
  package internal(set) var transfers = TransferSummary()

  /// How many lines of the list of inspections found their place.
  package var standardsJoined: Int { standardsByName + standardsByAddress + standardsByHand }

  /// In a few lines.
  package var lines: [String] {
    let unchanged = places - added - changed
    return [
      "\(places) places: \(added) added, \(changed) changed, \(unchanged) as they were; \(aliases) other names",
      """
      \(standardsJoined) of \(standardsJoined + standardsUnmatched.count) inspected places joined: \(standardsByName) \
      by name, \(standardsByAddress) by address, \(standardsByHand) by hand
      """,
      """
      \(transfers.counted) transfers between \(transfers.pairs) pairs of places, \(transfers.toSelf) of them from a \
      place to itself
      """,
    ]
      + (transfers.unknown.isEmpty
        ? []
        : ["\(transfers.lost) transfers left out, of \(transfers.unknown.count) codes that no list has"])
  }
}

/// What the counted transfers come to, and which codes in them no list of places has.
package struct TransferSummary: Sendable, Equatable {
  /// Pairs of places that are both known.
  package private(set) var pairs = 0
  package private(set) var counted = 0
  /// Of the counted, those from a place to itself.
  package private(set) var toSelf = 0
  /// Transfers of which one end is unknown.
  package private(set) var lost = 0
  /// Codes that no list has, with how many transfers name them; the most first.
  package private(set) var unknown: [UnknownCode] = []

  package struct UnknownCode: Sendable, Equatable {
    package let code: String
    package let transfers: Int
  }

  init() {}

  init(_ transfers: [(from: String, to: String, count: Int)], known: Set<String>) {
    var missing: [String: Int] = [:]
    for transfer in transfers {
      let unknownEnds = Set([transfer.from, transfer.to]).subtracting(known)
      guard unknownEnds.isEmpty else {
        lost += transfer.count
        for code in unknownEnds { missing[code, default: 0] += transfer.count }
        continue
      }
      pairs += 1
      counted += transfer.count
      if transfer.from == transfer.to { toSelf += transfer.count }
    }
    unknown = missing.map { UnknownCode(code: $0.key, transfers: $0.value) }
      .sorted { ($1.transfers, $0.code) < ($0.transfers, $1.code) }
  }
}
