/// Rows in COPY's text format: values between tabs, rows between line ends, everything else escaped.
package struct CopyRows: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var count = 0

  package init() {}

  /// A row of values, in the order of the columns.
  package mutating func append<each Value: PostgresEncodable>(
    _ values: repeat each Value
  ) throws(PostgresCodingFault) {
    let start = bytes.count
    func add(_ value: some PostgresEncodable) throws(PostgresCodingFault) {
      if bytes.count > start { bytes.append(UInt8(ascii: "\t")) }
      try appendField(value.postgresValue())
    }
    do throws(PostgresCodingFault) {
      repeat try add(each values)
    } catch {
      bytes.removeLast(bytes.count - start)
      throw error
    }
    bytes.append(UInt8(ascii: "\n"))
    count += 1
  }

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    count = 0
  }

  /// One value: `\N` for NULL, and a backslash before what would end the value or the row.
  private mutating func appendField(_ value: PostgresValue) {
    switch value {
    case .null: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
    case .bytes(let value): appendEscaped(Hexadecimal.bytea(value))
    case .text(let text): appendEscaped(text)
    }
  }

  private mutating func appendEscaped(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\\"): bytes += [byte, byte]
      case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      default: bytes.append(byte)
      }
    }
  }
}
