package import CivilTime

/// How long ago and how soon, in words. The further off, the coarser.
extension Phrases {
  /// "3 days ago", from one moment to a later one.
  package func ago(_ moment: Timestamp, now: Timestamp) -> String {
    let seconds = now.seconds(since: moment)
    // Clocks differ a little; only what is plainly ahead is called so.
    if seconds < -300 { return ages.inTheFuture }
    let minutes = Int(seconds / 60)
    if minutes < 2 { return ages.justNow }
    if minutes < 60 { return counted(minutes, ages.minutesAgo) }
    if minutes < 36 * 60 { return counted(minutes / 60, ages.hoursAgo) }
    return daysAgo(Int((seconds / 86_400).rounded()))
  }

  /// "yesterday", from one day to a later one.
  package func ago(_ day: CivilDate, today: CivilDate) -> String {
    switch today.days(since: day) {
    case ..<0: ages.inTheFuture
    case 0: ages.today
    case 1: ages.yesterday
    case let days: daysAgo(days)
    }
  }

  /// "in about 6 hours"
  package func until(_ moment: Timestamp, now: Timestamp) -> String {
    let hours = Int((moment.seconds(since: now) / 3600).rounded())
    if hours < 1 { return ages.soon }
    return hours < 48 ? counted(hours, ages.inHours) : counted((hours + 12) / 24, ages.inDays)
  }

  private func daysAgo(_ days: Int) -> String {
    switch days {
    case ..<14: counted(days, ages.daysAgo)
    case ..<61: counted(days / 7, ages.weeksAgo)
    case ..<730: counted(days / 30, ages.monthsAgo)
    default: counted(days / 365, ages.yearsAgo)
    }
  }
}
