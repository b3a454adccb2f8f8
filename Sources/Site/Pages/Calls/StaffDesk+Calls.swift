internal import Gateway
internal import Services
internal import Stores

/// Calls to families: what is shown, and what becomes of forms.
extension StaffDesk {
  func calls() async throws -> Response {
    .page(StaffCallsPage(scene: scene, calls: try await services.calls.all(by: scene.staff), now: now))
  }

  func call(_ id: Int64, contact: ContactAnswer? = nil, isTooLate: Bool = false) async throws -> Response {
    guard let (call, request) = try await services.calls.look(at: id, by: scene.staff) else { return redirect(.calls) }
    let page = StaffCallPage(
      scene: scene, call: call, request: request, contact: contact, isTooLate: isTooLate, now: now)
    return .page(page, status: isTooLate ? .conflict : .ok)
  }

  func changeCall(_ id: Int64, _ form: Form) async throws -> Response {
    let change: CallbackService.Change
    switch StaffCallPage.Change(rawValue: form[StaffCallPage.changeField] ?? "") {
    case .take?: change = .take
    case .giveBack?: change = .giveBack
    case .protect?: change = .protect
    case .agree?: change = .agree
    case .tried?: change = .tried
    case .finish?:
      guard let outcome = Callback.Outcome(rawValue: form[StaffCallPage.outcomeField] ?? "") else {
        return redirect(.call(id))
      }
      change = .finish(outcome)
    case .open?:
      // The contact is in this answer alone; the page asked for anew does not have it.
      let reason = form[StaffCallPage.reasonField] ?? ""
      return try await call(
        id, contact: try await services.calls.contact(of: id, reason: reason, by: scene.staff, now: now))
    case nil: return redirect(.call(id))
    }
    guard try await services.calls.change(id, change, by: scene.staff, now: now) else {
      return try await call(id, isTooLate: true)
    }
    return redirect(.call(id))
  }
}
