/// The words of a place, with the states brought to their two letters.
enum PlaceWords {
  static func words(_ text: String) -> [String] {
    let words = Fold.words(text).filter { !ignored.contains($0) }
    var found: [String] = []
    var place = 0
    while place < words.count {
      // Every state of more than one word has two.
      if place + 1 < words.count, let code = longStates[words[place]]?[words[place + 1]] {
        found.append(code)
        place += 2
      } else {
        found.append(states[words[place]] ?? words[place])
        place += 1
      }
    }
    return found
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
    for code in Set(result.values).union(longStates.values.flatMap(\.values)) { result[code] = code }
    return result
  }()

  static let stateCodes = Set(states.values)

  /// By their first word, then by their second.
  private static let longStates: [String: [String: String]] = {
    var result: [String: [String: String]] = [:]
    for pair in table.split(separator: ",") {
      let halves = pair.split(separator: "=").map { String($0) }
      let words = halves[0].split(separator: " ").map { String($0) }
      if halves.count == 2, words.count == 2 { result[words[0], default: [:]][words[1]] = halves[1] }
    }
    return result
  }()

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
