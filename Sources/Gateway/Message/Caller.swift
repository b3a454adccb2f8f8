/// The neighbourhood that a request came from: the first three bytes of an IPv4 address, the first seven of an IPv6 one.
///
/// It is there so that a flood from one place can be slowed down. It is never logged or stored; printing it shows nothing.
package struct Caller: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package let prefix: [UInt8]

  /// From the text that nginx hands over; nil when it is no address, such as that of a Unix socket.
  package init?(address text: String) {
    guard let bytes = AddressText.bytes(text) else { return nil }
    let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
    if bytes.count == 16, bytes.starts(with: mapped) {
      prefix = Array(bytes[12..<15])
    } else {
      prefix = Array(bytes.prefix(bytes.count == 4 ? 3 : 7))
    }
  }

  package var description: String { "(somewhere)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(reflecting: description) }
}
