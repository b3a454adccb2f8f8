import CivilTime
import Foundation
import Testing
import Vault

@testable import Services

/// A bundle of four documents, in a folder of its own, with the tools of a shell.
struct BundleScene {
  let folder: String
  let keys: SigningKeys

  static let now = Timestamp(microseconds: 1_795_219_200_123_450)
  static let documents = [
    BundleFile("README.md", what: "first", text: "What this is.\n"),
    BundleFile("contrary.md", what: "against", text: "What speaks against.\n"),
    BundleFile("requests/001/chronology.md", what: "one", text: "It happened.\n"),
    BundleFile("requests/001/exhibit-a.png", what: "a file", text: String(repeating: "pixel", count: 300)),
  ]

  static func with(_ body: (BundleScene) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paradero-bundle-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let scene = BundleScene(folder: folder, keys: try SigningKeys.generate())
    try await scene.bytes().write(to: URL(fileURLWithPath: scene.path))
    try await body(scene)
  }

  var path: String { "\(folder)/BUNDLE.tar" }

  func bytes(_ documents: [BundleFile] = BundleScene.documents) async throws -> Data {
    var archive = Data()
    try await BundleForm.write(documents, signedWith: keys, at: Self.now) { archive += Data($0) }
    return archive
  }

  /// Runs a script where the archive lies.
  func bash(_ script: String) throws -> (code: Int32, output: String) {
    let process = Process(), stdout = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = stdout
    process.standardError = stdout
    try process.run()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  /// Takes the archive apart, does something to its files, and packs what is there as `tar` does.
  func repack(_ script: String) throws {
    let ran = try bash(
      """
      set -e; tar -xf BUNDLE.tar; cd paradero-bundle; \(script)
      cd ..; find paradero-bundle ! -type d | LC_ALL=C sort | tar --format=ustar --owner=0 --group=0 -cf BUNDLE.tar -T -
      rm -r paradero-bundle
      """)
    guard ran.code == 0 else { throw Unpacked(output: ran.output) }
  }

  struct Unpacked: Error { let output: String }

  /// What a check says, whether it refuses the whole or names files.
  func faults(trusting keys: [SigningPublicKey]? = nil) -> [String] {
    do throws(BundleFault) {
      return try BundleCheck.check(path, trusting: keys ?? [self.keys.publicKey]).faults.map(\.description)
    } catch {
      return [error.description]
    }
  }
}

@Suite struct `A bundle` {
  @Test func `is the same bytes whenever it is written, and is found whole by every tar`() async throws {
    try await BundleScene.with { scene in
      #expect(
        try await scene.bytes(BundleScene.documents.reversed()) == FileManager.default.contents(atPath: scene.path))
      let report = try BundleCheck.check(scene.path, trusting: [scene.keys.publicKey])
      #expect(report.faults.isEmpty && report.files == 7 && report.isTrusted == true)
      let listed = try scene.bash("tar -tvf BUNDLE.tar && python3 -m tarfile -l BUNDLE.tar")
      #expect(listed.code == 0)
      for document in BundleScene.documents { #expect(listed.output.contains("paradero-bundle/\(document.name)")) }
      // Whoever knows no key learns that all of it is of one hand, and no more.
      #expect(try BundleCheck.check(scene.path, trusting: []).isTrusted == nil)
      // What another tar packs again is the same bundle.
      try scene.repack("true")
      #expect(scene.faults().isEmpty)
    }
  }

  @Test func `is checked with standard tools alone, by its printed recipe`() async throws {
    try await BundleScene.with { scene in
      let ran = try scene.bash("set -e\n" + BundleForm.recipe)
      #expect(ran.code == 0 && ran.output.contains("Signature Verified Successfully"), "\(ran.output)")
      #expect(ran.output.contains("contrary.md: OK") && ran.output.contains(scene.keys.publicKey.hex))
      #expect(BundleForm.recipe.split(separator: "\n").count <= 8)
    }
  }

  /// What somebody did to the files, and what the check says of it.
  static let tamperings: [(what: String, script: String, says: String)] = [
    ("a file changed", "echo more >> contrary.md", "contrary.md was changed"),
    ("a byte of evidence changed", "sed -i 's/pixel/pixeL/' requests/001/exhibit-a.png", "exhibit-a.png was changed"),
    ("a file missing", "rm contrary.md", "contrary.md is missing"),
    ("a file added", "echo x > requests/001/more.md", "requests/001/more.md is not in the list of files"),
    ("a file renamed", "mv contrary.md other.md", "contrary.md was renamed to other.md"),
    ("a file emptied", ": > README.md", "README.md was changed"),
    (
      "the list changed", "echo more >> contrary.md; sha256sum contrary.md >> manifest.sha256",
      "manifest.sig does not fit manifest.sha256"
    ),
    ("another signature", "head -c 64 /dev/zero > manifest.sig", "manifest.sig does not fit manifest.sha256"),
    ("a short signature", "truncate -s 63 manifest.sig", "manifest.sig does not fit manifest.sha256"),
    ("no signature", "rm manifest.sig", "manifest.sig is missing"),
    ("no list", "rm manifest.sha256", "manifest.sha256 is missing"),
    ("no key", "rm installation.pem", "installation.pem is missing"),
  ]

  @Test(arguments: tamperings)
  func `that was tampered with is refused, by the file's name, and by the recipe too`(
    _ row: (what: String, script: String, says: String)
  ) async throws {
    try await BundleScene.with { scene in
      try scene.repack(row.script)
      let faults = scene.faults()
      #expect(faults.contains { $0.contains(row.says) }, "\(row.what): \(faults)")
      #expect(try scene.bash("set -e\n" + BundleForm.recipe).code != 0, "\(row.what)")
    }
  }

  /// Archives that no honest program writes.
  static let hostile: [(what: String, script: String, says: String)] = [
    (
      "a link in place of a file", "rm contrary.md; ln -s /etc/passwd contrary.md",
      "paradero-bundle/contrary.md is no plain file"
    ),
    ("a hard link", "ln README.md requests/hard.md", "is no plain file"),
    ("a pipe", "mkfifo pipe", "paradero-bundle/pipe is no plain file"),
    ("a hidden file", "echo x > .hidden", ".hidden is a name that has no place"),
    ("a name with a space", "echo x > 'a b'", "a?b is a name that has no place"),
    ("a name that moves the cursor", "echo x > $'a\\033[2Jb'", "is a name that has no place"),
    (
      "a long name", "mkdir -p requests/long; echo x > requests/long/$(printf 'x%.0s' {1..90})",
      "is"
    ),
  ]

  @Test(arguments: hostile)
  func `with what has no place in one is refused`(_ row: (what: String, script: String, says: String)) async throws {
    try await BundleScene.with { scene in
      try scene.repack(row.script)
      let faults = scene.faults()
      #expect(faults.count == 1 && faults.allSatisfy { $0.contains(row.says) }, "\(row.what): \(faults)")
      #expect(faults.allSatisfy { $0.unicodeScalars.allSatisfy { (32...126).contains($0.value) } })
    }
  }

  /// Names that lead out of the folder, as `tar` writes them when it is told to.
  static let paths = ["../evil", "paradero-bundle/../../evil", "/etc/evil", "elsewhere/evil", "paradero-bundle//evil"]

  @Test(arguments: paths) func `with a path that leads elsewhere is refused`(_ path: String) async throws {
    try await BundleScene.with { scene in
      let ran = try scene.bash(
        "echo x > evil && tar --format=ustar -P --transform='s|^evil$|\(path)|' -rf BUNDLE.tar evil")
      #expect(ran.code == 0, "\(ran.output)")
      let faults = scene.faults()
      #expect(faults.count == 1 && faults[0].hasSuffix("is a name that has no place in a bundle"), "\(faults)")
    }
  }

  @Test func `that is cut off, goes on, or holds a file twice is refused`() async throws {
    try await BundleScene.with { scene in
      let whole = try #require(FileManager.default.contents(atPath: scene.path))
      func write(_ data: Data) throws { try data.write(to: URL(fileURLWithPath: scene.path)) }
      for count in [0, 100, 512, 700, whole.count / 2, whole.count - 1024, whole.count - 1] {
        try write(whole.prefix(count))
        #expect(scene.faults().first?.hasPrefix("the archive is cut off after") == true, "\(count): \(scene.faults())")
      }
      try write(whole + Data("more".utf8))
      #expect(scene.faults() == ["something follows after the end of the archive"])
      try write(whole + Data(repeating: 0, count: 8192))
      #expect(scene.faults().isEmpty, "other programs fill up with zeros")
      var damaged = whole
      damaged[5] ^= 1
      try write(damaged)
      #expect(scene.faults().first?.hasPrefix("the archive is damaged at") == true)
      try write(whole)
      let ran = try scene.bash("tar -xf BUNDLE.tar && tar --format=ustar -rf BUNDLE.tar paradero-bundle/contrary.md")
      #expect(ran.code == 0 && scene.faults() == ["contrary.md is there twice"], "\(ran.output) \(scene.faults())")
      try FileManager.default.removeItem(atPath: scene.path)
      #expect(scene.faults() == ["the file cannot be read"])
    }
  }

  @Test func `that another key signed is told by the key that is known`() async throws {
    try await BundleScene.with { scene in
      let others = BundleScene(folder: scene.folder, keys: try SigningKeys.generate())
      try await others.bytes().write(to: URL(fileURLWithPath: scene.path))
      #expect(scene.faults() == [BundleFault.otherKey(others.keys.publicKey.hex).description])
      #expect(others.faults().isEmpty)
      // Old keys stay known after a change.
      #expect(scene.faults(trusting: [scene.keys.publicKey, others.keys.publicKey]).isEmpty)
    }
  }

  @Test func `is not made of names that have no place in one`() async throws {
    try await BundleScene.with { scene in
      for name in ["../x", "a b", "", "x/", ".x", "ñ", String(repeating: "x", count: 120)] {
        await #expect(throws: BundleFault.self) {
          try await scene.bytes([BundleFile(name, what: "", text: "")])
        }
      }
      await #expect(throws: BundleFault.twice("a")) {
        try await scene.bytes([BundleFile("a", what: "", text: "1"), BundleFile("a", what: "", text: "2")])
      }
    }
  }
}
