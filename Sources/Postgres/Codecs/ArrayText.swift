/// The text form of arrays: `{1,NULL,"with \"quotes\""}`, `{{1,2},{3,4}}`, `[0:1]={1,2}`.
enum ArrayText {
  static let open = UInt8(ascii: "{")
  static let close = UInt8(ascii: "}")
  static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Always quoted: then no text can be taken for NULL or for a part of the form.
  static func append(quoted item: [UInt8], to text: inout [UInt8]) {
    text.append(quote)
    for byte in item {
      if byte == quote || byte == backslash { text.append(backslash) }
      text.append(byte)
    }
    text.append(quote)
  }

  /// The items as the element's codec reads them, nil for NULL. Inner arrays are handed on with their braces.
  static func items(
    of text: ArraySlice<UInt8>, areArrays: Bool
  ) throws(PostgresCodingFault) -> [ArraySlice<UInt8>?] {
    let fault = PostgresCodingFault("is not an array of the dimensions that were asked for")
    // Bounds other than from 1 stand before the items, as `[0:1]=`.
    guard var position = text.first == UInt8(ascii: "[") ? text.firstIndex(of: open) : text.startIndex,
      text.indices.contains(position), text[position] == open, text.last == close
    else { throw fault }
    position += 1
    let end = text.endIndex - 1
    var items: [ArraySlice<UInt8>?] = []
    while position < end {
      switch text[position] {
      case comma where !items.isEmpty: position += 1
      case _ where items.isEmpty: break
      default: throw fault
      }
      guard position < end else { throw fault }
      if areArrays {
        let last = try closing(of: text, from: position, before: end)
        items.append(text[position...last])
        position = last + 1
      } else if text[position] == quote {
        items.append(unquoted(text, &position, before: end))
      } else {
        guard text[position] != open else { throw fault }
        let stop = text[position..<end].firstIndex(of: comma) ?? end
        let item = text[position..<stop]
        items.append(item.elementsEqual("NULL".utf8) ? nil : item)
        position = stop
      }
    }
    return items
  }

  /// Where the inner array that begins here ends; braces inside quotes do not count.
  private static func closing(
    of text: ArraySlice<UInt8>, from start: Int, before end: Int
  ) throws(PostgresCodingFault) -> Int {
    var depth = 0
    var quoted = false
    var position = start
    while position < end {
      switch text[position] {
      case backslash: position += 1
      case quote: quoted.toggle()
      case open where !quoted: depth += 1
      case close where !quoted:
        depth -= 1
        if depth == 0 { return position }
      default: if depth == 0 { throw PostgresCodingFault("is not an array of arrays") }
      }
      position += 1
    }
    throw PostgresCodingFault("is not an array of arrays")
  }

  private static func unquoted(
    _ text: ArraySlice<UInt8>, _ position: inout Int, before end: Int
  ) -> ArraySlice<UInt8> {
    var item: [UInt8] = []
    position += 1
    while position < end, text[position] != quote {
      if text[position] == backslash { position += 1 }
      item.append(text[position])
      position += 1
    }
    position += 1
    return item[...]
  }
}
