internal import CivilTime
internal import Records

/// The public release of detention stints: a row is one stay at one facility of a person without a name.
///
/// What a row gives: the arrival (`book_in` for the first stint of a stay, `transfer` for the others), and how the stint
/// ended. "Transferred" is told by the arrival at the next place; the departure counts only while no row tells of one.
/// Only the last stint of a stay tells its end. Stays are never joined: a gap between two is liberty.
extension RowReader {
  /// Fills the row; false when it is to be left out.
  mutating func readStint(_ row: inout ImportRow) -> Bool {
    guard let identifier = known(.anonymized) else {
      _ = reject(.noPerson, .anonymized)
      return false
    }
    row.anonymized = identifier
    guard readBirth(&row) else { return false }
    row.sex = sex()
    row.country = country(.country) ?? country(.citizenship)
    var isFaulty = false
    let place = place(code: .facilityCode, name: .facility)
    let arrived = moment(.booked, at: place.facility, isFaulty: &isFaulty)
    let stayBegan = context.columns[.stayBooked] == nil ? text(.booked) : text(.stayBooked)
    row.stay = stayBegan.isEmpty ? nil : stayBegan
    let isFirst = stayBegan == text(.booked) || stayBegan.isEmpty
    row.events.append(ImportEvent(isFirst ? .bookIn : .transfer, arrived ?? .unknown, at: place))
    readEnd(&row, arrived, place, &isFaulty)
    readDeparted(&row, &isFaulty)
    return !isFaulty
  }

  private mutating func readEnd(
    _ row: inout ImportRow, _ arrived: EventTime?, _ place: CellPlace, _ isFaulty: inout Bool
  ) {
    guard let time = moment(.released, at: place.facility, isFaulty: &isFaulty) else { return }
    guard !time.isBefore(arrived) else { return keep(.outBeforeIn, .released) }
    let own = known(.releaseReason)
    // The last stint of a stay may leave its own reason to the stay's.
    let endsStay = text(.stayReleased) == text(.released)
    guard let text = own ?? (endsStay ? known(.stayReleaseReason) : nil) else {
      return keep(.unknownReason, .releaseReason)
    }
    guard let kind = ReleaseReason.kind(text) else { return keep(.unknownReason, .releaseReason) }
    row.events.append(ImportEvent(kind, time, at: place, note: kind == .left ? nil : shortened(text)))
  }

  /// The day of departure from the country, unless the end of the stint told of it already.
  private mutating func readDeparted(_ row: inout ImportRow, _ isFaulty: inout Bool) {
    guard let time = moment(.departed, at: nil, isFaulty: &isFaulty) else { return }
    let isTold = row.events.contains { [.removal, .departure, .death].contains($0.kind) }
    // Every stint of a stay repeats the date: the one that ends the stay tells it.
    let ends = text(.stayReleased).isEmpty || text(.stayReleased) == text(.released)
    guard !isTold, ends else { return }
    row.events.append(
      ImportEvent(kind: .removal, time: time, placeText: known(.departedCountry), writtenPlace: known(.departedCountry))
    )
  }
}
