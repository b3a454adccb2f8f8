internal import Dispatch
internal import Foundation
internal import Services

/// The machine's mailer, by the interface that all of them have: a message on its input, addresses in its headers.
///
/// Nothing of a message stands in the arguments or the environment, where other users of the machine would see it.
struct Sendmail: Sendable {
  let path: String

  /// Waits for the mailer to say what it did.
  func hand(_ message: MailMessage) async -> Mailer.Handover {
    guard let bytes = message.bytes else { return .refusedForEver }
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: run(bytes)) }
    }
  }

  private func run(_ bytes: [UInt8]) -> Mailer.Handover {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-t", "-i"]
    let environment = ProcessInfo.processInfo.environment
    process.environment = environment.filter { ["PATH", "HOME", "LANG", "TZ", "MSMTP_CONFIG"].contains($0.key) }
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return .refusedForNow }
    let killer = DispatchWorkItem { if process.isRunning { process.terminate() } }
    DispatchQueue.global().asyncAfter(deadline: .now() + Mailer.patience, execute: killer)
    // A mailer that ends early says so by its status.
    try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    killer.cancel()
    guard process.terminationReason == .exit else { return .unknown }
    return Self.handover(status: process.terminationStatus)
  }

  /// What the status means, in the numbers of `sysexits.h`: wrong data and unknown users stay so, the rest may pass.
  static func handover(status: Int32) -> Mailer.Handover {
    switch status {
    case 0: .taken
    case 64, 65, 67: .refusedForEver
    default: .refusedForNow
    }
  }
}
