import Foundation
import Linkage
import Testing

/// Invented pairs whose bits are frozen in `Pairs/labelled.tsv`, so that every change of behaviour is a diff.
@Suite struct `Labelled pairs` {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs/labelled.tsv")

  private static func tenths(_ sought: String, _ listed: String) -> Int {
    Int((NamesInUse.bits(sought, listed) * 10).rounded())
  }

  @Test func `are given the bits that they had`() throws {
    var lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map { String($0) }
    var changed: [String] = []
    for (place, line) in lines.enumerated() where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      try #require(columns.count == 5)
      let now = "\(Self.tenths(columns[2], columns[3]))"
      if now != columns[4] { changed.append("\(line) is now \(now)") }
      lines[place] = (columns.dropLast() + [now]).joined(separator: "\t")
    }
    if ProcessInfo.processInfo.environment["PARADERO_GOLDEN"] == "write" {
      try (lines.joined(separator: "\n") + "\n").write(to: Self.file, atomically: true, encoding: .utf8)
    } else {
      #expect(changed.isEmpty, "\(changed.joined(separator: "\n"))")
    }
  }

  @Test func `are told apart, but for few`() throws {
    var bits: [String: [Int]] = [:]
    for line in try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      bits[columns[0], default: []].append(Self.tenths(columns[2], columns[3]))
    }
    let same = try #require(bits["m"])
    let other = try #require(bits["u"])
    #expect(Double(same.count { $0 >= 70 }) >= 0.95 * Double(same.count))
    #expect(Double(other.count { $0 < 70 }) >= 0.95 * Double(other.count))
  }
}
