internal import CivilTime
internal import Records
internal import Stores

/// What the forms become once every field was checked.
extension VisitReader {
  /// A request with its client. Nil if anything was wrong; `faults` says what.
  mutating func filing() -> (client: VisitClient, ask: VisitAsk)? {
    let name = wanted(.clientName)
    let client = VisitClient(
      personID: person(), name: name ?? "", aNumber: aNumber(), birth: text(.birth), country: country())
    guard let ask = ask(isAtDoor: false), faults.isEmpty else { return nil }
    return (client, ask)
  }

  /// Visits that begin at the door: one for each name, on a line of its own.
  mutating func walkIn() -> (clients: [VisitClient], ask: VisitAsk)? {
    let names = input[.clients].split(whereSeparator: \.isNewline).map { FormText.tidy(String($0)) }
      .filter { !$0.isEmpty }
    if names.isEmpty { faults[.clients] = .missing }
    if names.count > Self.mostClients { faults[.clients] = .tooMany(limit: Self.mostClients) }
    if names.contains(where: { $0.count > VisitField.clientName.limit }) {
      faults[.clients] = .tooLong(limit: VisitField.clientName.limit)
    }
    guard let ask = ask(isAtDoor: true), faults.isEmpty else { return nil }
    return (names.map { VisitClient(name: $0) }, ask)
  }

  static let mostClients = 20

  private mutating func ask(isAtDoor: Bool) -> VisitAsk? {
    let role = choice(.role, as: AskerRole.self) ?? .attorney
    let tie = wantedChoice(.tie, as: ClientTie.self)
    let mode = isAtDoor ? choice(.mode, as: VisitMode.self) ?? .contact : wantedChoice(.mode, as: VisitMode.self)
    let supervisor = text(.supervisor)
    if role.needsSupervisor, supervisor == nil, faults[.supervisor] == nil, !isAtDoor { faults[.supervisor] = .missing }
    let windows = [
      window(.day1, .from1, .to1), window(.day2, .from2, .to2), window(.day3, .from3, .to3),
    ].compactMap(\.self)
    let urgency = choice(.urgency, as: VisitUrgency.self) ?? .none
    var urgentAt: Timestamp?
    if let day = day(.urgentDay) { urgentAt = moment(day, minute(.urgentTime) ?? 0, .urgentTime) }
    let ask = VisitAsk(
      role: role, askerName: text(.askerName), supervisor: supervisor, companions: text(.companions),
      people: number(.people, in: 1...20) ?? 1, tie: tie ?? .other, g28: choice(.g28, as: G28Status.self) ?? .none,
      mode: mode ?? .contact, windows: windows, minutes: number(.minutes, in: 5...480), languages: text(.languages),
      accommodation: text(.accommodation), urgency: urgency, urgentAt: urgentAt)
    return faults.isEmpty ? ask : nil
  }

  /// Something that happened, told by the writer unless the form names somebody else.
  mutating func event(writer: String) -> NewVisitEvent? {
    let kind = wantedChoice(.kind, as: VisitEventKind.self)
    let at = happened()
    let toldBy = text(.toldBy)
    let standing = choice(.standing, as: Observer.Standing.self) ?? (toldBy == nil ? .requester : .observer)
    let observer = Observer(name: toldBy ?? writer, standing: standing, isFirstHand: toldBy == nil)
    let grade = choice(.grade, as: EvidenceGrade.self) ?? (toldBy == nil ? .c : .d)
    let channel = choice(.channel, as: VisitChannel.self)
    let corrects = id(.corrects), seen = id(.seen)
    let details = details()
    let note = text(.note)
    if kind == .takenBack, corrects == nil { faults[.corrects] = .missing }
    if kind == .note, note == nil, faults[.note] == nil { faults[.note] = .missing }
    if kind == .reviewed, details.verdict == nil { faults[.verdict] = .notChosen }
    guard faults.isEmpty, let kind, let at else { return nil }
    return NewVisitEvent(
      kind, at: at, observer: observer, channel: channel, grade: grade, corrects: corrects, seen: seen,
      details: details, note: note)
  }

  private mutating func details() -> VisitDetails {
    var details = VisitDetails()
    details.because = choice(.because, as: TurnedAwayBecause.self)
    details.written = answer(.written)
    details.demanded = choice(.demanded, as: DemandedThing.self)
    details.doorOpen = answer(.door)
    details.officerWithinHearing = answer(.officer)
    details.contact = answer(.contact)
    details.documentsPass = answer(.papers)
    details.signed = answer(.signed)
    details.documented = answer(.documented)
    details.answered = answer(.answered)
    details.verdict = choice(.verdict, as: ReviewVerdict.self)
    if let slot = window(.slotDay, .slotFrom, .slotTo) {
      details.slotOpens = slot.opens.microseconds
      details.slotCloses = slot.closes.microseconds
    }
    return details
  }

  private mutating func id(_ field: VisitField) -> Int64? {
    read(field) { text throws(VisitFault) in
      guard let number = Int64(text), number > 0 else { throw .notChosen }
      return number
    }
  }
}
