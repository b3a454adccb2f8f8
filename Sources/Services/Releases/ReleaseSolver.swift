internal import Figures
internal import Foundation

/// GLPK's `glpsol`, which says what somebody can find out who has everything that was published.
package struct ReleaseSolver: Sendable {
  private let program: String

  package init(program: String = "/usr/bin/glpsol") { self.program = program }

  package var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

  /// The values of the columns at the optimum; nil if there is none.
  package func solve(_ programme: String) throws -> [Double]? {
    guard isThere else { throw ReleaseFault.noSolver }
    let folder = FileManager.default.temporaryDirectory.appending(path: "paradero-\(UUID().uuidString)")
    // Counts that are not told are in it.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let model = folder.appending(path: "model.lp"), answer = folder.appending(path: "answer")
    try Data(programme.utf8).write(to: model)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = ["--lp", model.path, "--tmlim", "60", "-w", answer.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return LinearAnswer.values(try String(contentsOf: answer, encoding: .utf8))
  }
}
