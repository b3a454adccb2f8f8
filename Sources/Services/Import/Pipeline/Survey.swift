internal import Vault

/// What a first look over the whole file tells: how it is written, what its columns are, and which dates are proved.
///
/// Two passes cost a second or two for a million rows and make two guesses certain: the encoding, which the last line
/// may decide, and whether days or months come first.
struct Survey: Sendable {
  var sha256: [UInt8] = []
  var encoding = TextEncoding.utf8
  var dialect = Dialect(delimiter: UInt8(ascii: ","))
  var columns = Columns()
  /// Records below the headings, as counted; for telling how much is left.
  var records = 0
  var orders: [ImportField: DateOrder] = [:]
  /// Date columns whose order nothing proves though some cells need it.
  var unproved: [ImportField] = []
  var letterM: String?
}

extension Survey {
  /// How much of the file is looked at to find delimiter and headings.
  static let headSize = 1 << 17

  static func of(
    _ file: InputFile, map: ColumnMap, words: HeadingWords, progress: (Int) -> Void = { _ in }
  ) throws -> Survey {
    guard let head = try Self.head(file), !head.isEmpty else { throw ImportFailure.fileEmpty }
    if let kind = Self.foreignKind(head) { throw ImportFailure.notText(kind) }
    var survey = Survey()
    let sniffed = map.encoding ?? TextEncoding.sniff(head[...])
    let plainHead = try Self.plain(head, sniffed ?? .utf8)
    survey.dialect = try map.delimiter.map { Dialect(delimiter: $0) } ?? Dialect.detect(plainHead)
    survey.columns = try Self.columns(plainHead, survey.dialect, sniffed ?? .utf8, map, words)
    try survey.readAll(file, map, sniffed, progress)
    return survey
  }

  /// What the file is when it is plainly no table in text form.
  private static func foreignKind(_ head: [UInt8]) -> String? {
    let kinds: [([UInt8], String)] = [
      ([0x50, 0x4B, 3, 4], "a spreadsheet or an archive"), ([0xD0, 0xCF, 0x11, 0xE0], "an old spreadsheet"),
      ([0x1F, 0x8B], "compressed"), (Array("%PDF".utf8), "a PDF"), ([0x28, 0xB5, 0x2F, 0xFD], "compressed"),
    ]
    return kinds.first { head.starts(with: $0.0) }?.1
  }

  private static func head(_ file: InputFile) throws -> [UInt8]? {
    let source = try file.read()
    var head: [UInt8] = []
    while head.count < headSize, let block = try source.next() { head += block }
    return head
  }

  private static func plain(_ head: [UInt8], _ encoding: TextEncoding) throws -> [UInt8] {
    let source = Transcoded(MemoryBytes(head), from: encoding)
    var plain: [UInt8] = []
    while let block = try source.next() { plain += block }
    return plain
  }

  /// The columns by the headings, put right by the map.
  private static func columns(
    _ head: [UInt8], _ dialect: Dialect, _ encoding: TextEncoding, _ map: ColumnMap, _ words: HeadingWords
  ) throws -> Columns {
    var lines: [(line: Int, cells: [String])] = []
    var reader = DelimitedReader(MemoryBytes(head), delimiter: dialect.delimiter)
    while lines.count < max(HeaderSearch.reach, map.headerLine ?? 0), let item = try reader.next() {
      guard item == .record, !reader.isBlank, !(dialect.hasDirective && reader.line == 1) else { continue }
      let cellEncoding = encoding.isWide ? .utf8 : encoding
      let cells = (0..<reader.count).map { tidy(cellEncoding.text(reader.bytes($0))) }
      lines.append((reader.line, cells))
    }
    guard !lines.isEmpty else { throw ImportFailure.fileEmpty }
    let columns: Columns
    if map.headerLine == 0 {
      columns = try map.applied(to: Columns(), headings: [])
    } else if let wanted = map.headerLine {
      guard let line = lines.first(where: { $0.line == wanted }) else {
        throw ImportFailure.mapFaulty(line: 0, "header_line \(wanted) is not among the first lines of the file")
      }
      columns = try map.applied(to: Columns(headings: line.cells, words: words, line: wanted), headings: line.cells)
    } else if map.fields.isEmpty, let found = HeaderSearch.find(lines, words: words) {
      columns = try map.applied(to: found, headings: lines.first { $0.line == found.headerLine }?.cells ?? [])
    } else if !map.fields.isEmpty, let line = map.headerLine(among: lines, words: words) {
      columns = try map.applied(to: Columns(headings: line.cells, words: words, line: line.line), headings: line.cells)
    } else {
      throw ImportFailure.noHeader(columns: lines.map(\.cells.count).max() ?? 0, lines: lines.count)
    }
    guard columns.canIdentify else { throw ImportFailure.headerNamesNobody }
    return columns
  }

  private mutating func readAll(
    _ file: InputFile, _ map: ColumnMap, _ sniffed: TextEncoding?, _ progress: (Int) -> Void
  ) throws {
    var digest = SHA256Digest()
    var evidence = EncodingEvidence()
    var bytesRead = 0
    let judges = sniffed == nil
    let bytes = try file.read { block in
      digest.add(block)
      if judges { evidence.add(block) }
      bytesRead += block.count
    }
    var reader = DelimitedReader(Transcoded(bytes, from: sniffed ?? .utf8), delimiter: dialect.delimiter)
    var columnsOfDates = columns.positions.filter(\.key.isDate).map { (field: $0.key, column: $0.value) }
    columnsOfDates.sort { $0.column < $1.column }
    var orders = [OrderEvidence](repeating: OrderEvidence(), count: columnsOfDates.count)
    var sexes: Set<String> = []
    let sexColumn = columns[.sex]
    var seen = CellMemory<DateCell>()
    while let item = try reader.next() {
      guard item == .record, reader.line > columns.headerLine ?? 0, !reader.isBlank else { continue }
      records += 1
      if records.isMultiple(of: 16_384) { progress(bytesRead) }
      for (index, column) in columnsOfDates.enumerated() {
        let cell = reader.bytes(column.column)
        // Only a cell with two separators or six digits can be told either way; ISO dates are passed over quickly.
        guard (6...40).contains(cell.count), !Self.isISO(cell) else { continue }
        orders[index].add(DateCell(tidy(TextEncoding.utf8.text(cell)), remembering: &seen))
      }
      if let sexColumn, sexes.count < 50 {
        let cell = reader.bytes(sexColumn)
        if cell.count == 1 { sexes.insert(foldedASCII(TextEncoding.utf8.text(cell))) }
      }
    }
    evidence.flush()
    sha256 = digest.finish()
    encoding = sniffed ?? evidence.encoding
    decideOrders(Array(zip(columnsOfDates.map(\.field), orders)), map)
    // M is male where F says female; where H says male (hombre), M is mujer.
    letterM = sexes.contains("f") || !sexes.contains("h") ? (sexes.contains("f") ? "male" : nil) : "female"
    if letterM == nil, sexes == ["m"], columns.sexHeadingIsEnglish { letterM = "male" }
  }

  /// What the bytes of a cell are in once the file was read: UTF-16 was made UTF-8 on the way.
  var cellEncoding: TextEncoding { encoding.isWide ? .utf8 : encoding }

  private mutating func decideOrders(_ evidence: [(ImportField, OrderEvidence)], _ map: ColumnMap) {
    let whole = evidence.reduce(OrderEvidence()) { $0 + $1.1 }
    for (field, own) in evidence {
      // A column's own clear cells come first; without any, those of the other columns speak for it.
      let isSilent = own.dayFirst + own.monthFirst == 0
      let order = map.dateOrder ?? own.order ?? (isSilent ? whole.order : nil)
      if let order { orders[field] = order } else if own.either > 0 { unproved.append(field) }
    }
    unproved.sort { $0.rawValue < $1.rawValue }
  }

  /// `2025-01-02…`
  private static func isISO(_ cell: ArraySlice<UInt8>) -> Bool {
    let start = cell.startIndex
    guard cell.count >= 10 else { return false }
    return cell[start + 4] == UInt8(ascii: "-") && cell[start + 7] == UInt8(ascii: "-")
      && (0x30...0x39).contains(cell[start]) && (0x30...0x39).contains(cell[start + 3])
  }
}
