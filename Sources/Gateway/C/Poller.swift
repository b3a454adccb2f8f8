internal import Glibc

/// Waits on many descriptors at once. Filled anew for each wait; a few hundred entries cost microseconds.
struct Poller {
  struct Interest: OptionSet {
    let rawValue: Int16
    static let readable = Interest(rawValue: Int16(POLLIN))
    static let writable = Interest(rawValue: Int16(POLLOUT))
  }

  struct Readiness {
    fileprivate let events: Int16
    var isReadable: Bool { events & Int16(POLLIN) != 0 }
    var isWritable: Bool { events & Int16(POLLOUT) != 0 }
    /// The other side closed, or the connection broke.
    var isHungUp: Bool { events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 }
    var isAnything: Bool { events != 0 }
  }

  private var entries: [pollfd] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func add(_ descriptor: Descriptor, _ interest: Interest) {
    entries.append(pollfd(fd: descriptor.raw, events: interest.rawValue, revents: 0))
  }

  /// Waits until something happens or the time is up.
  mutating func wait(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    // Rounded up: waking just before a deadline would only mean to wait again.
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    if poll(&entries, nfds_t(entries.count), Int32(clamping: max(0, milliseconds))) < 0 {
      for index in entries.indices { entries[index].revents = 0 }
    }
  }

  subscript(_ index: Int) -> Readiness { Readiness(events: entries[index].revents) }
}
