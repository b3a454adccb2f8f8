/// Every bound that the gateway holds, with the value that fits a small machine.
package struct Limits: Sendable {
  /// Bytes of an SCGI head: what nginx lets through in headers, and its own variables.
  package var head = 65_536
  package var target = 8_192
  package var headerFields = 100
  /// Bytes of a body where the handler names no other limit.
  package var body = 1_048_576
  /// A body, or a file in it, larger than this lies in a temporary file.
  package var spoolThreshold = 65_536
  /// Where temporary files lie: in memory, because what people send is personal.
  package var temporaryFolder = TemporaryFile.standardFolder
  package var fields = 256
  /// Requests that are worked on at once, and those that wait for a turn; one more is answered 503.
  package var running = 64
  package var waiting = 256
  /// From the first byte of a request to its last.
  package var reading = Duration.seconds(10)
  /// From the first byte of a request to the beginning of its answer.
  package var deadline = Duration.seconds(30)
  /// From the beginning of an answer to its end. Long, because a phone far out takes a large file slowly, and an
  /// answer on its way holds a socket and no place; nginx cuts off whoever takes nothing at all.
  package var writing = Duration.seconds(600)
  /// How long a stopping server waits for what it started.
  package var drain = Duration.seconds(25)
  /// What a refused client is told to wait.
  package var retryAfter = Duration.seconds(5)

  package init() {}
}
