internal import CivilTime
internal import Gateway
internal import Linkage
internal import Records
internal import Services

/// Open searches and pairs of people who may be one: what is shown, and what becomes of forms.
extension StaffDesk {
  static let deletedField = "deleted"

  // MARK: Open searches

  func following(
    _ typed: SearchInput = SearchInput(), _ faults: InputFaults = InputFaults([:]), isDeleted: Bool = false
  ) async throws -> Response {
    let searches = try await services.following.all(by: scene.staff, now: now)
    return .page(
      StaffFollowingPage(
        scene: scene, searches: searches, typed: typed, faults: faults, isDeleted: isDeleted, now: now),
      status: faults.byField.isEmpty ? .ok : .unprocessableContent)
  }

  func open(_ form: Form) async throws -> Response {
    guard scene.staff.may(.followSearches) else { return refusal }
    let typed = Self.typed(form)
    switch SearchRequest.parse(typed, today: now.utcDay ?? .farthest) {
    case .failure(let faults): return try await following(typed, faults)
    case .success(let wanted):
      // The page that follows is asked for anew, so that reloading it opens nothing twice.
      return redirect(.followed(try await services.following.open(wanted, by: scene.staff, now: now)))
    }
  }

  func followed(_ search: Int64) async throws -> Response {
    guard let found = try await services.following.look(at: search, by: scene.staff, now: now) else {
      return redirect(.following)
    }
    return .page(StaffFollowedPage(scene: scene, found: found, now: now))
  }

  func change(_ search: Int64, _ form: Form) async throws -> Response {
    guard let change = FollowingService.Change(rawValue: form[StaffFollowedPage.changeField] ?? "") else {
      return redirect(.followed(search))
    }
    try await services.following.change(search, change, by: scene.staff, now: now)
    return change == .delete ? redirect(.following, query: Self.deletedField) : redirect(.followed(search))
  }

  // MARK: People who may be one

  /// What became of the form before, as the address of the page says it.
  static func outcome(of request: Request) -> PairOutcome? {
    PairOutcome.allCases.first { request.query[$0.rawValue] != nil }
  }

  func duplicates(
    outcome: PairOutcome? = nil, fault: (form: String, fault: DuplicateService.Fault)? = nil
  ) async throws -> Response {
    let desk = try await services.duplicates.all(by: scene.staff, now: now)
    return .page(
      StaffDuplicatesPage(scene: scene, desk: desk, outcome: outcome, fault: fault, now: now),
      status: fault == nil ? .ok : .unprocessableContent)
  }

  func decide(_ form: Form) async throws -> Response {
    let why = form[StaffDuplicatesPage.whyField] ?? ""
    let decided: Result<PairOutcome, DuplicateService.Fault>
    let place: String
    if let decision = form[StaffDuplicatesPage.decisionField].flatMap({ Int64($0) }) {
      place = StaffDuplicatesPage.place(ofDecision: decision)
      decided = try await services.duplicates.undo(decision, why: why, by: scene.staff, now: now)
    } else if let a = form[StaffDuplicatesPage.firstField].flatMap({ Int64($0) }),
      let b = form[StaffDuplicatesPage.secondField].flatMap({ Int64($0) })
    {
      place = StaffDuplicatesPage.place(ofPair: a, b)
      let isSame = form[StaffDuplicatesPage.answerField] == StaffDuplicatesPage.same
      guard isSame || form[StaffDuplicatesPage.answerField] == StaffDuplicatesPage.different else {
        return redirect(.duplicates)
      }
      decided = try await services.duplicates.decide(a, b, same: isSame, why: why, by: scene.staff, now: now)
    } else {
      return redirect(.duplicates)
    }
    switch decided {
    case .success(let outcome): return redirect(.duplicates, query: outcome.rawValue)
    case .failure(let fault): return try await duplicates(fault: (place, fault))
    }
  }
}
