internal import Dispatch
internal import Foundation
internal import Locking

/// A process that is fed, read to its end, and gone when this returns.
enum Child {
  struct End: Sendable {
    var status: Int32
    var output: [UInt8]
    /// It wrote more than it might, and was ended.
    var isTooLong: Bool
  }

  static func run(_ command: [String], input: [UInt8], mostOutput: Int) async throws(ToolError) -> End {
    _ = hearsOfClosedPipes
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = [:]
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    let feed = Pipe(), output = Pipe()
    process.standardInput = feed
    process.standardOutput = output
    // What a tool says about a stranger's file may repeat what is in it.
    process.standardError = FileHandle.nullDevice
    let ended = Locked<(status: Int32?, waiter: CheckedContinuation<Int32, Never>?)>((nil, nil))
    process.terminationHandler = { process in
      let status =
        process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
      ended.withLock { state in
        let waiter = state.waiter
        (state.status, state.waiter) = (status, nil)
        return waiter
      }?.resume(returning: status)
    }
    do { try process.run() } catch { throw .failed(command[0], status: -1) }
    return await withTaskCancellationHandler {
      async let bytes = read(output.fileHandleForReading, most: mostOutput) { end(process) }
      async let fed: Void = write(input, to: feed.fileHandleForWriting)
      let (all, isTooLong) = await bytes
      await fed
      let status = await withCheckedContinuation { waiter in
        let known = ended.withLock { state -> Int32? in
          if state.status == nil { state.waiter = waiter }
          return state.status
        }
        if let known { waiter.resume(returning: known) }
      }
      return End(status: status, output: all, isTooLong: isTooLong)
    } onCancel: {
      end(process)
    }
  }

  /// Killed, because the threads that start processes hold back the gentler signals, and a child inherits that.
  private static func end(_ process: Process) {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// Reads to the end on a thread that may block.
  private static func read(
    _ handle: FileHandle, most: Int, tooLong: @escaping @Sendable () -> Void
  ) async -> ([UInt8], Bool) {
    await withCheckedContinuation { done in
      DispatchQueue.global().async {
        var bytes: [UInt8] = [], isTooLong = false
        while let part = try? handle.read(upToCount: 1 << 16), !part.isEmpty {
          guard !isTooLong, bytes.count + part.count <= most else {
            if !isTooLong { tooLong() }
            isTooLong = true
            continue
          }
          bytes.append(contentsOf: part)
        }
        done.resume(returning: (isTooLong ? [] : bytes, isTooLong))
      }
    }
  }

  /// Writing to a tool that has ended must be an error of that call; by default it ends the whole process.
  private static let hearsOfClosedPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// A tool may end without reading all; that is no fault.
  private static func write(_ bytes: [UInt8], to handle: FileHandle) async {
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      DispatchQueue.global().async {
        try? handle.write(contentsOf: Data(bytes))
        try? handle.close()
        done.resume()
      }
    }
  }
}
