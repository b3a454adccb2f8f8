/// What an SCGI message opens with: the length of its body, and the variables that nginx gives.
package struct SCGIHead: Sendable, Equatable {
  package let contentLength: Int
  /// Every variable but CONTENT_LENGTH and SCGI, in order; header variables may come twice.
  package let variables: [(name: String, value: String)]

  package init(contentLength: Int, variables: [(name: String, value: String)]) {
    self.contentLength = contentLength
    self.variables = variables
  }

  package subscript(_ name: String) -> String? { variables.first { $0.name == name }?.value }

  package static func == (one: SCGIHead, other: SCGIHead) -> Bool {
    one.contentLength == other.contentLength
      && one.variables.elementsEqual(other.variables) { $0.name == $1.name && $0.value == $1.value }
  }
}

/// Why an SCGI message was refused. A body shorter than said is no fault of form: it is a sender that left.
package enum SCGIFault: Error, Sendable, Equatable {
  case badNetstring
  case headTooLarge
  case badPairs
  case notText
  case lengthNotFirst
  case badLength
  case notSCGI
  case repeatedVariable
}

/// Reads one SCGI message from bytes as they come, in pieces of any size.
///
/// It is strict: a netstring of NUL-ended pairs, CONTENT_LENGTH first, SCGI=1, names in capitals. Bytes after the
/// body that was announced are never looked at: a connection carries one request.
package struct SCGIReader: Sendable {
  package enum Event: Sendable, Equatable {
    case head(SCGIHead)
    case body([UInt8])
    case end
    case refused(SCGIFault)
  }

  private enum State: Sendable {
    case length(digits: [UInt8])
    case head(bytes: [UInt8], length: Int)
    case body(remaining: Int)
    case finished
  }

  private var state = State.length(digits: [])
  private let headLimit: Int

  package init(headLimit: Int) { self.headLimit = headLimit }

  package var isFinished: Bool { if case .finished = state { true } else { false } }

  /// Takes the next bytes and says what they completed.
  package mutating func read(_ bytes: some Collection<UInt8>) -> [Event] {
    var rest = Array(bytes)[...]
    var events: [Event] = []
    while !isFinished {
      do throws(SCGIFault) {
        guard let event = try step(&rest) else { break }
        events.append(event)
      } catch {
        state = .finished
        events.append(.refused(error))
      }
    }
    return events
  }

  /// One transition; nil when more bytes are needed.
  private mutating func step(_ rest: inout ArraySlice<UInt8>) throws(SCGIFault) -> Event? {
    switch state {
    case .length(var digits):
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: ":") {
          state = .head(bytes: [], length: try headLength(digits))
          return try step(&rest)
        }
        digits.append(byte)
        guard Token.isDigit(byte), digits.count <= 7, digits[0] != UInt8(ascii: "0") else {
          throw .badNetstring
        }
      }
      state = .length(digits: digits)
      return nil
    case .head(var bytes, let length):
      // The netstring's comma is read with it.
      let wanted = rest.prefix(length + 1 - bytes.count)
      bytes += wanted
      rest = rest.dropFirst(wanted.count)
      guard bytes.count == length + 1 else {
        state = .head(bytes: bytes, length: length)
        return nil
      }
      guard bytes.last == UInt8(ascii: ",") else { throw .badNetstring }
      let head = try SCGIReader.parse(bytes.dropLast())
      state = .body(remaining: head.contentLength)
      return .head(head)
    case .body(let remaining):
      if remaining == 0 {
        state = .finished
        return .end
      }
      let piece = rest.prefix(remaining)
      guard !piece.isEmpty else { return nil }
      rest = rest.dropFirst(piece.count)
      state = .body(remaining: remaining - piece.count)
      return .body(Array(piece))
    case .finished:
      return nil
    }
  }

  private func headLength(_ digits: [UInt8]) throws(SCGIFault) -> Int {
    guard let length = Token.decimal(digits), length > 0 else { throw .badNetstring }
    guard length <= headLimit else { throw .headTooLarge }
    return length
  }

  private static func parse(_ bytes: ArraySlice<UInt8>) throws(SCGIFault) -> SCGIHead {
    // "name NUL value NUL" throughout: the last byte is a NUL, and between NULs lie an even number of texts.
    guard bytes.last == 0 else { throw .badPairs }
    let texts = bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)
    guard texts.count.isMultiple(of: 2) else { throw .badPairs }
    var variables: [(name: String, value: String)] = []
    variables.reserveCapacity(texts.count / 2)
    for index in stride(from: 0, to: texts.count, by: 2) {
      guard isName(texts[index]) else { throw .badPairs }
      guard let name = String(validating: texts[index], as: UTF8.self),
        let value = String(validating: texts[index + 1], as: UTF8.self)
      else { throw .notText }
      variables.append((name, value))
    }
    guard let first = variables.first, first.name == "CONTENT_LENGTH" else { throw .lengthNotFirst }
    guard let length = Token.decimal(first.value.utf8) else { throw .badLength }
    var seen: Set<String> = []
    for variable in variables where !variable.name.hasPrefix("HTTP_") {
      guard seen.insert(variable.name).inserted else { throw .repeatedVariable }
    }
    guard variables.contains(where: { $0.name == "SCGI" && $0.value == "1" }) else { throw .notSCGI }
    return SCGIHead(
      contentLength: length, variables: variables.filter { $0.name != "CONTENT_LENGTH" && $0.name != "SCGI" })
  }

  /// A variable's name as nginx writes it. Header names keep the odd signs that HTTP allows in them.
  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    Token.isToken(bytes) && !bytes.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
  }
}
