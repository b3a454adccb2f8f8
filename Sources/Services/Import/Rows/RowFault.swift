/// What was wrong with a row or one of its cells: where, and why, and never what it held.
package struct RowFault: Equatable, Sendable {
  package enum Outcome: String, Sendable {
    /// The row was left out.
    case rejected
    /// The row was taken without the cell, or with less of it.
    case kept
  }

  package enum Reason: String, Sendable, CaseIterable {
    case openQuote = "open_quote"
    case cellTooLarge = "cell_too_large"
    case tooManyCells = "too_many_cells"
    case tooManyColumns = "too_many_columns"
    case nulByte = "nul_byte"
    case mixedEncoding = "mixed_encoding"
    case noPerson = "no_person"
    case notAName = "not_a_name"
    case twoPeople = "two_people"
    case noSuchDay = "no_such_day"
    case notADate = "not_a_date"
    case ambiguousDate = "ambiguous_date"
    case inFuture = "in_future"
    case unlikelyBirth = "unlikely_birth"
    case notAnANumber = "not_an_a_number"
    case notAnAge = "not_an_age"
    case unknownSex = "unknown_sex"
    case unknownCountry = "unknown_country"
    case unknownPlace = "unknown_place"
    case ambiguousPlace = "ambiguous_place"
    case noSuchHour = "no_such_hour"
    case hourTwice = "hour_twice"
    case notATime = "not_a_time"
    case outBeforeIn = "out_before_in"
    case unknownReason = "unknown_reason"
    case tooLong = "too_long"
    case sameNumberOtherPerson = "same_number_other_person"
  }

  package var line: Int
  /// From 1; nil when it is about the whole row.
  package var column: Int?
  package var field: ImportField?
  package var reason: Reason
  package var outcome: Outcome
}

extension RowFault.Reason {
  init(_ broken: BrokenRecord) {
    switch broken {
    case .openQuote: self = .openQuote
    case .cellTooLarge: self = .cellTooLarge
    case .tooManyCells: self = .tooManyCells
    }
  }

  init(_ fault: DateFault) {
    switch fault {
    case .noSuchDay: self = .noSuchDay
    case .notADate: self = .notADate
    }
  }

  /// One sentence for whoever repairs the file.
  package var sentence: String {
    switch self {
    case .openQuote: "A quote is opened and never closed; the line was left out and reading went on at the next."
    case .cellTooLarge: "A cell is larger than one megabyte; the line was left out and reading went on at the next."
    case .tooManyCells: "The line has more cells than any roster; it was left out."
    case .tooManyColumns: "The row has more cells than there are headings: an unquoted delimiter, or two rows in one."
    case .nulByte: "The row holds a NUL byte, which no text may hold."
    case .mixedEncoding: "The row is not in the encoding of the rest of the file; it was read as Windows-1252."
    case .noPerson: "The row has neither a name nor a number of a person."
    case .notAName: "The cell for a name holds no letters."
    case .twoPeople: "The cell names two people; give each a row of their own."
    case .noSuchDay: "There is no such day in any calendar."
    case .notADate: "The cell is not a date that can be read."
    case .ambiguousDate: "Day and month can be either way round; only the year was kept. Set date_order in a map."
    case .inFuture: "The date lies in the future."
    case .unlikelyBirth: "Nobody born then is alive; the birth was left out."
    case .notAnANumber: "The cell is not an A-number of seven to nine digits."
    case .notAnAge: "The cell is not an age in years; it was left out."
    case .unknownSex: "The word for the sex is not known, or can mean either; it was left out."
    case .unknownCountry: "No country, code or nationality is written like this; it was left out."
    case .unknownPlace: "No facility has this code, name or alias; the place was kept as text."
    case .ambiguousPlace: "Several facilities go by this name; the place was kept as text."
    case .noSuchHour: "The clocks skipped this hour that night; only the day was kept."
    case .hourTwice: "The clocks showed this hour twice that night; the first one was taken."
    case .notATime: "The cell is not a time of day; only the day was kept."
    case .outBeforeIn: "The book-out lies before the book-in; it was left out."
    case .unknownReason: "The reason for leaving is not known; nobody is called released on it."
    case .tooLong: "The cell is longer than any name or number."
    case .sameNumberOtherPerson:
      "The number is another person's, by name and birth; the row became a person of its own."
    }
  }
}
