internal import Postgres
internal import CivilTime
internal import CounselRules
internal import Foundation
internal import Records
internal import Stores

/// Sorts findings into those that may stand in a bundle and those that stay off, and notes which rules were used.
struct BundleFindings {
  private let judge: any VisitJudge
  private(set) var used: Set<RuleID> = []
  private var off: [RuleID: (count: Int, isUnverified: Bool)] = [:]
  private var casesOfRequest: [Int64: [Int64]] = [:]

  init(_ judge: any VisitJudge) { self.judge = judge }

  func cases(of request: Int64) -> [Int64] { casesOfRequest[request] ?? [] }

  var leftOff: [BundleMatter.LeftOff] {
    off.sorted { $0.key < $1.key }.map { id, value in
      BundleMatter.LeftOff(
        id: id, cite: judge.rule(named: id.description)?.cite ?? "", findings: value.count,
        isUnverified: value.isUnverified)
    }
  }

  /// Of requests, by request.
  mutating func take(
    _ rows: [BundledFindingRow], _ verdicts: [(caseID: Int64, verdict: String, at: Timestamp, account: Int64)]
  ) throws -> [Int64: [BundleFinding]] {
    let byCase = Dictionary(grouping: verdicts) { $0.caseID }
    var taken: [Int64: [BundleFinding]] = [:]
    for row in rows {
      let finding = try row.finding.decode(as: Finding.self)
      guard mayStand(finding) else { continue }
      if let id = row.caseID { casesOfRequest[row.request, default: []].append(id) }
      taken[row.request, default: []].append(
        bundled(finding, row.state, row.caseID.flatMap { byCase[$0] }?.map { ($0.verdict, $0.at, $0.account) } ?? []))
    }
    return taken
  }

  private func bundled(
    _ finding: Finding, _ state: CaseState?, _ verdicts: [(String, Timestamp, Int64)]
  ) -> BundleFinding {
    let rule = judge.rule(named: finding.rule.description)
    return BundleFinding(
      finding: finding, plain: rule?.plain["en"] ?? finding.rule.description, cite: rule?.cite ?? "", state: state,
      verdicts: verdicts.map { (verdict: $0.0, at: $0.1, account: $0.2) })
  }

  private mutating func mayStand(_ finding: Finding) -> Bool {
    guard finding.isPublishable else {
      // A threshold of this service's own has no text that somebody could compare.
      let isUnverified = finding.certainty == .possible && finding.authority != .heuristic
      off[finding.rule, default: (0, isUnverified)].count += 1
      return false
    }
    used.insert(finding.rule)
    return true
  }
}

/// The rulebook as files, for what an order holds and for the words of a version.
struct BundleRules {
  private let files: [SourceFile]

  init(_ files: [SourceFile]) { self.files = files }

  /// The names of the rules that rest on a docket.
  func names(docket: String) throws -> [String] {
    // Without any rule there is no order, and nothing to read.
    guard !files.isEmpty else { return [] }
    let wanted = docket.trimmingCharacters(in: .whitespaces).lowercased()
    return Set(
      try RulebookReader.read(files).rules.filter { Self.is($0.authority.docket, wanted) }.map(\.id.name)
    ).sorted()
  }

  /// A docket number may be followed by the judge's letters and the court's name.
  private static func `is`(_ docket: String?, _ wanted: String) -> Bool {
    guard let docket = docket?.lowercased(), wanted.count > 5 else { return false }
    return docket == wanted || docket.hasPrefix(wanted + " ") || docket.hasPrefix(wanted + "-")
  }

  /// A version in the words of its file; nil where the rulebook does not have it.
  func text(of id: RuleID, _ judge: any VisitJudge) -> BundleMatter.RuleText? {
    guard let file = files.first(where: { $0.name.hasSuffix("/\(id.name).\(id.version).json") }) else { return nil }
    return BundleMatter.RuleText(
      id: id, cite: judge.rule(named: id.description)?.cite ?? "", text: String(decoding: file.data, as: UTF8.self))
  }
}
