internal import CounselRules
internal import Foundation

/// The rulebook of an installation: the files of `rulebook/` in the folder of data.
struct RulebookFolder {
  let files: [SourceFile]

  init(_ folder: String) throws(Failure) {
    let root = URL(fileURLWithPath: folder).standardizedFileURL
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: root.path) else {
      throw Failure(
        "The rulebook \(folder) cannot be read; set PARADERO_SHARE to the folder that has rulebook/.", .missingInput)
    }
    var files: [SourceFile] = []
    for name in names.sorted() where name.hasSuffix(".json") && !name.hasPrefix("examples/") {
      files.append(SourceFile(name: name, data: try readFile(root.appendingPathComponent(name).path)))
    }
    self.files = files
  }

  func rulebook() throws(Failure) -> Rulebook {
    do { return try RulebookReader.read(files) } catch { throw Failure("\(error)", .badData) }
  }

  func file(_ name: String) throws(Failure) -> SourceFile {
    guard let file = files.first(where: { $0.name == name }) else {
      throw Failure("The rulebook lacks \(name).", .missingInput)
    }
    return file
  }
}

extension CommandContext {
  /// The rulebook of this installation, or of another folder.
  func rulebookFolder(_ other: String? = nil) throws(Failure) -> RulebookFolder {
    if let other { return try RulebookFolder(other) }
    return try RulebookFolder(try share() + "/rulebook")
  }
}

/// The bytes of a file; `-` is standard input.
func readFile(_ path: String) throws(Failure) -> Data {
  let data =
    path == "-" ? try? FileHandle.standardInput.readToEnd() ?? Data() : FileManager.default.contents(atPath: path)
  guard let data else { throw Failure("The file \(path) cannot be read.", .missingInput) }
  return data
}
