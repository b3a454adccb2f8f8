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

  static let stateCodes = Set(states.values)

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
