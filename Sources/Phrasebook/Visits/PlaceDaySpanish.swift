internal import Records

extension PlaceDayPhrases {
  static let spanish = PlaceDayPhrases(
    title: "Días de un lugar",
    homeText: "Anote cuándo un lugar está abierto para abogados, cierra o da aviso, y vea sus días.",
    lead:
      "Lo que aquí se cuenta es del lugar, no de una solicitud. Pueden leerlo quienes inician sesión, sin los nombres de la gente de otras oficinas. No escriba nada de ninguna persona detenida.",
    find: "Buscar el lugar",
    watched: "Lugares de los que alguien escribió hace poco",
    nowTitle: "¿Qué ve usted ahora?",
    openNow: "Abierto para visitas",
    closedNow: "Cerrado ahora",
    closing: "Está cerrando",
    reopened: "Volvió a abrir",
    moreTitle: "Por más tiempo, a otra hora, un letrero, un aviso",
    moreLead: "Cuenta cuánto tiempo lo vio: desde cuándo hasta cuándo lo sabe usted.",
    kind: "Qué fue",
    day: "Día",
    dayHint: "Año, mes, día: 2026-11-20. Vacío significa hoy.",
    from: "Desde",
    fromHint: "Según el reloj del lugar ({}), por ejemplo 8:00 am. Vacío junto con «hasta» significa ahora.",
    to: "Hasta",
    toHint: "No después de ahora, salvo en horarios publicados. 0:00 es el final del día.",
    couldStart: "¿Habría podido empezar una visita?",
    closedOtherwise: "¿Estuvo cerrado todo el resto de ese día?",
    closedOtherwiseHint: "Solo si lo sabe con certeza y el día ya terminó.",
    documented: "¿Hay prueba de la emergencia?",
    miles: "Millas hasta la causa que se dio del cierre",
    note: "Palabras del letrero o del aviso",
    noteHint: "Al pie de la letra, si puede.",
    submit: "Anotarlo",
    saved: "Quedó anotado.",
    kinds: Words {
      switch $0 {
      case .openObserved: "Visto abierto para visitas legales"
      case .closedObserved: "Visto cerrado para visitas legales"
      case .hoursPosted: "Horario publicado para el día"
      case .closed: "Cerró"
      case .reopened: "Volvió a abrir"
      case .closureNotified: "Se avisó del cierre a los abogados"
      case .notNotified: "No se había avisado del cierre a los abogados"
      case .policyStated: "Dice que no tiene visitas legales"
      case .emergency: "Una emergencia en el lugar"
      case .takenBack: "Retirado"
      }
    },
    standings: Words {
      switch $0 {
      case .open: "Abierto"
      case .short: "Abierto muy poco tiempo"
      case .closed: "Cerrado todo el día"
      case .unknown: "No se sabe"
      }
    },
    range: "Abierto al menos {1}, como mucho {2}",
    exactly: "Abierto {}",
    nothingWatched: "Nadie lo observó durante un rato.",
    posted: "Publicado para el día: {}",
    contested: "Los relatos difieren en {}.",
    unwatched:
      "Las horas que nadie observó no cuentan como abiertas ni como cerradas; de ellas no se deduce ningún incumplimiento.",
    accounts: Plural(one: "{} relato", other: "{} relatos"),
    accountsTitle: "Lo que se contó",
    hoursTitle: "Horas del día",
    rulesTitle: "Qué dicen las reglas",
    rulesNone: "Ninguna regla de este reglamento dice nada de lo que se contó.",
    noAccounts: "Nadie ha contado nada de este día.",
    noDays: "Nadie ha contado nada de este mes. Eso no dice si estuvo abierto.",
    earlier: "El mes anterior",
    later: "El mes siguiente",
    allDays: "Todos los días del mes",
    someoneElse: "alguien de otra oficina",
    when: "desde el {1}, hasta {2}",
    couldNotStart: "No habría podido empezar ninguna visita.",
    wasClosedOtherwise: "Cerrado todo el resto del día.",
    proof: "Hay prueba de ello.",
    distance: Plural(one: "a {} milla de su causa", other: "a {} millas de su causa"),
    notOwn: "Si usted lo vio de otra manera, escriba abajo su propio relato: se conservan los dos.")
}
