internal import CivilTime
internal import Postgres
internal import Services

extension Examination {
  /// Without the index in memory every search goes to the database, and takes ten times as long.
  static let index = Examination(subject: "index") { context in
    var findings: [Finding] = []
    do {
      try await context.database(as: .index).execute("select from paradero.index_row limit 1")
    } catch let error as PostgresError where error.code == .loginRefused {
      return [.advice("index", "This user may not be the role “index”, so it was not looked at.")]
    }
    let weights = WeightService(try context.database(as: context.requiredRole()), share: try context.share())
    if try await weights.countedAt() == nil {
      findings.append(
        .advice("index", "Names were never counted, which makes the first searches slow: start “paradero serve” once."))
    }
    switch try await weights.current().learnt {
    case let learnt?:
      findings.append(
        .good(
          "index", "Weights were learnt on \(learnt.at.utcDay?.iso ?? "an unknown day") from \(learnt.people) people."))
    case nil:
      findings.append(
        .good("index", "Matching uses its default weights; “paradero weights learn” learns from the records."))
    }
    return findings
  }
}
