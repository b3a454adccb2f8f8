import Foundation
import Testing

/// Compares with a file under `Golden/`. `PARADERO_RECORD=1` writes the file anew, so that a change shows as a diff.
func expectGolden(_ text: String, _ name: String, file: String = #filePath) throws {
  let path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
  if ProcessInfo.processInfo.environment["PARADERO_RECORD"] == "1" {
    try text.write(to: path, atomically: true, encoding: .utf8)
  }
  let expected = try String(contentsOf: path, encoding: .utf8)
  #expect(text == expected, "differs from \(name); run once with PARADERO_RECORD=1 and read the diff")
}
