internal import Linkage

/// How names are built where a person comes from.
enum Culture: String, Sendable, CaseIterable {
  case hispanic, maya, haitian, chinese, punjabi, arabic, vietnamese, filipino, ethiopian, brazilian
  case easternEuropean = "eastern-european"

  /// Countries with their share of people in detention, in ten-thousandths, rounded from public statistics.
  static let countries = Weighted<(String, Culture)>([
    (("MX", .hispanic), 2700), (("MX", .maya), 60), (("GT", .hispanic), 780), (("GT", .maya), 620),
    (("HN", .hispanic), 1250), (("SV", .hispanic), 640), (("VE", .hispanic), 620), (("CO", .hispanic), 520),
    (("EC", .hispanic), 500), (("NI", .hispanic), 400), (("CU", .hispanic), 290), (("PE", .hispanic), 240),
    (("DO", .hispanic), 170), (("BO", .hispanic), 30), (("CR", .hispanic), 20), (("AR", .hispanic), 20),
    (("CL", .hispanic), 20), (("BR", .brazilian), 250), (("HT", .haitian), 220), (("IN", .punjabi), 240),
    (("PK", .arabic), 20), (("CN", .chinese), 160), (("TW", .chinese), 5), (("VN", .vietnamese), 80),
    (("PH", .filipino), 70), (("ET", .ethiopian), 40), (("ER", .ethiopian), 30), (("SO", .arabic), 30),
    (("SN", .arabic), 60), (("MR", .arabic), 60), (("GN", .arabic), 50), (("GM", .arabic), 15), (("ML", .arabic), 15),
    (("EG", .arabic), 20), (("IQ", .arabic), 15), (("YE", .arabic), 10), (("JO", .arabic), 10), (("MA", .arabic), 10),
    (("RU", .easternEuropean), 60), (("UA", .easternEuropean), 40), (("AM", .easternEuropean), 25),
    (("GE", .easternEuropean), 25), (("UZ", .easternEuropean), 25), (("RO", .easternEuropean), 30),
    (("PL", .easternEuropean), 10), (("BG", .easternEuropean), 10),
  ])

  /// Which of two surnames is dropped first: the mother's, which is the second in Spanish and the first in Portuguese.
  var keepsLastSurname: Bool { self == .brazilian || self == .filipino }
  var putsSurnameFirst: Bool { self == .chinese || self == .vietnamese }
}

/// A name of an invented person, as the family knows it.
struct TrueName: Sendable {
  var given: [PoolName]
  var family: [PoolName]
  var suffix: String?

  func text(_ culture: Culture) -> String {
    let given = given.map(\.written)
    let family = family.map(\.written)
    let order = culture.putsSurnameFirst ? family + given : given + family
    return (order + [suffix].compactMap(\.self)).joined(separator: " ")
  }
}

extension Culture {
  func name(isWoman: Bool, pools: NamePools, _ random: inout SplitMix64) -> TrueName {
    let kind = isWoman ? "given_f" : "given_m"
    func draw(_ culture: Culture, _ kind: String) -> PoolName { pools.draw(culture, kind, &random) }
    func given(_ culture: Culture, _ count: Int) -> [PoolName] {
      var names: [PoolName] = []
      while names.count < count {
        let name = draw(culture, kind)
        if !names.contains(where: { $0.written == name.written }) { names.append(name) }
      }
      return names
    }
    switch self {
    case .hispanic:
      let count = random.chance(0.63) ? 2 : random.chance(0.88) ? 1 : 3
      return TrueName(
        given: given(.hispanic, count),
        family: (0..<(random.chance(0.96) ? 2 : 1)).map { _ in draw(.hispanic, "family") })
    case .maya:
      return TrueName(
        given: given(random.chance(0.7) ? .maya : .hispanic, random.chance(0.45) ? 2 : 1),
        family: (0..<2).map { _ in draw(random.chance(0.75) ? .maya : .hispanic, "family") })
    case .haitian:
      return TrueName(given: given(.haitian, random.chance(0.35) ? 2 : 1), family: [draw(.haitian, "family")])
    case .chinese:
      let syllable = isWoman ? "syllable_f" : "syllable_m"
      let first = draw(.chinese, syllable).written
      let word = random.chance(0.78) ? first + draw(.chinese, syllable).written.lowercased() : first
      return TrueName(given: [PoolName(word)], family: [draw(.chinese, "family")])
    case .punjabi: return punjabi(isWoman, pools, &random)
    case .arabic:
      let father = draw(.arabic, "given_m")
      let family = draw(.arabic, "family")
      return TrueName(given: given(.arabic, 1) + (random.chance(0.55) ? [father] : []), family: [family])
    case .vietnamese:
      return TrueName(
        given: [draw(.vietnamese, isWoman ? "middle_f" : "middle_m"), draw(.vietnamese, kind)],
        family: [draw(.vietnamese, "family")])
    case .filipino:
      return TrueName(
        given: given(.filipino, random.chance(0.5) ? 2 : 1),
        family: [draw(.filipino, "family"), draw(.filipino, "family")])
    case .ethiopian:
      let chain = (0..<(random.chance(0.6) ? 2 : 1)).map { _ in draw(.ethiopian, "given_m") }
      return TrueName(given: given(.ethiopian, 1), family: chain)
    case .brazilian:
      let suffix = !isWoman && random.chance(0.07) ? ["Júnior", "Filho"][random.below(2)] : nil
      return TrueName(
        given: given(.brazilian, random.chance(0.4) ? 2 : 1),
        family: (0..<(random.chance(0.75) ? 2 : 1)).map { _ in draw(.brazilian, "family") }, suffix: suffix)
    case .easternEuropean:
      var names = given(.easternEuropean, 1)
      if random.chance(0.35) {
        let patronymic = draw(.easternEuropean, "patronymic").written
        names.append(PoolName(isWoman ? Self.feminine(patronymic) : patronymic))
      }
      let family = draw(.easternEuropean, "family").written
      return TrueName(given: names, family: [PoolName(isWoman ? Self.feminine(family) : family)])
    }
  }

  private func punjabi(_ isWoman: Bool, _ pools: NamePools, _ random: inout SplitMix64) -> TrueName {
    guard random.chance(0.7) else {
      var family = pools.draw(.punjabi, "family", &random)
      while family.written.hasPrefix("Singh") || family.written == "Kaur" {
        family = pools.draw(.punjabi, "family", &random)
      }
      return TrueName(given: [pools.draw(.punjabi, "given", &random)], family: [family])
    }
    let root = pools.draw(.punjabi, "root", &random).written
    let given = PoolName(root + pools.draw(.punjabi, "ending", &random).written)
    let common = PoolName(isWoman ? "Kaur" : "Singh")
    let family = pools.draw(.punjabi, "family", &random)
    let isClan = !family.written.hasPrefix("Singh") && family.written != "Kaur"
    return isClan ? TrueName(given: [given, common], family: [family]) : TrueName(given: [given], family: [common])
  }

  /// The form that a woman bears: Ivanova, Kamińska, Ivanovna.
  private static func feminine(_ name: String) -> String {
    if name.hasSuffix("vich") { return name.dropLast(3) + "na" }
    if name.hasSuffix("ov") || name.hasSuffix("ev") || name.hasSuffix("in") { return name + "a" }
    if name.hasSuffix("ski") { return name.dropLast() + "a" }
    return name
  }
}
