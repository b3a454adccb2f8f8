internal import CounselRules

extension CounselPhrases {
  static let spanish = CounselPhrases(
    outcomes: Words {
      switch $0 {
      case .met: "Cumplida"
      case .breached: "Indicio de incumplimiento"
      case .unknown: "Todavía no puede decirse"
      case .notInForce: "No vigente"
      case .pending: "Corre un plazo"
      }
    },
    heuristicBreach: "Necesita revisión",
    possible: "Solo posible: el texto de esta regla no se comparó con el documento.",
    restsOn: "Se apoya en: {}",
    grade: "Prueba {}")
}
