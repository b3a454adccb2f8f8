internal import CMalloc

/// Memory that was let go of, which the allocator keeps for itself otherwise: after an index of millions was made, about
/// as much as the index has.
enum FreedMemory {
  /// Gives it back to the machine: for when something big is done.
  static func giveBack() { malloc_trim(0) }
}
