internal import Postgres
internal import Services

extension Examination {
  /// A-numbers that lie plain are sealed by the running service; this says how many still wait for it.
  static let numbers = Examination(subject: "A-numbers") { context in
    let found: (plain: Int, isAnySealed: Bool)
    do {
      found = try await NumberSealing(try context.database(as: .staff)).count()
    } catch let error as PostgresError where error.code == .loginRefused {
      return [.advice("A-numbers", "This user may not be the role “staff”, so they were not counted.")]
    }
    if found.plain > 0 {
      return [
        .advice(
          "A-numbers",
          "\(found.plain) lie plain: the service seals them within a minute, if it runs and has service.key.")
      ]
    }
    return [.good("A-numbers", found.isAnySealed ? "All are sealed." : "There are none.")]
  }
}
