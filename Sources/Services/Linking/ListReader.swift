internal import CivilTime
internal import Linkage

/// Reads the rows of a list one after the other, in memory that does not grow with it.
///
/// A row that names nobody is left out; a cell that cannot be read is left out of its row. Both are told.
struct ListReader {
  private let file: ListFile
  private let today: CivilDate
  private let letters: Transliteration
  private let encoding: TextEncoding
  private var reader: DelimitedReader
  private var dates = CellMemory<DateCell>()
  private var countries = CellMemory<String?>()
  /// What was wrong since the last call of `take`.
  private(set) var faults: [RowFault] = []
  private(set) var rowsRead = 0

  init(_ file: ListFile, today: CivilDate, letters: Transliteration) throws {
    self.file = file
    self.today = today
    self.letters = letters
    encoding = file.survey.cellEncoding
    reader = try file.records()
  }

  /// The next rows that name somebody, at most so many, and what was wrong on the way; empty at the end.
  mutating func take(_ most: Int) throws -> (rows: [ListRow], faults: [RowFault]) {
    faults = []
    var rows: [ListRow] = []
    while rows.count < most, let row = try next() { rows.append(row) }
    return (rows, faults)
  }

  private mutating func next() throws -> ListRow? {
    while let item = try reader.next() {
      guard reader.line > file.survey.columns.headerLine ?? 0 else { continue }
      switch item {
      case .broken(let line, let column, let reason):
        rowsRead += 1
        faults.append(
          RowFault(line: line, column: column, field: nil, reason: .init(reason), outcome: .rejected))
      case .record:
        if reader.isBlank || isRepeatedHeader { continue }
        rowsRead += 1
        if let row = row() { return row }
      }
    }
    return nil
  }

  private var isRepeatedHeader: Bool {
    file.columns.known.mayRepeatHeader(reader.bytes)
      && file.columns.known.isRepeatedHeader { encoding.text(reader.bytes($0)) }
  }

  // MARK: A row

  private mutating func row() -> ListRow? {
    let width = file.columns.known.width
    if reader.count > width, (width..<reader.count).contains(where: { reader.bytes($0).contains { $0 > 0x20 } }) {
      reader.keepOnlyFirstLine()
      note(.tooManyColumns, column: width, .rejected)
      return nil
    }
    guard !reader.hasNUL else {
      note(.nulByte, column: nil, .rejected)
      return nil
    }
    var row = ListRow(id: identifier(), line: reader.line, name: ListedName(full: ""))
    guard readName(&row) else { return nil }
    row.aNumber = aNumber()
    guard !row.name.full.isEmpty || row.aNumber != nil else {
      note(.noPerson, column: nil, .rejected)
      return nil
    }
    row.birth = birth()
    row.country = country()
    row.sex = sex()
    row.place = place()
    return row
  }

  private mutating func readName(_ row: inout ListRow) -> Bool {
    let paternal = cell(.paternalFamily)
    let family = paternal.isEmpty ? cell(.familyNames) : paternal
    do throws(NameCell.Fault) {
      let parts = try NameCell(
        given: cell(.givenNames), middle: cell(.middleNames), family: family, secondFamily: cell(.maternalFamily))
      let whole = try NameCell(whole: cell(.name))
      let name = parts.full.isEmpty ? whole : parts
      row.name = ListedName(
        full: letters.latin(name.full), given: name.given.map(letters.latin), family: name.family.map(letters.latin))
      return true
    } catch {
      let field = [ImportField.name, .givenNames, .familyNames, .paternalFamily].first { file.columns.known[$0] != nil }
      note(error == .twoPeople ? .twoPeople : .notAName, field, .rejected)
      return false
    }
  }

  private mutating func aNumber() -> String? {
    let text = cell(.aNumber)
    guard !text.isEmpty, !isPlaceholder(text) else { return nil }
    let number = ANumber.normalised(text)
    if number == nil { note(.notAnANumber, .aNumber, .kept) }
    return number
  }

  /// A date, else a year, else an age. What is no day may still tell the year.
  private mutating func birth() -> KnownBirth? {
    let text = cell(.birthDate)
    var birth: KnownBirth?
    if !text.isEmpty, !isPlaceholder(text) {
      let year = today.year
      let known = DateCell(text, remembering: &dates).known(order: file.survey.orders[.birthDate]) {
        DateCell.birthCentury($0, reported: year)
      }
      switch known {
      case .blank: break
      case .day(let day, _): birth = .day(day)
      case .ambiguous(let year):
        note(.ambiguousDate, .birthDate, .kept)
        birth = .year(year)
      case .month(let year, _), .year(let year): birth = .year(year)
      case .fault(let fault):
        note(RowFault.Reason(fault), .birthDate, .kept)
        birth = Self.yearInFront(text).map(KnownBirth.year)
      }
    }
    if birth == nil, case .year(let year) = DateCell(cell(.birthYear)) { birth = .year(year) }
    if birth == nil, let age = RowReader.age(cell(.age)) { birth = .age(age, on: today) }
    guard let known = birth else { return nil }
    guard known.years.overlaps(1850...today.year) else {
      note(.unlikelyBirth, .birthDate, .kept)
      return nil
    }
    return known
  }

  /// 1915 of 1915-02-31.
  private static func yearInFront(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4 || digits.count == 8 else { return nil }
    return Int(digits.prefix(4))
  }

  private mutating func country() -> String? {
    for field in [ImportField.country, .citizenship] {
      let text = cell(field)
      guard !text.isEmpty, !isPlaceholder(text) else { continue }
      if let code = countries.meaning(of: text, { Countries.code($0) }) { return code }
      note(.unknownCountry, field, .kept)
    }
    return nil
  }

  private mutating func sex() -> Sex? {
    let text = foldedASCII(cell(.sex))
    guard !text.isEmpty, !isPlaceholder(text) else { return nil }
    let word = sexWords[text] ?? (text == "m" ? file.survey.letterM : nil)
    if word == nil { note(.unknownSex, .sex, .kept) }
    return word.flatMap { Sex(rawValue: $0) }
  }

  private func place() -> String? {
    let words = file.columns.places.map { tidy(encoding.text(reader.bytes($0))) }
      .filter { !$0.isEmpty && !isPlaceholder($0) }
    return words.isEmpty ? nil : letters.latin(words.joined(separator: " "))
  }

  private func identifier() -> String {
    let text = file.columns.id.map { tidy(encoding.text(reader.bytes($0))) } ?? ""
    return text.isEmpty ? String(reader.line) : text
  }

  // MARK: Cells

  private mutating func cell(_ field: ImportField) -> String {
    guard let column = file.columns.known[field] else { return "" }
    let bytes = reader.bytes(column)
    guard bytes.count <= RowReader.longestCell else {
      note(.tooLong, field, .kept)
      return ""
    }
    let text = encoding.text(bytes)
    return field == .name ? text : tidy(text)
  }

  private mutating func note(_ reason: RowFault.Reason, _ field: ImportField?, _ outcome: RowFault.Outcome) {
    note(reason, column: field.flatMap { file.columns.known[$0] }, outcome)
  }

  /// - Parameter column: from 0.
  private mutating func note(_ reason: RowFault.Reason, column: Int?, _ outcome: RowFault.Outcome) {
    faults.append(
      RowFault(line: reader.line, column: column.map { $0 + 1 }, field: nil, reason: reason, outcome: outcome))
  }
}
