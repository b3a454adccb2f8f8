/// Reads delimited text record by record from bytes, in memory that does not grow with the file.
///
/// It follows RFC 4180 and forgives what people and programs do: any line end, spaces before a quote, a stray quote
/// inside a quoted cell. What it cannot forgive is reported by line and column and skipped, and reading goes on at
/// the next line: a quote that is never closed costs its own line, never those after it.
struct DelimitedReader {
  struct Limits: Sendable {
    /// Bytes of one cell.
    var cell = 1 << 20
    /// Lines that one quoted cell may span. More means that a quote was opened and never closed.
    var linesInCell = 100
    var cells = 2048

    init() {}
  }

  enum Item: Equatable {
    /// A record; its cells are read from the reader until the next call.
    case record
    /// Something that is no record. `column` counts from 1.
    case broken(line: Int, column: Int, BrokenRecord)
  }

  let delimiter: UInt8
  let limits: Limits
  /// The line on which the record begins, from 1.
  private(set) var line = 1
  /// A byte 0 is in the record.
  private(set) var hasNUL = false
  /// The record has a cell that spans lines.
  private(set) var spansLines = false

  private let source: any ByteSource
  private var buffer: [UInt8] = []
  private var start = 0
  private var atEnd = false
  private var cells: [Cell] = []
  private var nextStart = 0
  private var nextLine = 1
  /// Just after the first line end inside a quoted cell, from the record's start.
  private var firstBreak = 0

  /// Where a cell lies, from the record's start.
  private struct Cell {
    var from: Int
    var to: Int
    var hasDoubledQuotes: Bool
  }

  init(_ source: any ByteSource, delimiter: UInt8, limits: Limits = Limits()) {
    self.source = source
    self.delimiter = delimiter
    self.limits = limits
  }

  var count: Int { cells.count }

  /// The bytes of a cell without its quotes. Empty past the last cell.
  func bytes(_ column: Int) -> ArraySlice<UInt8> {
    guard cells.indices.contains(column) else { return [] }
    let cell = cells[column]
    let raw = buffer[(start + cell.from)..<(start + cell.to)]
    guard cell.hasDoubledQuotes else { return raw }
    var plain: [UInt8] = []
    var wasQuote = false
    for byte in raw {
      if byte == quote, wasQuote {
        wasQuote = false
        continue
      }
      wasQuote = byte == quote
      plain.append(byte)
    }
    return plain[...]
  }

  /// The whole record as it stands in the file, without its line end.
  var raw: ArraySlice<UInt8> {
    guard let last = cells.last else { return [] }
    return buffer[start..<(start + last.to)]
  }

  /// Every cell is blank.
  var isBlank: Bool {
    cells.allSatisfy { cell in buffer[(start + cell.from)..<(start + cell.to)].allSatisfy { $0 <= space } }
  }

  /// The next record, or what stands in its place; nil at the end of the file.
  mutating func next() throws -> Item? {
    start = nextStart
    line = nextLine
    hasNUL = false
    spansLines = false
    firstBreak = 0
    cells.removeAll(keepingCapacity: true)
    guard try has(0) else { return nil }
    var offset = 0
    while true {
      guard cells.count < limits.cells else { return try skipLine(from: offset, .tooManyCells) }
      switch try readCell(at: &offset) {
      case .delimiter: continue
      case .lineEnd, .fileEnd:
        nextStart = start + offset
        return .record
      case .broken(let reason): return try recover(from: offset, reason)
      }
    }
  }

  /// Gives up a record that spans lines after its first one, so that the lines it took are read again.
  mutating func keepOnlyFirstLine() {
    guard spansLines else { return }
    nextStart = start + firstBreak
    nextLine = line + 1
  }

  private enum CellEnd { case delimiter, lineEnd, fileEnd, broken(BrokenRecord) }

  private mutating func readCell(at offset: inout Int) throws -> CellEnd {
    let from = offset
    while try has(offset), buffer[start + offset] == space { offset += 1 }
    if try has(offset), buffer[start + offset] == quote { return try readQuoted(at: &offset) }
    while try has(offset) {
      let byte = buffer[start + offset]
      if byte == delimiter {
        cells.append(Cell(from: from, to: offset, hasDoubledQuotes: false))
        offset += 1
        return .delimiter
      }
      if byte == lineFeed || byte == carriageReturn {
        cells.append(Cell(from: from, to: offset, hasDoubledQuotes: false))
        try passLineEnd(at: &offset)
        return .lineEnd
      }
      if byte == 0 { hasNUL = true }
      offset += 1
      if offset - from > limits.cell { return .broken(.cellTooLarge) }
    }
    cells.append(Cell(from: from, to: offset, hasDoubledQuotes: false))
    return .fileEnd
  }

  private mutating func readQuoted(at offset: inout Int) throws -> CellEnd {
    offset += 1
    var cell = Cell(from: offset, to: offset, hasDoubledQuotes: false)
    var lines = 0
    while try has(offset) {
      let byte = buffer[start + offset]
      if byte == quote {
        if try has(offset + 1), buffer[start + offset + 1] == quote {
          cell.hasDoubledQuotes = true
          offset += 2
          continue
        }
        var after = offset + 1
        while try has(after), buffer[start + after] == space { after += 1 }
        cell.to = offset
        guard try has(after) else {
          offset = after
          cells.append(cell)
          return .fileEnd
        }
        switch buffer[start + after] {
        case delimiter:
          offset = after + 1
          cells.append(cell)
          return .delimiter
        case lineFeed, carriageReturn:
          offset = after
          try passLineEnd(at: &offset)
          cells.append(cell)
          return .lineEnd
        default:
          // A quote in the middle. On one line it belongs to the text; after a line end it shows that the
          // opening quote had no partner.
          if lines > 0 { return .broken(.openQuote) }
          offset += 1
          continue
        }
      }
      if byte == lineFeed || byte == carriageReturn {
        try passLineEnd(at: &offset)
        lines += 1
        if !spansLines {
          spansLines = true
          firstBreak = offset
        }
        if lines > limits.linesInCell { return .broken(.openQuote) }
        continue
      }
      if byte == 0 { hasNUL = true }
      offset += 1
      if offset - cell.from > limits.cell { return .broken(lines > 0 ? .openQuote : .cellTooLarge) }
    }
    return .broken(.openQuote)
  }

  private mutating func passLineEnd(at offset: inout Int) throws {
    let first = buffer[start + offset]
    offset += 1
    if first == carriageReturn, try has(offset), buffer[start + offset] == lineFeed { offset += 1 }
    nextLine += 1
  }

  private mutating func recover(from offset: Int, _ reason: BrokenRecord) throws -> Item {
    guard spansLines else { return try skipLine(from: offset, reason) }
    let column = cells.count + 1
    keepOnlyFirstLine()
    return .broken(line: line, column: column, reason)
  }

  /// Lets everything go up to the next line end, whatever it is, without keeping it.
  private mutating func skipLine(from offset: Int, _ reason: BrokenRecord) throws -> Item {
    let item = Item.broken(line: line, column: cells.count + 1, reason)
    cells.removeAll(keepingCapacity: true)
    start += offset
    while try has(0), buffer[start] != lineFeed, buffer[start] != carriageReturn { start += 1 }
    var end = 0
    if try has(0) { try passLineEnd(at: &end) }
    nextStart = start + end
    return item
  }

  /// Whether there is a byte at this place from the record's start, after reading on if need be.
  @inline(__always)
  private mutating func has(_ offset: Int) throws -> Bool {
    if start + offset < buffer.count { return true }
    return try refill(offset)
  }

  @inline(never)
  private mutating func refill(_ offset: Int) throws -> Bool {
    while start + offset >= buffer.count {
      guard !atEnd, let block = try source.next() else {
        atEnd = true
        return false
      }
      buffer.removeFirst(min(start, buffer.count))
      start = 0
      buffer.append(contentsOf: block)
    }
    return true
  }
}

/// Why bytes could not be read as a record.
enum BrokenRecord: String, Sendable {
  case openQuote = "open_quote"
  case cellTooLarge = "cell_too_large"
  case tooManyCells = "too_many_cells"
}

private let quote = UInt8(ascii: "\"")
private let space = UInt8(ascii: " ")
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
