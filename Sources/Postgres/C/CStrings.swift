/// Strings for a C function that takes arrays of them, in one block, each ended by a NUL and the last by nil.
struct CStrings {
  private var bytes: [CChar] = []
  private var starts: [Int] = []

  init(_ strings: [String]) {
    for string in strings {
      starts.append(bytes.count)
      bytes += string.utf8.map { CChar(bitPattern: $0) } + [0]
    }
  }

  /// Valid during the call only.
  func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      var pointers = starts.map { start in bytes.baseAddress.map { UnsafePointer($0 + start) } }
      pointers.append(nil)
      return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}
