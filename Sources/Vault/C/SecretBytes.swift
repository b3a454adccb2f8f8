internal import CSodium

/// The bytes of a key: in memory that is not swapped and not dumped, and that is wiped when nobody holds it any more.
///
/// Written once while it is made, and only read from then on: that makes it safe to share.
final class SecretBytes: @unchecked Sendable {
  let count: Int
  private let memory: UnsafeMutableRawPointer

  /// Copies the bytes; the caller wipes its own with `SecretBytes.wipe`.
  convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count) { memory in bytes.withUnsafeBytes { memory.copyMemory(from: $0) } }
  }

  init(count: Int, _ write: (UnsafeMutableRawBufferPointer) -> Void) {
    // sodium_malloc puts the bytes between guard pages, asks for a lock against swapping, and keeps them out of dumps.
    guard Sodium.isReady, let memory = sodium_malloc(max(1, count)) else {
      preconditionFailure("there is no protected memory for a key")
    }
    self.count = count
    self.memory = memory
    write(UnsafeMutableRawBufferPointer(start: memory, count: count))
    sodium_mprotect_readonly(memory)
  }

  /// Fresh randomness that never lay anywhere else.
  static func random(_ count: Int) -> SecretBytes {
    SecretBytes(count: count) { memory in
      if let base = memory.baseAddress { randombytes_buf(base, memory.count) }
    }
  }

  func withBytes<Result>(_ body: (UnsafePointer<UInt8>) -> Result) -> Result {
    body(UnsafePointer(memory.assumingMemoryBound(to: UInt8.self)))
  }

  /// For writing it to a file, and nothing else.
  var copy: [UInt8] { withBytes { [UInt8](UnsafeBufferPointer(start: $0, count: count)) } }

  static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { if let base = $0.baseAddress { sodium_memzero(base, $0.count) } }
  }

  deinit { sodium_free(memory) }
}
