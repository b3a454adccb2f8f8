package import CivilTime
internal import Postgres
package import Records
internal import Stores

/// Why an organisation or an observer cannot be added as typed.
package enum NetworkFault: Error, Sendable, Equatable, CaseIterable {
  case noName, notAPhone, known, notASign, noPartner, notADay
}

/// Organisations that take over, and observers whom they trained.
extension IntakeService {
  package func addPartner(
    name: String, phone: String, takes: [HandoffNeed], by staff: Staff, now: Timestamp
  ) async throws -> Result<Int64, NetworkFault> {
    try staff.require(.takeReports)
    let name = FormText.tidy(name), phone = FormText.tidy(phone)
    guard name.count >= 2, name.unicodeScalars.count <= 120 else { return .failure(.noName) }
    guard phone.isEmpty || (phone.count <= 40 && CallerNumber(phone) != nil) else { return .failure(.notAPhone) }
    let added = try await database.transaction(actor: staff.actor) { session in
      try await HandoffStore(session).addPartner(
        name: name, phone: phone.isEmpty ? nil : phone, takes: Array(Set(takes)), account: staff.account.id, now: now)
    }
    return added.map { .success($0) } ?? .failure(.known)
  }

  package func addObserver(
    sign: String, partner: Int64?, trainedOn: String, by staff: Staff, now: Timestamp
  ) async throws -> Result<Int64, NetworkFault> {
    try staff.require(.takeReports)
    let sign = FormText.tidy(sign).uppercased()
    guard sign.wholeMatch(of: /[A-Z]{2,4}-[0-9]{1,4}/) != nil else { return .failure(.notASign) }
    guard let day = CivilDate(iso: FormText.tidy(trainedOn)), day.year > 1990, let today = now.utcDay, day <= today
    else {
      return .failure(.notADay)
    }
    return try await database.transaction(actor: staff.actor) { session in
      let store = HandoffStore(session)
      guard let partner, try await store.partners().contains(where: { $0.id == partner }) else {
        return .failure(.noPartner)
      }
      let added = try await store.addObserver(
        sign: sign, partner: partner, trainedOn: day, account: staff.account.id, now: now)
      return added.map { .success($0) } ?? .failure(.known)
    }
  }

  package func endObserver(_ id: Int64, by staff: Staff, now: Timestamp) async throws {
    try staff.require(.takeReports)
    _ = try await database.transaction(actor: staff.actor) { session in
      try await HandoffStore(session).endObserver(id, account: staff.account.id, now: now)
    }
  }
}
