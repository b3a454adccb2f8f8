internal import Foundation
internal import CivilTime

/// The file that is imported: it can be read twice, which standard input cannot, so that is put into a file without a
/// name first.
final class InputFile: Sendable {
  /// What it is called in the list of imports; never a path.
  let label: String
  let size: Int
  /// When it was last written; nil for standard input.
  let modified: Timestamp?
  private let handle: FileHandle

  /// `-` is standard input.
  init(_ path: String) throws(ImportFailure) {
    guard path != "-" else {
      (handle, size) = try Self.spool(FileHandle.standardInput)
      label = "standard input"
      modified = nil
      return
    }
    guard FileManager.default.fileExists(atPath: path) else { throw .fileMissing(path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .fileUnreadable(path, reason: Self.reason()) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    label = String((path as NSString).lastPathComponent.prefix(200))
    let facts = try? FileManager.default.attributesOfItem(atPath: path)
    guard facts?[.type] as? FileAttributeType != .typeDirectory else {
      throw .fileUnreadable(path, reason: "it is a folder")
    }
    guard facts?[.type] as? FileAttributeType == .typeRegular else {
      // A pipe with a name, such as a shell's <(…).
      (handle, size) = try Self.spool(file)
      modified = nil
      return
    }
    handle = file
    size = (facts?[.size] as? Int) ?? 0
    modified = (facts?[.modificationDate] as? Date).map { Timestamp(secondsSinceEpoch: $0.timeIntervalSince1970) }
  }

  /// From its beginning; one at a time.
  func read(watch: @escaping ([UInt8]) -> Void = { _ in }) throws(ImportFailure) -> FileBytes {
    do { try handle.seek(toOffset: 0) } catch { throw .fileUnreadable(label, reason: "it cannot be read twice") }
    return FileBytes(handle, watch: watch)
  }

  /// A copy without a name, which nobody else can open and which is gone with the process.
  private static func spool(_ input: FileHandle) throws(ImportFailure) -> (FileHandle, Int) {
    let folder = NSTemporaryDirectory()
    let path = folder + "/paradero-\(UUID().uuidString)"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .fileUnreadable(folder, reason: reason()) }
    unlink(path)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var size = 0
    do {
      while let data = try input.read(upToCount: 1 << 18), !data.isEmpty {
        try file.write(contentsOf: data)
        size += data.count
      }
    } catch {
      throw isDiskFull(error) ? .diskFull(folder) : .fileUnreadable("standard input", reason: "reading it failed")
    }
    return (file, size)
  }

  private static func reason() -> String {
    switch errno {
    case EACCES, EPERM: "you may not read it"
    case ENOENT: "it is not there"
    case EISDIR: "it is a folder"
    case ENOSPC, EDQUOT: "the disk is full"
    case EMFILE, ENFILE: "too many files are open"
    default: "error \(errno)"
    }
  }
}

/// Whether writing a file failed for want of room.
func isDiskFull(_ error: any Error) -> Bool {
  let code = (error as NSError)
  if code.domain == NSPOSIXErrorDomain, [Int(ENOSPC), Int(EDQUOT)].contains(code.code) { return true }
  if let inner = code.userInfo[NSUnderlyingErrorKey] as? NSError { return isDiskFull(inner) }
  return code.code == CocoaError.fileWriteOutOfSpace.rawValue
}
