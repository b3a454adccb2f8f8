internal import CLibPQ

/// The parameters of one statement: all bytes in one block, each text ended by a NUL, and the pointers into it.
struct ParameterArena {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  let types: [Oid]
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  init(_ binds: [PostgresBind], at place: Place) throws(PostgresError) {
    guard binds.count <= 65_535 else {
      throw PostgresError(.encoding, "a statement takes at most 65535 values, this has \(binds.count)", at: place)
    }
    types = binds.map(\.type)
    for (index, bind) in binds.enumerated() {
      switch bind.value {
      case .failure(let fault):
        throw PostgresError(.encoding, "$\(index + 1): \(fault.reason)", at: place)
      case .success(.null): append([], start: -1, format: 0)
      case .success(.text(let text)): append(text, start: bytes.count, format: 0)
      case .success(.bytes(let value)): append(value, start: bytes.count, format: 1)
      }
    }
  }

  private mutating func append(_ value: [UInt8], start: Int, format: Int32) {
    starts.append(start)
    lengths.append(Int32(clamping: value.count))
    formats.append(format)
    guard start >= 0 else { return }
    bytes += value
    bytes.append(0)
  }

  /// Lends what libpq's functions take; valid during the call only.
  func withPointers<Result>(
    _ body: (
      _ count: Int32, _ types: UnsafePointer<Oid>?, _ values: UnsafePointer<UnsafePointer<CChar>?>?,
      _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    bytes.withUnsafeBytes { arena in
      let values = starts.map { start in
        start < 0 ? nil : arena.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
      }
      return types.withUnsafeBufferPointer { types in
        values.withUnsafeBufferPointer { values in
          lengths.withUnsafeBufferPointer { lengths in
            formats.withUnsafeBufferPointer { formats in
              body(
                Int32(starts.count), types.baseAddress, values.baseAddress, lengths.baseAddress,
                formats.baseAddress)
            }
          }
        }
      }
    }
  }
}
