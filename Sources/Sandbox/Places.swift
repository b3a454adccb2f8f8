/// So many may be inside at once; a few more may wait; the rest are refused at once.
actor Places {
  private let most: Int
  private let queue: Int
  private var inside = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(most: Int, queue: Int) {
    self.most = max(1, most)
    self.queue = max(0, queue)
  }

  func enter() async throws(ToolError) {
    if inside < most {
      inside += 1
      return
    }
    guard waiting.count < queue else { throw .busy }
    // The place is handed over by whoever leaves, so that the count stays as it is.
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { inside -= 1 } else { waiting.removeFirst().resume() }
  }
}
