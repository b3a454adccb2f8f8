import Foundation
import Testing

@testable import CounselRules

/// A case written for people: facts in lines, and what each rule is expected to say.
///
///     scenario Half an hour short
///     place B-18
///     asof 2025-08-07T09:00
///     event e1 open_observed 2025-08-06T08:00..2025-08-06T15:30 observer A closedOtherwise
///     request R1 attorney prospective
///     event e2 refused 2025-08-06T10:00 requester A because=prospective ask=visit
///     expect B18-HOURS-BD/1 breached red
///     silent B18-HOURS-WE
///
/// Events before the first request are the place's. `absent` makes an event the assertion that it had not happened.
struct Scenario: Sendable, CustomTestStringConvertible {
  struct Expectation: Sendable {
    let line: String
    /// With a version; without one it is a rule that must say nothing.
    let rule: String
    let words: [String]
  }

  let file: String
  let name: String
  /// The facts in the form that `counsel evaluate` reads.
  let facts: SourceFile
  let expectations: [Expectation]
  let silent: [String]

  var testDescription: String { "\(file): \(name)" }

  /// Every scenario of the folder.
  static let all: [Scenario] = {
    let folder = Rules.testFolder.appendingPathComponent("Scenarios")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().flatMap { name in
      let text = (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
      return ("\n" + text).components(separatedBy: "\nscenario ").dropFirst().map {
        ScenarioReader(file: name, text: $0).scenario
      }
    }
  }()
}

/// Reads the lines of one scenario. A line that it does not understand becomes an expectation that fails.
private struct ScenarioReader {
  private struct Subject {
    var members: [String: Any] = [:]
    var events: [[String: Any]] = []
  }

  let scenario: Scenario

  init(file: String, text: String) {
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    var root: [String: Any] = ["format": FactsReader.format]
    var place: [String: Any] = [:]
    var subjects = [Subject()]
    var expectations: [Scenario.Expectation] = []
    var silent: [String] = []
    for line in lines.dropFirst() where !line.isEmpty && !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "place":
        place["id"] = words[1]
        for (key, value) in words.dropFirst(2).compactMap(Self.pair) {
          place[key] = ["standards", "clauses"].contains(key) ? Self.periods(value) : value
        }
      case "contested": place["contestedDays"] = Array(words.dropFirst())
      case "asof": root["asOf"] = words[1]
      case "request":
        var members: [String: Any] = ["id": words[1]]
        if words.count > 2, words[2] != "?" { members["role"] = words[2] }
        if words.count > 3, words[3] != "?" { members["relationship"] = words[3] }
        subjects.append(Subject(members: members))
      case "event": subjects[subjects.count - 1].events.append(Self.event(words))
      case "silent": silent += words.dropFirst()
      case "expect":
        expectations.append(.init(line: line, rule: words[1], words: Array(words.dropFirst(2))))
      default: expectations.append(.init(line: line, rule: "“\(words[0])” is no word of a scenario", words: []))
      }
    }
    root["place"] = place
    root["events"] = subjects[0].events
    root["requests"] = subjects.dropFirst().map { subject in subject.members.merging(["events": subject.events]) { $1 }
    }
    let data = (try? JSONSerialization.data(withJSONObject: root)) ?? Data()
    scenario = Scenario(
      file: file, name: lines.first ?? "", facts: SourceFile(name: file, data: data), expectations: expectations,
      silent: silent)
  }

  /// `event ID KIND TIME[..UNTIL] STANDING GRADE detail…`; a time may be `EARLIEST~LATEST`.
  private static func event(_ words: [String]) -> [String: Any] {
    guard words.count >= 6 else { return ["id": words.joined(separator: "_")] }
    var event: [String: Any] = [
      "id": words[1], "kind": words[2], "by": ["name": "Sample \(words[4])", "standing": words[4]], "grade": words[5],
    ]
    let times = words[3].components(separatedBy: "..")
    for (key, text) in zip(["at", "until"], times) {
      let both = text.components(separatedBy: "~")
      event[key] = both[0]
      if both.count > 1 { event[key + "Latest"] = both[1] }
    }
    var details: [String: Any] = [:]
    for word in words.dropFirst(6) {
      if word == "absent" {
        event["absent"] = true
      } else if let (key, value) = pair(word) {
        if key == "corrects" {
          event[key] = value
        } else if key == "name" {
          event["by"] = ["name": value, "standing": words[4]]
        } else {
          details[key] = Int(value).map { $0 as Any } ?? value
        }
      } else {
        details[word.hasPrefix("!") ? String(word.dropFirst()) : word] = !word.hasPrefix("!")
      }
    }
    if !details.isEmpty { event["details"] = details }
    return event
  }

  private static func pair(_ word: String) -> (String, String)? {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  /// `NAME[:FROM[:TO]],…`
  private static func periods(_ text: String) -> [[String: Any]] {
    text.split(separator: ",").map { item in
      let parts = item.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      var period: [String: Any] = ["name": parts[0]]
      if parts.count > 1, !parts[1].isEmpty { period["from"] = parts[1] }
      if parts.count > 2 { period["to"] = parts[2] }
      return period
    }
  }
}
