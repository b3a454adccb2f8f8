import CivilTime
import Records
import Services
import Stores
import Testing

/// The steps of a follower, without a database and without waiting.
@Suite struct `A follower's next step` {
  private static let start = ContinuousClock.now

  private static func at(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

  private static func mark(_ seq: Int64, _ kind: ChangeKind = .person, _ id: Int64 = 1) -> ChangeMark {
    ChangeMark(change: Change(seq: seq, kind: kind, id: id), at: Timestamp(microseconds: seq))
  }

  /// Loaded after change 7, and looked once.
  private static func following() -> FollowerMachine {
    var machine = FollowerMachine(now: start)
    machine.loaded(after: mark(7), now: at(1000))
    _ = machine.next(now: at(1000))
    machine.saw([], lookedAt: at(1000))
    return machine
  }

  @Test func `is to load, then to look from the change before the load`() {
    var machine = FollowerMachine(now: Self.start)
    #expect(machine.next(now: Self.start) == .load)
    machine.loaded(after: Self.mark(7), now: Self.at(900))
    #expect(machine.currentAt == nil)
    #expect(machine.next(now: Self.at(900)) == .look(after: Self.mark(7)))
    machine.saw([], lookedAt: Self.at(900))
    #expect(machine.currentAt == Self.at(900))
  }

  @Test func `is to rest until the next look, unless something is heard`() {
    var machine = Self.following()
    #expect(machine.next(now: Self.at(1050)) == .rest(.milliseconds(150)))
    machine.heard()
    #expect(machine.next(now: Self.at(1060)) == .look(after: Self.mark(7)))
    machine.saw([], lookedAt: Self.at(1060))
    #expect(machine.next(now: Self.at(1260)) == .look(after: Self.mark(7)))
  }

  @Test func `is to take what was seen, and only then is the index current`() {
    var machine = Self.following()
    machine.saw(
      [
        Self.mark(8, .person, 5), Self.mark(9, .batch, 3), Self.mark(10, .batchWithdrawn, 4),
        Self.mark(11, .facility, 6),
      ],
      lookedAt: Self.at(1200))
    #expect(machine.currentAt == Self.at(1000))
    #expect(machine.next(now: Self.at(1200)) == .take(.init(people: [5], batches: [3, 4], facilities: [6])))
    machine.took([5, 50, 51])
    #expect(machine.currentAt == Self.at(1200))
    #expect(machine.next(now: Self.at(1400)) == .look(after: Self.mark(11, .facility, 6)))
  }

  @Test func `is to go on looking while there are more changes than one look shows`() {
    var machine = Self.following()
    let many = (8..<8 + Int64(FollowerMachine.mostChanges)).map { Self.mark($0, .person, $0) }
    machine.saw(many, lookedAt: Self.at(1200))
    machine.took(many.map(\.change.id))
    #expect(machine.currentAt == Self.at(1000))
    #expect(machine.next(now: Self.at(1300)) == .look(after: many.last))
  }

  @Test func `repeats work that failed, later each time`() {
    var machine = Self.following()
    machine.saw([Self.mark(8, .person, 5)], lookedAt: Self.at(1200))
    var waits: [Duration] = []
    var now = Self.at(1200)
    for _ in 0..<7 {
      #expect(machine.next(now: now) == .take(.init(people: [5])))
      machine.failed(now: now)
      guard case .rest(let wait) = machine.next(now: now) else { return #expect(Bool(false), "no rest") }
      waits.append(wait)
      now += wait
    }
    #expect(waits == waits.sorted() && waits[0] == .milliseconds(100) && waits[6] == .seconds(2))
    machine.took([5])
    #expect(machine.currentAt == Self.at(1200))
  }

  @Test func `is to load anew when history is another one`() {
    var machine = Self.following()
    machine.saw([Self.mark(8, .person, 5)], lookedAt: Self.at(1200))
    machine.mustLoadAnew()
    #expect(machine.currentAt == nil)
    #expect(machine.next(now: Self.at(1200)) == .load)
    machine.loaded(after: nil, now: Self.at(2000))
    #expect(machine.next(now: Self.at(2000)) == .look(after: nil))
  }

  @Test func `brings a merge up to date before it is shown`() {
    var machine = Self.following()
    machine.mergeBegan()
    machine.saw([Self.mark(8, .person, 5)], lookedAt: Self.at(1200))
    _ = machine.next(now: Self.at(1200))
    machine.took([5])
    #expect(machine.isMerging)
    machine.mergeEnded()
    #expect(machine.next(now: Self.at(1210)) == .replay([5]))
    machine.replayed()
    #expect(!machine.isMerging)
    #expect(machine.next(now: Self.at(1210)) == .rest(.milliseconds(190)))
  }

  @Test func `forgets a merge of what was loaded before`() {
    var machine = Self.following()
    machine.mergeBegan()
    machine.mustLoadAnew()
    machine.loaded(after: Self.mark(9), now: Self.at(2000))
    machine.mergeEnded()
    #expect(machine.next(now: Self.at(2000)) == .look(after: Self.mark(9)))
  }

  @Test func `takes people who came of age with no change at all`() {
    var machine = Self.following()
    machine.add([9])
    #expect(machine.next(now: Self.at(1010)) == .take(.init(people: [9])))
    machine.took([9])
    #expect(machine.currentAt == Self.at(1000))
  }
}
