/// Arrays of any type that has a codec, with NULLs (`[Int?]`) and of several dimensions (`[[Int]]`).
///
/// `[UInt8]` is the exception: it is `bytea`, whole.
extension Array: PostgresEncodable where Element: PostgresEncodable {
  package static var postgresType: PostgresType { Element.postgresTypeOfArray }

  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue {
    try Element.postgresValue(ofArray: self)
  }
}

extension Array: PostgresDecodable where Element: PostgresDecodable {
  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    self = try Element.array(postgres: cell)
  }

  package static var isPostgresArray: Bool { Element.arrayIsPostgresArray }
}

extension PostgresEncodable {
  package static var postgresTypeOfArray: PostgresType { postgresType.array }

  package static func postgresValue(ofArray elements: [Self]) throws(PostgresCodingFault) -> PostgresValue {
    let elementsAreArrays = postgresType == postgresType.array
    var text: [UInt8] = [ArrayText.open]
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(ArrayText.comma) }
      switch try element.postgresValue() {
      case .null: text += "NULL".utf8
      case .bytes(let bytes): ArrayText.append(quoted: Hexadecimal.bytea(bytes), to: &text)
      case .text(let inner) where elementsAreArrays: text += inner
      case .text(let inner): ArrayText.append(quoted: inner, to: &text)
      }
    }
    text.append(ArrayText.close)
    return .text(text)
  }
}

extension PostgresDecodable {
  package static var isPostgresArray: Bool { false }
  package static var arrayIsPostgresArray: Bool { true }

  package static func array(postgres cell: PostgresCell) throws(PostgresCodingFault) -> [Self] {
    var result: [Self] = []
    for item in try ArrayText.items(of: cell.bytes, areArrays: isPostgresArray) {
      guard let item else {
        result.append(try fromPostgresNull())
        continue
      }
      result.append(try Self(postgres: PostgresCell(item)))
    }
    return result
  }
}

/// A small number by itself, `smallint`; an array of it is `bytea`.
extension UInt8: PostgresCodable {
  package static var postgresType: PostgresType { .int2 }
  package func postgresValue() throws(PostgresCodingFault) -> PostgresValue { .text(String(self)) }

  package init(postgres cell: PostgresCell) throws(PostgresCodingFault) {
    let number: Int16 = try cell.integer()
    guard let value = UInt8(exactly: number) else {
      throw PostgresCodingFault("is not a whole number that fits UInt8")
    }
    self = value
  }

  package static var postgresTypeOfArray: PostgresType { .bytea }

  package static func postgresValue(ofArray elements: [UInt8]) throws(PostgresCodingFault) -> PostgresValue {
    .bytes(elements)
  }

  package static var arrayIsPostgresArray: Bool { false }

  package static func array(postgres cell: PostgresCell) throws(PostgresCodingFault) -> [UInt8] {
    try cell.bytea()
  }
}
