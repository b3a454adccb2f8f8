internal import Dispatch
internal import Glibc

/// Signals of the system as events: the process goes on until it has seen to them.
enum Signals {
  /// Waits for SIGTERM or SIGINT, or for the task's end.
  static func waitForEnd() async {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    let sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield() }
      source.resume()
      return source
    }
    for await _ in stream { break }
    for source in sources { source.cancel() }
  }

  /// A client that is gone is an error of a write, not the end of the process.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
