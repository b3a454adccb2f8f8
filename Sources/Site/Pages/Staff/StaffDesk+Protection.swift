internal import Disclosure
internal import Gateway
internal import Services
internal import Stores

/// Protection, screening, and what strangers tried: what is shown, and what becomes of forms.
extension StaffDesk {
  func protection(
    outcome: ProtectionService.Outcome? = nil, typed: [StaffProtectionPage.Field: String] = [:],
    faults: Set<StaffProtectionPage.Field> = []
  ) async throws -> Response {
    let desk = try await services.protection.desk(by: scene.staff, now: now)
    return .page(
      StaffProtectionPage(scene: scene, desk: desk, outcome: outcome, typed: typed, faults: faults, now: now),
      status: faults.isEmpty ? .ok : .unprocessableContent)
  }

  /// What became of the form before, as the address of the page says it.
  static func protectionOutcome(of request: Request) -> ProtectionService.Outcome? {
    ProtectionService.Outcome.allCases.first { request.query[$0.rawValue] != nil }
  }

  func protect(_ form: Form) async throws -> Response {
    let number = form[StaffProtectionPage.numberField].flatMap { Int64($0) }
    let change: ProtectionService.Change?
    switch StaffProtectionPage.Step(rawValue: form[StaffProtectionPage.changeField] ?? "") {
    case .new: return try await protection(typed: [.person: number.map(String.init) ?? ""])
    case .protect:
      var typed: [StaffProtectionPage.Field: String] = [:]
      for field in StaffProtectionPage.Field.allCases {
        typed[field] = String((form[field.rawValue] ?? "").prefix(20))
      }
      switch Self.protection(typed) {
      case .failure(let wrong): return try await protection(typed: typed, faults: wrong.fields)
      case .success(let wanted): change = wanted
      }
    case .lift:
      let reason = LiftReason(rawValue: form[StaffProtectionPage.reasonField] ?? "") ?? .asked
      change = number.map { .lift($0, reason) }
    case .uphold: change = number.map { .decide($0, isUpheld: true) }
    case .reject: change = number.map { .decide($0, isUpheld: false) }
    case .restore: change = number.map { .restore($0) }
    case .safe: change = number.map { .screen($0, isSafe: true) }
    case .unsafe: change = number.map { .screen($0, isSafe: false) }
    case .seen: change = number.map { .see(stop: $0) }
    case .open: change = .openAnswers
    case nil: change = nil
    }
    guard let change else { return redirect(.protection) }
    let outcome = try await services.protection.apply(change, by: scene.staff, now: now)
    // The page that follows is asked for anew, so that reloading it does nothing twice.
    return redirect(.protection, query: outcome.rawValue)
  }

  private struct Wrong: Error {
    let fields: Set<StaffProtectionPage.Field>
  }

  private static func protection(
    _ typed: [StaffProtectionPage.Field: String]
  ) -> Result<ProtectionService.Change, Wrong> {
    var wrong: Set<StaffProtectionPage.Field> = []
    let digits = (typed[.person] ?? "").filter { $0.isASCII && $0.isNumber }
    let person = Int64(digits).flatMap { $0 > 0 ? $0 : nil }
    if person == nil { wrong.insert(.person) }
    let daysText = (typed[.days] ?? "").split(separator: " ").joined()
    let days = Int(daysText)
    if !daysText.isEmpty, !(days.map { (1...ProtectionService.longest).contains($0) } ?? false) { wrong.insert(.days) }
    guard let person, wrong.isEmpty else { return .failure(Wrong(fields: wrong)) }
    let kind = Hindrance(rawValue: typed[.kind] ?? "").flatMap { Hindrance.settable.contains($0) ? $0 : nil }
    return .success(
      .protect(
        person, kind ?? .hidden, ProtectionAsker(rawValue: typed[.asker] ?? "") ?? .responder, days: days))
  }
}
