internal import CivilTime
internal import Records

/// What one row of a file says of one person, in the terms of the records.
struct ImportRow: Sendable, Equatable {
  enum Birth: Sendable, Equatable {
    case day(CivilDate)
    case year(Int)
    /// Completed years when the row was reported.
    case age(Int)
  }

  var line = 0
  var name = NameCell()
  var birth: Birth?
  /// `female`, `male` or `other`.
  var sex: String?
  var country: String?
  /// Nine digits.
  var aNumber: String?
  var booking: String?
  var subject: String?
  var anonymized: String?
  var reportedAt: Timestamp
  /// Tells the stints of one stay together.
  var stay: String?
  /// At most `StagingColumns.events` of them.
  var events: [ImportEvent] = []

  init(reportedAt: Timestamp) { self.reportedAt = reportedAt }

  var hasNumber: Bool { aNumber != nil || booking != nil || subject != nil || anonymized != nil }
}

/// Something that happened to the person, as a row tells it.
struct ImportEvent: Sendable, Equatable {
  enum Kind: String, Sendable {
    case arrest
    case bookIn = "book_in"
    case sighting, transfer, release, removal, departure, death
    /// Left for another facility; it becomes a transfer unless another row of the stay tells the arrival.
    case left
  }

  var kind: Kind
  var time: EventTime
  var facility: Int32?
  var placeText: String?
  /// The place as the row has it, whether or not a facility is known by it.
  var writtenPlace: String?
  /// A reason for a release, in the words of the source; never a remark about the person.
  var note: String?
}
