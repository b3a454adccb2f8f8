/// Writes SCGI messages as nginx does, or nearly so.
package enum SCGI {
  /// A well-formed message; `variables` may contradict it where a test wants that.
  package static func message(_ variables: [(String, String)], body: [UInt8] = []) -> [UInt8] {
    netstring([("CONTENT_LENGTH", "\(body.count)"), ("SCGI", "1")] + variables) + body
  }

  package static func netstring(_ variables: [(String, String)]) -> [UInt8] {
    var pairs: [UInt8] = []
    for (name, value) in variables {
      pairs += Array(name.utf8) + [0]
      pairs += Array(value.utf8) + [0]
    }
    return Array("\(pairs.count):".utf8) + pairs + [UInt8(ascii: ",")]
  }
}
