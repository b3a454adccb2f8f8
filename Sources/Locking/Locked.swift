internal import Synchronization

#if TSAN
  internal import Foundation
#endif

/// A value that is reached only while its lock is held.
///
/// Thread Sanitizer does not see through `Mutex` on Linux (it is a raw futex) and reports races that are none;
/// built with `-D TSAN` the lock is one that it understands.
package final class Locked<Value>: @unchecked Sendable {
  // Unchecked: `value` is touched only between lock and unlock, in `withLock`.
  #if TSAN
    private let lock = NSLock()
  #else
    private let mutex = Mutex<Void>(())
  #endif
  private var value: Value

  package init(_ value: sending Value) { self.value = value }

  /// Runs the body with exclusive access to the value. Never wait or call out in it.
  package func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    #if TSAN
      lock.lock()
      defer { lock.unlock() }
      return try body(&value)
    #else
      return try mutex.withLock { (_) throws(Failure) -> sending Result in try body(&value) }
    #endif
  }
}
