internal import Foundation
internal import Locking

/// The file that says, line by line, what could not be taken: a table for whoever repairs the roster.
///
/// It holds places and reasons and nothing of what the file said, unless the rows themselves were asked for. Only its
/// owner may read it either way.
final class RejectsFile: Sendable {
  private struct State: Sendable {
    var handle: FileHandle?
    var buffer = ""
  }

  let path: String
  let holdsData: Bool
  private let state = Locked(State())

  init(_ path: String, holdsData: Bool) {
    self.path = path
    self.holdsData = holdsData
  }

  /// Whether there was something to write.
  var isOpen: Bool { state.withLock { $0.handle != nil } }

  /// Opens the file now, to fail before the work and not after it.
  func open() throws(ImportFailure) {
    guard !isOpen else { return }
    let descriptor = Foundation.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else {
      throw .rejectsUnwritable(path, reason: errno == ENOSPC ? "the disk is full" : "error \(errno)")
    }
    let header = "line,column,field,outcome,reason,sentence" + (holdsData ? ",row" : "") + "\r\n"
    state.withLock { $0 = State(handle: FileHandle(fileDescriptor: descriptor, closeOnDealloc: true), buffer: header) }
  }

  func add(_ fault: RowFault, row: () -> String) throws(ImportFailure) {
    try open()
    let column = fault.column.map(String.init) ?? ""
    var text = "\(fault.line),\(column),\(fault.field?.name ?? ""),\(fault.outcome.rawValue),\(fault.reason.rawValue),"
    text += Self.quoted(fault.reason.sentence)
    if holdsData { text += "," + Self.quoted(row()) }
    text += "\r\n"
    let line = text
    let isFull = state.withLock { state in
      state.buffer += line
      return state.buffer.utf8.count > 1 << 16
    }
    if isFull { try flush() }
  }

  func flush() throws(ImportFailure) {
    let (handle, text) = state.withLock { state in
      let text = state.buffer
      state.buffer = ""
      return (state.handle, text)
    }
    guard let handle, !text.isEmpty else { return }
    do { try handle.write(contentsOf: Data(text.utf8)) } catch {
      throw isDiskFull(error) ? .diskFull(path) : .rejectsUnwritable(path, reason: "writing it failed")
    }
  }

  /// A cell of the table. A spreadsheet takes a leading `=`, `+`, `-` or `@` for a formula: a quote before it stops that.
  private static func quoted(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@".contains($0) } ?? false
    return "\"" + (isFormula ? "'" : "") + text.replacing("\"", with: "\"\"") + "\""
  }
}
