/// What a reason for leaving a facility means for custody.
enum ReleaseReason {
  /// Nil when the words are not known: then nothing is claimed.
  static func kind(_ text: String) -> ImportEvent.Kind? {
    let words = comparable(text)
    for (kind, beginnings) in table where beginnings.contains(where: { words == $0 || words.hasPrefix($0 + " ") }) {
      return kind
    }
    return nil
  }

  /// In this order: the first that fits. "Transferred to US Marshals" is a transfer before anything else.
  private static let table: [(ImportEvent.Kind, [String])] = [
    (
      .left,
      [
        "transferred", "transfer", "trasladado", "trasladada", "traslado", "u s marshals", "us marshals", "usms",
        "orr", "office of refugee resettlement", "hold room", "processing disposition changed", "other agency",
        "released to other agency", "released to another agency", "turned over", "extradited",
      ]
    ),
    (.death, ["died", "death", "deceased", "fallecido", "fallecida", "muerte"]),
    (
      .departure,
      [
        "voluntary departure", "voluntary return", "withdrawal", "salida voluntaria", "retorno voluntario",
        "self deport", "self deported",
      ]
    ),
    (
      .removal,
      [
        "removed", "removal", "release to remove", "deported", "deportation", "expelled", "title 42", "deportado",
        "deportada", "expulsado", "expulsada", "returned to canada", "returned to mexico",
      ]
    ),
    (
      .release,
      [
        "released", "release", "bonded out", "bond", "bond posted", "bail", "paroled", "parole",
        "order of recognizance",
        "order of supervision", "own recognizance", "ror", "proceedings terminated", "relief granted", "granted",
        "court ordered", "court order", "us citizen", "u s citizen", "usc", "time served", "liberado", "liberada",
        "fianza", "libertad", "discharged", "cancellation of removal", "escaped",
      ]
    ),
  ]
}
