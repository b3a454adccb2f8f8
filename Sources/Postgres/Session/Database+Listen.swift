extension Database {
  /// What is notified on a channel, on a connection of its own, until the task stops listening or the pool is closed.
  ///
  /// Begins with `.reconnected`, and says so again after each loss of the connection: what was notified in between is
  /// lost. A listener that falls behind loses the oldest events. So take each event as a hint to look.
  package func listen(_ channel: StaticString) -> AsyncStream<ListenEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: ListenEvent.self, bufferingPolicy: .bufferingNewest(1024))
    let listener = Listener(configuration, channel: channel) { continuation.yield($0) }
    guard let key = add(listener) else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { _ in listener.stop() }
    listener.start { [weak self] in
      continuation.finish()
      self?.remove(listener: key)
    }
    return stream
  }
}
