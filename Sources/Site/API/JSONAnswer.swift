internal import CivilTime
internal import Foundation
internal import Gateway

extension Response {
  /// A value as JSON, its keys in a fixed order.
  static func encoded(_ value: some Encodable) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .json(Array(try encoder.encode(value)))
  }
}

extension Timestamp {
  /// `2026-11-20T16:05:00Z` (RFC 3339), to the second.
  var iso: String {
    Date(timeIntervalSince1970: (Double(microseconds) / 1_000_000).rounded(.down)).formatted(.iso8601)
  }
}
