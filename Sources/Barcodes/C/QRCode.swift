internal import CQREncode

/// A square of dark and light modules that a phone's camera reads as text.
package struct QRCode: Sendable, Equatable {
  /// Modules on each side, without the quiet zone.
  package let size: Int
  private let modules: [Bool]

  /// The light border that readers need around it.
  package static let quiet = 4

  /// Nil for a text that is too long for any such code: about two thousand bytes.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.count <= 2_000 else { return nil }
    // Version 0 lets the library take the smallest that holds it; a screen needs no more than medium correction.
    guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    size = Int(code.pointee.width)
    guard size > 0, let data = code.pointee.data else { return nil }
    // The lowest bit of each module says whether it is dark; the others are the library's own notes.
    modules = (0..<size * size).map { data[$0] & 1 == 1 }
  }

  package func isDark(_ column: Int, _ row: Int) -> Bool {
    (0..<size).contains(column) && (0..<size).contains(row) && modules[row * size + column]
  }

  /// The dark modules as the data of an SVG path, one unit each, inside the quiet zone.
  package var pathData: String {
    var data = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        guard isDark(column, row) else {
          column += 1
          continue
        }
        let start = column
        while isDark(column, row) { column += 1 }
        data += "M\(start + Self.quiet) \(row + Self.quiet)h\(column - start)v1h-\(column - start)z"
      }
    }
    return data
  }
}
