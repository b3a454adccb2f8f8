import Foundation

@testable import CounselRules

/// The rulebook of this tree.
enum Rules {
  static let testFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let folder = testFolder.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("sql/rulebook")

  static let files: [SourceFile] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".json") && !$0.hasPrefix("examples/") }.compactMap { name in
      FileManager.default.contents(atPath: folder.appendingPathComponent(name).path).map {
        SourceFile(name: name, data: $0)
      }
    }
  }()

  /// Nil if it cannot be read; a test says why.
  static let book = try? RulebookReader.read(files)

  static let factsSchema = files.first { $0.name == FactsReader.schemaName }
}
