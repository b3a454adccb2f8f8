import Testing

@testable import Services

@Suite struct `The delimited reader` {
  enum Line: Equatable {
    case cells([String], line: Int)
    case broken(Int, column: Int, BrokenRecord)
  }

  static func read(_ text: [UInt8], delimiter: Character = ",", block: Int, limits: DelimitedReader.Limits = .init())
    throws -> [Line]
  {
    var reader = DelimitedReader(
      MemoryBytes(text, blockSize: block), delimiter: delimiter.asciiValue ?? 44, limits: limits)
    var lines: [Line] = []
    while let item = try reader.next() {
      switch item {
      case .record:
        let cells = (0..<reader.count).map { TextEncoding.utf8.text(reader.bytes($0)) }
        lines.append(.cells(cells, line: reader.line))
      case .broken(let line, let column, let reason): lines.append(.broken(line, column: column, reason))
      }
    }
    return lines
  }

  static let table: [(text: String, lines: [Line])] = [
    ("", []),
    ("a,b", [.cells(["a", "b"], line: 1)]),
    ("a,b\n", [.cells(["a", "b"], line: 1)]),
    ("a,b\r\nc,d\re,f\n", [.cells(["a", "b"], line: 1), .cells(["c", "d"], line: 2), .cells(["e", "f"], line: 3)]),
    ("a,\n,b\n", [.cells(["a", ""], line: 1), .cells(["", "b"], line: 2)]),
    ("\"a,b\",c\n", [.cells(["a,b", "c"], line: 1)]),
    ("\"a\"\"b\",\"\"\n", [.cells(["a\"b", ""], line: 1)]),
    ("\"\"\"\"\n", [.cells(["\""], line: 1)]),
    ("\"a\nb\",c\nd,e\n", [.cells(["a\nb", "c"], line: 1), .cells(["d", "e"], line: 3)]),
    ("\"a\r\nb\",c\r\nd,e", [.cells(["a\r\nb", "c"], line: 1), .cells(["d", "e"], line: 3)]),
    ("a, \"b, c\" ,d\n", [.cells(["a", "b, c", "d"], line: 1)]),
    ("\"Juan \"El Chapo\" Perez\",x\n", [.cells(["Juan \"El Chapo\" Perez", "x"], line: 1)]),
    ("a,O\"Brien,b\n", [.cells(["a", "O\"Brien", "b"], line: 1)]),
    // A quote that is never closed costs its own line only.
    (
      "a,\"b\nc,d\ne,f\n",
      [.broken(1, column: 2, .openQuote), .cells(["c", "d"], line: 2), .cells(["e", "f"], line: 3)]
    ),
    (
      "a,\"b\nc,\"d\"\ne,f\n",
      [.broken(1, column: 2, .openQuote), .cells(["c", "d"], line: 2), .cells(["e", "f"], line: 3)]
    ),
    ("x\n\"", [.cells(["x"], line: 1), .broken(2, column: 1, .openQuote)]),
    ("a,\"b", [.broken(1, column: 2, .openQuote)]),
    ("\n\na\n", [.cells([""], line: 1), .cells([""], line: 2), .cells(["a"], line: 3)]),
    ("a\"\n", [.cells(["a\""], line: 1)]),
  ]

  @Test(arguments: table, [1, 2, 3, 7, 4096])
  func `gives the same records however the bytes arrive`(_ row: (text: String, lines: [Line]), block: Int) throws {
    #expect(try Self.read(Array(row.text.utf8), block: block) == row.lines)
  }

  @Test(arguments: [",", ";", "\t", "|"] as [Character])
  func `knows the delimiter`(_ delimiter: Character) throws {
    let lines = [
      "Roster; printed, today | page 1", "Name,DOB,A#", "\"X, Y\",1/2/1990,1", "\"A; B\",2/3/1991,2", "C,3/4/1992,3",
    ]
    let text = lines.enumerated().map { index, line in
      index == 0
        ? line : line.replacing(",", with: String(delimiter)).replacing("\"X\(delimiter) Y\"", with: "\"X, Y\"")
    }
    let dialect = try Dialect.detect(Array(text.joined(separator: "\r\n").utf8))
    #expect(Character(Unicode.Scalar(dialect.delimiter)) == delimiter)
  }

  @Test func `takes the word of a spreadsheet's first line`() throws {
    let dialect = try Dialect.detect(Array("sep=;\nName,x;DOB\n".utf8))
    #expect(dialect == Dialect(delimiter: UInt8(ascii: ";"), hasDirective: true))
  }

  @Test(arguments: [false, true])
  func `gives up a cell past the limit and goes on at the next line`(quoted: Bool) throws {
    let large = String(repeating: "x", count: 300_000)
    let cell = quoted ? "\"\(large)\"" : large
    var limits = DelimitedReader.Limits()
    limits.cell = 65_536
    let lines = try Self.read(Array("a,b\n1,\(cell)\nc,d\n".utf8), block: 4096, limits: limits)
    #expect(
      lines == [.cells(["a", "b"], line: 1), .broken(2, column: 2, .cellTooLarge), .cells(["c", "d"], line: 3)])
  }

  @Test func `holds an open quote to its own line in a long file`() throws {
    let body = (0..<5000).map { "row \($0),x" }.joined(separator: "\n")
    let lines = try Self.read(Array("a,\"open\n\(body)\n".utf8), block: 1000)
    #expect(lines.first == .broken(1, column: 2, .openQuote))
    #expect(lines.count == 5001)
    #expect(lines.last == .cells(["row 4999", "x"], line: 5001))
  }

  @Test func `gives up a record after its first line when asked`() throws {
    var reader = DelimitedReader(MemoryBytes(Array("a,\"b\nc\",d,e\nf,g\n".utf8)), delimiter: UInt8(ascii: ","))
    #expect(try reader.next() == .record)
    #expect(reader.spansLines && reader.count == 4)
    reader.keepOnlyFirstLine()
    #expect(try reader.next() == .record)
    #expect(reader.line == 2)
    #expect(TextEncoding.utf8.text(reader.bytes(0)) == "c\"")
  }

  @Test func `tells of a NUL byte`() throws {
    var reader = DelimitedReader(MemoryBytes([97, 44, 0, 98, 10, 99, 10]), delimiter: UInt8(ascii: ","))
    #expect(try reader.next() == .record)
    #expect(reader.hasNUL)
    #expect(try reader.next() == .record)
    #expect(!reader.hasNUL)
  }
}

@Suite struct `The encoding of a file` {
  @Test(arguments: [1, 3, 64])
  func `in UTF-16 becomes UTF-8 with or without a mark`(block: Int) throws {
    let text = "Nombre;País\nJosé Muñoz 😀;México\n"
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      for mark in ["\u{FEFF}", ""] {
        let bytes = (mark + text).utf16.flatMap { unit in
          encoding == .utf16LittleEndian
            ? [UInt8(unit & 255), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 255)]
        }
        #expect(TextEncoding.sniff(bytes[...]) == encoding)
        let source = Transcoded(MemoryBytes(bytes, blockSize: block), from: encoding)
        var result: [UInt8] = []
        while let next = try source.next() { result += next }
        #expect(String(decoding: result, as: UTF8.self) == text)
      }
    }
  }

  static let evidence: [([[UInt8]], TextEncoding)] = [
    ([Array("plain\n".utf8)], .utf8),
    ([Array("José\n".utf8), Array("Núñez\n".utf8)], .utf8),
    ([[0x4A, 0x6F, 0x73, 0xE9, 0x0A], [0x4E, 0xFA, 0xF1, 0x65, 0x7A]], .windows1252),
    // One bad line does not make a file of good ones another encoding.
    ([Array("José\n".utf8), Array("Núñez\n".utf8), [0xE9, 0x0A]], .utf8),
  ]

  @Test(arguments: evidence) func `is judged by the whole file`(_ row: ([[UInt8]], TextEncoding)) {
    var evidence = EncodingEvidence()
    for block in row.0 { evidence.add(block) }
    evidence.flush()
    #expect(evidence.encoding == row.1)
  }

  @Test func `in Windows-1252 has its own quotes and the euro`() {
    #expect(TextEncoding.windows1252.text([0x93, 0x4D, 0xFC, 0x80, 0x94]) == "\u{201C}Mü\u{20AC}\u{201D}")
    #expect(TextEncoding.utf8.text([0x4D, 0xFC]) == "Mü")
  }
}
