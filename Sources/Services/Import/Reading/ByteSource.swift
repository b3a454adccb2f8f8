internal import Foundation

/// Blocks of bytes, one after the other, until there are no more.
protocol ByteSource: AnyObject {
  /// The next block, never empty; nil at the end.
  func next() throws -> [UInt8]?
}

/// A file, a pipe or standard input, read in blocks.
final class FileBytes: ByteSource {
  private let handle: FileHandle
  private let blockSize: Int
  /// Called with each block as it was read, before any transcoding: for hashing and progress.
  private let watch: ([UInt8]) -> Void

  init(_ handle: FileHandle, blockSize: Int = 1 << 18, watch: @escaping ([UInt8]) -> Void = { _ in }) {
    self.handle = handle
    self.blockSize = blockSize
    self.watch = watch
  }

  func next() throws -> [UInt8]? {
    guard let data = try handle.read(upToCount: blockSize), !data.isEmpty else { return nil }
    let block = [UInt8](data)
    watch(block)
    return block
  }
}

/// Bytes that are in memory already, handed out in blocks of a chosen size.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  private let blockSize: Int
  private var position = 0

  init(_ bytes: [UInt8], blockSize: Int = 1 << 16) {
    self.bytes = bytes
    self.blockSize = max(1, blockSize)
  }

  func next() -> [UInt8]? {
    guard position < bytes.count else { return nil }
    let end = min(position + blockSize, bytes.count)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}
