internal import CivilTime

extension Feature {
  /// The day of arrest or of the first booking, which follows within days.
  package static let arrestDay = Feature(fact: .arrestDay) { search, listed, matcher in
    let sought = search.sought
    guard let day = sought.arrestedOn else { return nil }
    let weights = matcher.weights
    return best(
      .arrestDay,
      listed.arrests.compactMap(\.day).map {
        switch abs($0.days(since: day)) {
        case 0: (.exact, weights.arrestSameDay.bits)
        case 1: (.near, weights.arrestOneDayOff.bits)
        case 2...3: (.near, weights.arrestThreeDaysOff.bits)
        case 4...7: (.near, weights.arrestWeekOff.bits)
        default: (.different, weights.arrestOtherDay.bits)
        }
      })
  }

  /// The place of arrest: a city, a county, a state, a facility, in words.
  package static let arrestPlace = Feature(fact: .arrestPlace) { search, listed, matcher in
    let sought = search.sought
    guard let place = sought.arrestPlace else { return nil }
    let wanted = PlaceWords.words(place)
    guard !wanted.isEmpty else { return nil }
    let weights = matcher.weights
    return best(
      .arrestPlace,
      listed.arrests.compactMap(\.place).compactMap { text in
        let words = PlaceWords.words(text)
        guard !words.isEmpty else { return nil }
        let shared = wanted.filter { word in words.contains { $0 == word || isNearlySame($0, word) } }
        if shared.isEmpty { return (.different, weights.placeDifferent.bits) }
        // A state alone is shared by many: only a more particular word makes it exact.
        let isParticular = shared.contains { !PlaceWords.states.values.contains($0) }
        return shared.count == wanted.count && isParticular
          ? (.exact, weights.placeExact.bits) : (.partial, weights.placePartial.bits)
      })
  }

  private static func isNearlySame(_ a: String, _ b: String) -> Bool {
    a.utf8.count >= 5 && b.utf8.count >= 5 && EditDistance.isAtMostOne(a, b)
  }
}

/// The words of a place, with the states brought to their two letters.
enum PlaceWords {
  static func words(_ text: String) -> [String] {
    var joined = " " + Fold.words(text).filter { !ignored.contains($0) }.joined(separator: " ") + " "
    for (name, code) in longStates where joined.contains(" \(name) ") {
      joined = joined.split(separator: " \(name) ", omittingEmptySubsequences: false).joined(separator: " \(code) ")
    }
    return joined.split(separator: " ").map { states[String($0)] ?? String($0) }
  }

  private static let ignored: Set<String> = [
    "the", "of", "in", "at", "near", "on", "de", "del", "la", "el", "los", "las", "en", "cerca", "city", "ciudad",
    "county",
    "condado", "usa", "us", "street", "st", "calle", "avenue", "ave", "downtown", "centro",
  ]

  static let states: [String: String] = {
    var result: [String: String] = [:]
    for pair in table.split(separator: ",") {
      let halves = pair.split(separator: "=").map { String($0) }
      if halves.count == 2, !halves[0].contains(" ") { result[halves[0]] = halves[1] }
    }
    for code in Set(result.values).union(longStates.map(\.1)) { result[code] = code }
    return result
  }()

  private static let longStates: [(String, String)] = table.split(separator: ",").compactMap { pair in
    let halves = pair.split(separator: "=").map { String($0) }
    return halves.count == 2 && halves[0].contains(" ") ? (halves[0], halves[1]) : nil
  }

  // "Los" and "las" are left out above, so Los Angeles is "angeles" on both sides.

  private static let table =
    "alabama=al,alaska=ak,arizona=az,arkansas=ar,california=ca,colorado=co,connecticut=ct,delaware=de,florida=fl,"
    + "georgia=ga,hawaii=hi,idaho=id,illinois=il,indiana=in,iowa=ia,kansas=ks,kentucky=ky,louisiana=la,maine=me,"
    + "maryland=md,massachusetts=ma,michigan=mi,minnesota=mn,mississippi=ms,missouri=mo,montana=mt,nebraska=ne,"
    + "nevada=nv,new hampshire=nh,new jersey=nj,new mexico=nm,nuevo mexico=nm,new york=ny,nueva york=ny,"
    + "north carolina=nc,carolina norte=nc,north dakota=nd,ohio=oh,oklahoma=ok,oregon=or,pennsylvania=pa,pensilvania=pa,"
    + "rhode island=ri,south carolina=sc,carolina sur=sc,south dakota=sd,tennessee=tn,texas=tx,tejas=tx,utah=ut,"
    + "vermont=vt,virginia=va,washington=wa,west virginia=wv,wisconsin=wi,wyoming=wy,puerto rico=pr"
}
