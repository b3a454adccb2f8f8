internal import Foundation

/// Where text goes: a stream of the process, or a test's list of lines.
struct Output: Sendable {
  let isTerminal: Bool
  let write: @Sendable (String) -> Void

  func line(_ text: String) { write(text + "\n") }

  static let standardOutput = Output(stream: FileHandle.standardOutput)
  static let standardError = Output(stream: FileHandle.standardError)

  init(isTerminal: Bool = false, write: @escaping @Sendable (String) -> Void) {
    (self.isTerminal, self.write) = (isTerminal, write)
  }

  private init(stream: FileHandle) {
    isTerminal = isatty(stream.fileDescriptor) == 1
    // A reader that went away (`paradero … | head`) is no error worth telling anyone.
    write = { text in try? stream.write(contentsOf: Data(text.utf8)) }
  }
}
