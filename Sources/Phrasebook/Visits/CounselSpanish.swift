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
    review: "Cuestión de criterio: que lo revise una persona.",
    authorities: Words {
      switch $0 {
      case .order: "Orden judicial"
      case .statute: "Ley o reglamento"
      case .contract: "Contrato"
      case .standard: "Norma de detención"
      case .policy: "Directiva"
      case .heuristic: "Regla práctica, no ley"
      }
    },
    missing: Words {
      switch $0 {
      case .docketedMinute: "el minuto en que se registró la orden"
      case .stateOfRule: "si la regla sigue vigente"
      case .standardOfPlace: "la norma de detención de este lugar en esa fecha"
      case .textOfStandard: "lo que dice esta versión de la norma"
      case .contractClause: "el contrato de este lugar"
      case .reachOfOrder: "si la orden alcanza esta parte del edificio"
      case .holidayReading: "si ese día cuenta como feriado"
      case .deadlineReading: "cómo se cuenta el plazo"
      case .role: "la función de quien visita"
      case .relationship: "qué une a quien visita con la persona"
      case .timeHeld: "cuánto tiempo lleva detenida la persona"
      case .exactTimes: "las horas exactas"
      case .conflictingAccounts: "cuál de dos versiones es cierta"
      case .proofOfDelivery: "la prueba de que la solicitud se entregó"
      case .answer: "si hubo respuesta"
      case .refusalReason: "la razón que dieron"
      case .admission: "si dejaron entrar y cuándo"
      case .doorAndOfficer: "si la puerta estaba cerrada y si un oficial podía oír"
      case .roomKind: "si había una separación"
      case .signedRefusal: "si la persona firmó una negativa"
      case .attemptResult: "qué resultó del intento"
      case .departure: "cuándo se fue quien visitaba"
      case .destination: "adónde llevaron a la persona"
      case .consultation: "si pudieron consultar antes"
      case .endOfVisit: "cuándo terminó la visita"
      default: "un hecho que nadie ha anotado"
      }
    },
    missingLead: "Todavía no se sabe: {}.",
    clockEnds: "El plazo termina {}.",
    took: "Tardó de {1} a {2} minutos; el límite es {3}.",
    lasted: "Duró de {1} a {2} minutos; el mínimo es {3}.",
    open: "Abierto de {1} a {2} minutos; se exigen {3}.",
    cleared: "Descartado: {}.",
    softened: "Atenuado: {}.",
    counterFacts: Words {
      switch $0 {
      case .portOfEntry: "inspección en un puerto de entrada"
      case .documentedEmergency: "una emergencia documentada"
      case .signedRefusal: "la negativa firmada por la propia persona"
      case .noIdentification: "quien visitaba no llevaba identificación"
      case .wrongLocation: "la persona nunca estuvo en este lugar"
      case .minorNeverListed: "el localizador nunca muestra a menores de 18"
      }
    },
    aggravations: Words {
      switch $0 {
      case .languageNeed: "agravado por necesitar ayuda con el idioma"
      case .disability: "agravado por una discapacidad"
      case .minor: "la persona es menor de edad"
      case .courtDeadline: "hay una fecha judicial cercana"
      case .remediedSameDay: "corregido el mismo día"
      }
    },
    notProtected: "Esta regla no protege a quien solicita o a esta persona.",
    unverifiedRole: "Las fuentes no aclaran si la regla incluye esta función.",
    bothReadings: "Aquí la ley puede leerse de dos maneras; se miraron ambas.",
    restsOn: "Se apoya en: {}",
    grade: "Prueba {}",
    pattern: "Patrón {}")
}
