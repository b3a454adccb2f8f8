internal import CivilTime
internal import Linkage

/// Why somebody may not be found, the likeliest for this search first; from what was typed and the records' age alone.
enum NotFoundReasons {
  static func reasons(
    _ request: SearchRequest, mayEarn: Bool, dataAsOf: Timestamp?, now: Timestamp
  ) -> [NotFoundReason] {
    let today = now.utcDay ?? .farthest
    var reasons: [NotFoundReason] = []
    if !request.births.isEmpty, request.births.allSatisfy({ $0.mayBeMinor(on: today) }) { reasons.append(.minor) }
    if !mayEarn { reasons.append(.moreNeeded) }
    if request.arrestedOn.contains(where: { today.days(since: $0) <= 2 }) { reasons.append(.freshArrest) }
    if dataAsOf.map({ now.seconds(since: $0) > 3 * 86_400 }) ?? true { reasons.append(.oldRecords) }
    reasons.append(.nameWrittenOtherwise)
    // Without a day of arrest it may have been yesterday.
    if request.arrestedOn.isEmpty { reasons.append(.freshArrest) }
    return reasons + [.transfer, .otherCustody, .noLongerHeld]
  }
}

/// When looking again makes sense: 6 and 12 hours after an arrest, every 12 hours to the third day, then daily.
enum LookAgain {
  static func moments(arrestedOn: [CivilDate], now: Timestamp) -> [Timestamp] {
    // The hour is not known: noon in the middle of the country (18:00 UTC) is near enough. Not later than now.
    let arrest = arrestedOn.max().map { min(now, Timestamp(utcMidnight: $0).adding(seconds: 64_800)) }
    let start = arrest ?? now
    let hours = arrest == nil ? [12, 24, 36, 48, 60, 72] : [6, 12, 24, 36, 48, 60, 72]
    var moments = hours.map { start.adding(seconds: Double($0) * 3600) }.filter { $0 > now }
    var last = moments.last ?? now
    while moments.count < 4 {
      last = last.adding(seconds: 86_400)
      moments.append(last)
    }
    return Array(moments.prefix(4))
  }
}
