internal import CivilTime
internal import Foundation
internal import Stores

/// Draws where invented people were taken, from the counts of real transfers between places.
struct CustodyPaths: Sendable {
  private var entries = Weighted<Int32>()
  private var onward: [Int32: Weighted<Int32>] = [:]
  private var places: [Int32: SampleStore.Place] = [:]
  private var codes: [String: Int32] = [:]
  let asOf: CivilDate

  init(places: [SampleStore.Place], transfers: [(from: Int32, to: Int32, count: Int)], asOf: CivilDate)
    throws(SampleFault)
  {
    guard !places.isEmpty else { throw .noFacilities }
    self.asOf = asOf
    for place in places {
      self.places[place.id] = place
      codes[place.code] = place.id
    }
    var leaving: [Int32: Int] = [:]
    for transfer in transfers {
      leaving[transfer.from, default: 0] += transfer.count
      onward[transfer.from, default: Weighted()].add(transfer.to, transfer.count)
    }
    // Custody begins in hold rooms, in proportion to how many people leave them for elsewhere.
    for place in places where place.isHoldRoom { entries.add(place.id, (leaving[place.id] ?? 0) + 5) }
    if entries.isEmpty { for place in places { entries.add(place.id, (leaving[place.id] ?? 0) + 1) } }
  }

  /// Arrest, booking, moves, and for some an end; nothing after the day that the list is as of.
  func path(from code: String? = nil, days: Int? = nil, _ random: inout SplitMix64) -> [InventedEvent] {
    guard var here = code.flatMap({ codes[$0] }) ?? entries.draw(&random) else { return [] }
    let end = Timestamp(utcMidnight: asOf).adding(seconds: 86_399)
    let back = days ?? min(420, Int(-log(1 - random.unit()) * 70))
    var time = Timestamp(utcMidnight: asOf.adding(days: -back) ?? asOf).adding(
      seconds: Double(random.pick(39_600...84_000)))
    var events: [InventedEvent] = []
    func add(_ kind: String, _ facility: Int32?, from: Int32? = nil, place: String? = nil, toTheDay: Bool = false) {
      let reported = min(end, time.adding(seconds: Double(random.below(43_200))))
      events.append(
        InventedEvent(
          kind: kind, facility: facility, from: from, place: place, at: time, isToTheDay: toTheDay,
          reported: max(reported, time)))
    }
    if random.chance(0.8) {
      let place = places[here].flatMap { place in
        place.city.map { [$0, place.state].compactMap(\.self).joined(separator: ", ") }
      }
      add("arrest", nil, place: place, toTheDay: random.chance(0.5))
      time = time.adding(seconds: Double(random.pick(3_600...28_800)))
    }
    guard time <= end else { return events }
    add("book_in", here)
    var isHoldRoom = places[here]?.isHoldRoom ?? false
    for _ in 0..<8 {
      let stay = isHoldRoom ? 0.2 + random.unit() * 2.5 : 2 - log(1 - random.unit()) * 26
      time = time.adding(seconds: stay * 86_400)
      guard time <= end else { break }
      if random.chance(isHoldRoom ? 0.93 : 0.45), let next = onward[here]?.draw(&random) {
        add("transfer", next, from: here)
        here = next
        isHoldRoom = places[here]?.isHoldRoom ?? false
      } else {
        let roll = random.unit()
        add(roll < 0.36 ? "release" : roll < 0.95 ? "removal" : "departure", here)
        return events
      }
    }
    // Seen somewhere else within the hour: two sources that contradict each other.
    if random.chance(0.007), let last = events.last, last.facility != nil, let other = entries.draw(&random),
      other != here
    {
      time = last.at.adding(seconds: 3000)
      if time <= end { add("sighting", other) }
    }
    return events
  }
}
