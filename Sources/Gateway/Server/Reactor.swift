/// The thread that owns every socket: it accepts, reads, writes, and watches for clients that leave.
///
/// It never waits on a single client and runs no handler: those are tasks, which send their answers to the mailbox.
/// Unchecked: made in `SCGIServer.init`, then used by the one thread that runs `loop`, and by nobody else.
final class Reactor: @unchecked Sendable {
  private struct Peer {
    let socket: Descriptor
    let id: RequestID
    let since: ContinuousClock.Instant
    var conversation: Conversation
    var admitted: Gate.Admitted?
    var body: Body = .none
    var outcome = Served.Outcome.answered
    var response: Response?
    var phaseEnds: ContinuousClock.Instant
  }

  private enum Phase: Equatable {
    case serving
    /// No new clients; what was started is finished, until then.
    case draining(until: ContinuousClock.Instant)
    /// The rest was cancelled and told so; until then it may still leave in good order.
    case ending(until: ContinuousClock.Instant)
  }

  private let listener: ListeningSocket
  private let pipeline: Pipeline
  private let mailbox: Mailbox
  private let observer: @Sendable (Served) -> Void
  private let limits: Limits
  private var peers: [Int: Peer] = [:]
  private var tasks: [Int: Task<Void, Never>] = [:]
  private var floor: Floor
  private var poller = Poller()
  private var lastID = 0
  private var phase = Phase.serving
  private var acceptsAgainAt: ContinuousClock.Instant?

  init(
    listener: ListeningSocket, pipeline: Pipeline, mailbox: Mailbox, observer: @escaping @Sendable (Served) -> Void
  ) {
    self.listener = listener
    self.pipeline = pipeline
    self.mailbox = mailbox
    self.observer = observer
    limits = pipeline.gate.limits
    floor = Floor(running: limits.running, waiting: limits.waiting)
  }

  func loop() {
    while !isOver {
      let order = wait()
      for letter in mailbox.collect() { take(letter) }
      accept()
      for (place, id) in order.enumerated() { look(at: id, poller[place + 2]) }
      checkDeadlines()
      mailbox.load = (floor.running.count, floor.waiting.count)
    }
    for id in peers.keys { close(id, .stopped) }
    if phase == .serving { listener.retire() }
  }

  private var isOver: Bool {
    switch phase {
    case .serving: false
    case .draining: peers.isEmpty && floor.isEmpty
    case .ending(let until): (peers.isEmpty && floor.isEmpty) || until <= .now
    }
  }

  /// Waits for the next thing to happen; gives the order in which peers stand in the poller.
  private func wait() -> [Int] {
    let now = ContinuousClock.now
    poller.removeAll()
    poller.add(mailbox.pipe.reading, .readable)
    let accepts = acceptsAgainAt.map { now >= $0 } ?? true
    poller.add(listener.descriptor, accepts ? .readable : [])
    var next = now + .seconds(60)
    switch phase {
    case .serving: break
    case .draining(let until), .ending(let until): next = until
    }
    if let acceptsAgainAt, !accepts { next = min(next, acceptsAgainAt) }
    var order: [Int] = []
    for (id, peer) in peers {
      var interest: Poller.Interest = []
      if peer.conversation.wantsBytes { interest.insert(.readable) }
      if peer.conversation.isWriting { interest.insert(.writable) }
      poller.add(peer.socket, interest)
      order.append(id)
      next = min(next, peer.phaseEnds)
    }
    poller.wait(next - now)
    return order
  }

  private func accept() {
    while true {
      switch listener.accept() {
      case .connection(let socket):
        lastID += 1
        let now = ContinuousClock.now
        let id = RequestID()
        peers[lastID] = Peer(
          socket: socket, id: id, since: now, conversation: Conversation(id: id, limits: limits),
          phaseEnds: now + limits.reading)
        read(lastID)
      case .nothingYet:
        acceptsAgainAt = nil
        return
      case .exhausted:
        acceptsAgainAt = .now + .milliseconds(50)
        return
      }
    }
  }

  private func look(at id: Int, _ readiness: Poller.Readiness) {
    guard readiness.isAnything, let peer = peers[id] else { return }
    if peer.conversation.isHandedOver {
      if readiness.isHungUp { left(id) }
      return
    }
    if readiness.isReadable || readiness.isHungUp { read(id) }
    if readiness.isWritable { write(id) }
  }

  private func read(_ id: Int) {
    while let peer = peers[id], peer.conversation.wantsBytes {
      switch peer.socket.read(atMost: 65_536) {
      case .bytes(let bytes):
        let action = peers[id]?.conversation.received(bytes) { head throws(RequestError) in
          try pipeline.admit(head, id: peer.id)
        }
        perform(action ?? .none, id)
      case .nothingYet: return
      case .ended:
        perform(peers[id]?.conversation.ended() ?? .none, id)
        return
      }
    }
  }

  private func write(_ id: Int) {
    guard let socket = peers[id]?.socket else { return }
    let action = peers[id]?.conversation.write(socket.send)
    if peers[id]?.conversation.isLingering == true {
      socket.finishSending()
      peers[id]?.phaseEnds = .now + .seconds(2)
    }
    perform(action ?? .none, id)
  }

  private func perform(_ action: Conversation.Action, _ id: Int) {
    switch action {
    case .none: break
    case .handOver(let admitted, let body):
      peers[id]?.admitted = admitted
      peers[id]?.body = body
      if let since = peers[id]?.since { peers[id]?.phaseEnds = since + limits.deadline }
      switch floor.arrive(id) {
      case .start: start(id)
      case .wait: break
      case .refuse: refuse(id, Problem(.serviceUnavailable, code: "busy"), .queueFull)
      }
    case .refuse(let problem): refuse(id, problem, .refused)
    case .close: close(id, peers[id]?.response == nil ? .clientLeft : nil)
    }
  }

  private func start(_ id: Int) {
    guard let peer = peers[id], let admitted = peer.admitted else {
      if let next = floor.finish(id) { start(next) }
      return
    }
    let pipeline = self.pipeline
    let mailbox = self.mailbox
    let deadline = peer.since + limits.deadline
    let body = peer.body
    peers[id]?.body = .none
    tasks[id] = Task {
      let response = await pipeline.respond(to: admitted, body: body, deadline: deadline)
      mailbox.post(.finished(id, response))
    }
  }

  private func take(_ letter: Mailbox.Letter) {
    switch letter {
    case .finished(let id, let response):
      tasks[id] = nil
      answer(id, response)
      if let next = floor.finish(id) { start(next) }
    case .stop:
      guard phase == .serving else { return }
      phase = .draining(until: .now + limits.drain)
      listener.retire()
    }
  }

  private func answer(_ id: Int, _ response: Response) {
    guard peers[id]?.conversation.answer(response) == true else { return }
    peers[id]?.response = response
    peers[id]?.phaseEnds = .now + limits.writing
    write(id)
  }

  private func refuse(_ id: Int, _ problem: Problem, _ outcome: Served.Outcome) {
    guard let peer = peers[id] else { return }
    peers[id]?.outcome = outcome
    answer(id, pipeline.refuse(problem, head: peer.conversation.head, id: peer.id))
  }

  /// The client left while its request waited or was worked on.
  private func left(_ id: Int) {
    tasks[id]?.cancel()
    floor.leave(id)
    close(id, .clientLeft)
  }

  private func checkDeadlines() {
    let now = ContinuousClock.now
    for (id, peer) in peers where peer.phaseEnds <= now {
      if peer.conversation.isHandedOver {
        giveUp(id, "too-late", .deadline)
      } else if peer.conversation.isReading {
        refuse(id, Problem(.requestTimeout, code: "too-slow"), .refused)
      } else {
        close(id, nil)
      }
    }
    if case .draining(let until) = phase, until <= now {
      phase = .ending(until: now + .seconds(1))
      for (id, peer) in peers where peer.conversation.isHandedOver { giveUp(id, "stopping", .stopped) }
      for (id, peer) in peers where peer.conversation.isReading { close(id, .stopped) }
    }
  }

  /// Cancels the work on a request and tells its client to come back.
  private func giveUp(_ id: Int, _ code: String, _ outcome: Served.Outcome) {
    tasks[id]?.cancel()
    floor.leave(id)
    refuse(id, Problem(.serviceUnavailable, code: code), outcome)
  }

  private func close(_ id: Int, _ outcome: Served.Outcome?) {
    guard let peer = peers.removeValue(forKey: id) else { return }
    observer(
      Served(
        id: peer.id, route: peer.response?.route, method: peer.admitted?.method, status: peer.response?.status,
        outcome: outcome ?? peer.outcome, duration: .now - peer.since, bytes: peer.response?.body.count ?? 0))
  }
}
