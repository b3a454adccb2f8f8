/// Reads a multipart/form-data body from bytes as they come, in pieces of any size.
///
/// Strict, as every browser sends it: nothing before the first boundary and nothing after the last, and lines that
/// end with CR LF.
struct MultipartReader: Sendable {
  enum Event: Equatable {
    case part(name: String, fileName: String?, type: String?)
    case data(ArraySlice<UInt8>)
    case partEnded
    case ended
  }

  private enum State {
    /// Before "--boundary" at the very beginning.
    case beginning
    /// Behind a boundary: CR LF goes on, "--" ends.
    case afterBoundary
    case headers
    case data
    /// Behind the last boundary: at most one CR LF.
    case epilogue
  }

  private static let line: [UInt8] = [0x0D, 0x0A]
  private static let headerLimit = 4_096
  private let delimiter: [UInt8]
  private var state = State.beginning
  private var buffer: [UInt8] = []

  /// nil if the boundary is none that RFC 2046 allows.
  init?(boundary: String) {
    guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }),
      boundary.utf8.last != 0x20
    else { return nil }
    delimiter = MultipartReader.line + Array("--\(boundary)".utf8)
  }

  mutating func read(_ bytes: some Collection<UInt8>) throws(RequestError) -> [Event] {
    buffer += bytes
    var events: [Event] = []
    while try step(&events) {}
    return events
  }

  /// To be called when no more bytes come.
  func finish() throws(RequestError) {
    guard case .epilogue = state, buffer.isEmpty || buffer == MultipartReader.line else { throw broken }
  }

  private var broken: RequestError { .refused(.badRequest, "multipart") }

  /// One transition; false when more bytes are needed.
  private mutating func step(_ events: inout [Event]) throws(RequestError) -> Bool {
    switch state {
    case .beginning:
      let opening = delimiter.dropFirst(2)
      guard buffer.starts(with: opening.prefix(buffer.count)) else { throw broken }
      guard buffer.count >= opening.count else { return false }
      buffer.removeFirst(opening.count)
      state = .afterBoundary
    case .afterBoundary:
      guard buffer.count >= 2 else { return false }
      if buffer.starts(with: MultipartReader.line) {
        state = .headers
      } else {
        guard buffer.starts(with: Array("--".utf8)) else { throw broken }
        state = .epilogue
        events.append(.ended)
      }
      buffer.removeFirst(2)
    case .headers:
      guard let end = MultipartReader.index(of: MultipartReader.line + MultipartReader.line, in: buffer) else {
        guard buffer.count <= MultipartReader.headerLimit else { throw .refused(.contentTooLarge, "part-headers") }
        return false
      }
      guard end <= MultipartReader.headerLimit else { throw .refused(.contentTooLarge, "part-headers") }
      events.append(try PartHeaders.parse(buffer[..<end]))
      // The empty line's first CR LF stays: a part without bytes has its delimiter right there.
      buffer.removeFirst(end + 2)
      state = .data
      try skipEmptyLine()
    case .data:
      return takeData(&events)
    case .epilogue:
      guard MultipartReader.line.starts(with: buffer) || buffer == MultipartReader.line else { throw broken }
      return false
    }
    return true
  }

  private mutating func skipEmptyLine() throws(RequestError) {
    guard buffer.starts(with: MultipartReader.line) else { throw broken }
    buffer.removeFirst(2)
    // From here on the data is searched for CR LF and the boundary; empty data has its CR LF in front of it.
  }

  private mutating func takeData(_ events: inout [Event]) -> Bool {
    if let end = MultipartReader.index(of: delimiter, in: buffer) {
      if end > 0 { events.append(.data(buffer[..<end])) }
      events.append(.partEnded)
      buffer.removeFirst(end + delimiter.count)
      state = .afterBoundary
      return true
    }
    // What may be the beginning of a delimiter is kept back.
    let safe = buffer.count - (delimiter.count - 1)
    if safe > 0 {
      events.append(.data(buffer[..<safe]))
      buffer.removeFirst(safe)
    }
    return false
  }

  static func index(of wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    var start = 0
    let last = bytes.count - wanted.count
    while start <= last {
      guard let found = bytes[start...last].firstIndex(of: first) else { return nil }
      if bytes[found..<found + wanted.count].elementsEqual(wanted) { return found }
      start = found + 1
    }
    return nil
  }
}
