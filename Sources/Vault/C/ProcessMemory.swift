internal import CSodium
internal import Glibc

/// What the whole process does for the secrets in it, and by which clock.
package enum ProcessMemory {
  /// No core file, and no look into this process by others of its user. Whether both could be had.
  @discardableResult package static func hide() -> Bool {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    let noCore = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0
    return paradero_hide_memory() == 0 && noCore
  }

  /// The system's clock, in seconds since 1970: which version of a key is in force is a matter of all processes.
  package static var seconds: Int64 { Int64(time(nil)) }
}
