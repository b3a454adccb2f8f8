/// Bytes that came with a request or go with an answer: in memory if they are few, else in a temporary file.
package enum Body: Sendable {
  case none
  case bytes([UInt8])
  case file(TemporaryFile)

  package var count: Int {
    switch self {
    case .none: 0
    case .bytes(let bytes): bytes.count
    case .file(let file): file.count
    }
  }

  /// The bytes from an offset on, at most so many; empty at the end.
  package func piece(from offset: Int, atMost size: Int = 65_536) -> ArraySlice<UInt8> {
    switch self {
    case .none: []
    case .bytes(let bytes): bytes[min(offset, bytes.count)..<min(offset + size, bytes.count)]
    case .file(let file): file.read(from: offset, atMost: size)[...]
    }
  }

  /// Everything at once; the caller knows that it is not much.
  package var bytes: [UInt8] {
    switch self {
    case .none: []
    case .bytes(let bytes): bytes
    case .file(let file): file.read(from: 0, atMost: file.count)
    }
  }
}

/// Gathers bytes as they come, and moves to a temporary file when they become many.
package struct BodyGatherer: Sendable {
  private var memory: [UInt8] = []
  private var file: TemporaryFile?
  private let threshold: Int
  private let folder: String

  package init(threshold: Int, folder: String) {
    self.threshold = threshold
    self.folder = folder
  }

  package var count: Int { file?.count ?? memory.count }

  package mutating func append(_ piece: some Collection<UInt8>) throws(TemporaryFile.NoRoom) {
    if let file { return try file.append(piece) }
    memory += piece
    guard memory.count > threshold else { return }
    let file = try TemporaryFile(folder: folder)
    try file.append(memory)
    self.file = file
    memory = []
  }

  package var body: Body {
    if let file { return .file(file) }
    return memory.isEmpty ? .none : .bytes(memory)
  }
}
