internal import CSodium
internal import Glibc

/// What the whole process does for the secrets in it.
package enum ProcessMemory {
  /// No core file, and no look into this process by others of its user. Whether both could be had.
  @discardableResult package static func hide() -> Bool {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    let noCore = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0
    return paradero_hide_memory() == 0 && noCore
  }
}
