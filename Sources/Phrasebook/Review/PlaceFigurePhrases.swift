internal import Records

/// What people read beside figures of places and orders.
package struct PlaceFigurePhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let map: String
  package let mapText: OneBlank
  package let mapNote: String
  package let notOnMap: OneBlank
  package let none: String
  package let table: String
  package let place: String
  package let requests: String
  package let held: String
  package let days: String
  package let marks: (full: String, half: String, none: String, unknown: String, untold: String)
  package let hours: String
  package let closures: String
  package let noticed: String
  package let unnoticed: String
  package let unsaid: String
  package let closureSentence: (all: Plural, split: ThreeBlanks)
  package let moved: String
  package let calls: String
  package let strong: String
  package let hoursTitle: String
  package let hoursSentence: FourBlanks
  package let dayCount: Plural
  package let hoursNone: String
  package let calendar: TwoBlanks
  package let dayTable: String
  package let day: String
  package let standing: String
  package let open: String
  package let required: String
  package let posted: String
  package let range: TwoBlanks
  package let accounts: String
  package let terms: String
  package let termsNone: String
  package let verified: String
  package let unverified: String
  package let findings: String
  package let toQueue: String
  package let toFigures: String
  package let unknownTitle: String
  package let unknownText: [String]
  package let month: String
  package let asOf: OneBlank
  package let rowsTitle: String
  package let rowsLead: String
  package let rowsNone: String
  package let ended: String
  package let caseOf: OneBlank
  package let noCase: String
  package let next: String
  package let orders: OrderPhrases
}

/// The pages of orders.
package struct OrderPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let one: OneBlank
  package let terms: ThreeBlanks
  package let places: OneBlank
  package let nothing: String
  package let verifiedTitle: String
  package let verifiedBy: TwoBlanks
  package let unverifiedTitle: String
  package let unverifiedLead: String
  package let compliance: OneBlank
  package let marks: (full: String, half: String, none: String, unknown: String, untold: String)
  package let table: String
  package let met: String
  package let upheld: String
  package let unsettled: String
  package let notUpheld: String
  package let unknown: String
  package let sum: FourBlanks
  package let unknownTitle: String
  package let unknownText: [String]
  package let noPlace: String
  package let all: String
}

extension PlaceFigurePhrases {
  static let english = PlaceFigurePhrases(
    title: "Places",
    homeText: "Each place’s days, hours, closures and requests, on a map and in a table.",
    lead: "What was reported of each place. A place without a line is one of which nobody reported anything.",
    map: "Map",
    mapText: "A map of the country with a circle for each place: the more requests, the larger. {}",
    mapNote: "The larger the circle, the more requests. A full dot in it: days on which the place was short or closed.",
    notOnMap: "Not on the map: {}.",
    none: "Nothing was reported of any place in these days.",
    table: "Places in numbers",
    place: "Place",
    requests: "Requests",
    held: "Share held",
    days: "Days told of",
    marks: (
      full: "Open as asked", half: "Open too short", none: "Closed all day", unknown: "Not known",
      untold: "Nobody told"
    ),
    hours: "Hours open of hours required",
    closures: "Closures",
    noticed: "With notice",
    unnoticed: "Without notice",
    unsaid: "Notice not known",
    closureSentence: (
      all: Plural(one: "{} closure.", other: "{} closures."),
      split: "With notice: {1}; without: {2}; nobody said: {3}."
    ),
    moved: "Moved before a consultation",
    calls: "First call held",
    strong: "Denials with evidence A or B",
    hoursTitle: "Hours open against hours required",
    hoursSentence:
      "On {1} the rules ask for {2} in all; the place was open for at least {3} of them and at most {4}. Hours beyond a day’s own requirement make up for no other day.",
    dayCount: Plural(one: "{} day", other: "{} days"),
    hoursNone: "No rule asks for hours on any day that was told of.",
    calendar: "{1}, {2}",
    dayTable: "Day by day",
    day: "Day",
    standing: "Standing",
    open: "Open",
    required: "Required",
    posted: "Posted",
    range: "{1} to {2}",
    accounts: "Accounts",
    terms: "The terms that bind it",
    termsNone: "No rule of this rulebook binds it.",
    verified: "text verified",
    unverified: "text not verified",
    findings: "What rules said in this month",
    toQueue: "Cases of this place",
    toFigures: "Figures of this place",
    unknownTitle: "What is not known",
    unknownText: [
      "Hours that nobody watched count neither as open nor as closed. A day without an account says nothing of whether the place was open.",
      "These are indicators, whether or not anybody has reviewed them. Under rules whose text nobody has compared with the document they are at most possible breaches.",
    ],
    month: "Month",
    asOf: "As known at {}.",
    rowsTitle: "The requests behind the figure",
    rowsLead: "Days, places and how requests ended. Nobody’s name is here; a case opens with a reason.",
    rowsNone: "No request.",
    ended: "How it ended",
    caseOf: "Case {}",
    noCase: "no case",
    next: "More of them",
    orders: .english)

  static let spanish = PlaceFigurePhrases(
    title: "Lugares",
    homeText: "Días, horas, cierres y solicitudes de cada lugar, en un mapa y en una tabla.",
    lead: "Lo que se comunicó de cada lugar. Un lugar sin línea es uno del que nadie comunicó nada.",
    map: "Mapa",
    mapText: "Mapa del país con un círculo por lugar: cuantas más solicitudes, más grande. {}",
    mapNote:
      "Cuanto más grande el círculo, más solicitudes. Un punto lleno dentro: días en que el lugar abrió poco o cerró.",
    notOnMap: "Fuera del mapa: {}.",
    none: "En estos días no se comunicó nada de ningún lugar.",
    table: "Los lugares en números",
    place: "Lugar",
    requests: "Solicitudes",
    held: "Proporción hecha",
    days: "Días contados",
    marks: (
      full: "Abierto como se pide", half: "Abierto demasiado poco", none: "Cerrado todo el día",
      unknown: "No se sabe", untold: "Nadie contó nada"
    ),
    hours: "Horas abiertas de las exigidas",
    closures: "Cierres",
    noticed: "Con aviso",
    unnoticed: "Sin aviso",
    unsaid: "No se sabe si hubo aviso",
    closureSentence: (
      all: Plural(one: "{} cierre.", other: "{} cierres."),
      split: "Con aviso: {1}; sin aviso: {2}; nadie lo dijo: {3}."
    ),
    moved: "Trasladadas antes de una consulta",
    calls: "Primera llamada hecha",
    strong: "Negativas con prueba A o B",
    hoursTitle: "Horas abiertas frente a horas exigidas",
    hoursSentence:
      "En {1} las reglas piden {2} en total; el lugar estuvo abierto al menos {3} de ese tiempo y como mucho {4}. Las horas que exceden lo exigido para un día no compensan ningún otro.",
    dayCount: Plural(one: "{} día", other: "{} días"),
    hoursNone: "Ninguna regla exige horas en los días de los que se contó algo.",
    calendar: "{1}, {2}",
    dayTable: "Día por día",
    day: "Día",
    standing: "Estado",
    open: "Abierto",
    required: "Exigido",
    posted: "Anunciado",
    range: "de {1} a {2}",
    accounts: "Relatos",
    terms: "Los términos que lo obligan",
    termsNone: "Ninguna regla de este reglamento lo obliga.",
    verified: "texto verificado",
    unverified: "texto no verificado",
    findings: "Lo que dijeron las reglas en este mes",
    toQueue: "Casos de este lugar",
    toFigures: "Cifras de este lugar",
    unknownTitle: "Lo que no se sabe",
    unknownText: [
      "Las horas que nadie observó no cuentan ni como abiertas ni como cerradas. Un día sin relato no dice si el lugar estaba abierto.",
      "Son indicios, los haya revisado alguien o no. Según reglas cuyo texto nadie ha comparado con el documento, son como mucho posibles incumplimientos.",
    ],
    month: "Mes",
    asOf: "Según lo sabido: {}.",
    rowsTitle: "Las solicitudes detrás de la cifra",
    rowsLead: "Días, lugares y cómo terminaron las solicitudes. Aquí no hay nombres; un caso se abre con un motivo.",
    rowsNone: "Ninguna solicitud.",
    ended: "Cómo terminó",
    caseOf: "Caso {}",
    noCase: "sin caso",
    next: "Ver más",
    orders: .spanish)
}

extension OrderPhrases {
  static let english = OrderPhrases(
    title: "Orders",
    homeText: "What each court order asks for, and on which days it was kept.",
    lead:
      "A page for each order. It shows figures under terms alone whose text a named person compared with the document.",
    one: "Order {}",
    terms: "Terms: {1}; verified: {2}; not verified: {3}",
    places: "Places: {}",
    nothing:
      "No term of this order has been compared with the document. Nothing is said here of whether it was kept.",
    verifiedTitle: "Terms that were verified",
    verifiedBy: "Compared with the document by {1} on {2}.",
    unverifiedTitle: "Terms that were not verified",
    unverifiedLead: "Listed so that nothing is left out. No figure on this page rests on them.",
    compliance: "Day by day: {}",
    marks: (
      full: "Kept, as far as told", half: "Indicator, not yet reviewed", none: "Breach, upheld by reviewers",
      unknown: "Cannot be said", untold: "Nobody told"
    ),
    table: "What the verified terms said",
    met: "Kept",
    upheld: "Breach upheld",
    unsettled: "Not yet reviewed",
    notUpheld: "Not upheld",
    unknown: "Cannot be said",
    sum:
      "Of the days of which anything was told: kept on {1}, breach upheld on {2}, indicator not yet settled on {3}, cannot be said on {4}.",
    unknownTitle: "What this page does not say",
    unknownText: [
      "It rests on what was reported to this service; that is not a random sample of what happened.",
      "A day without an account says nothing: the place may have kept the order or not.",
      "A breach counts once two reviewers upheld it. Findings that reviewers did not uphold are counted apart and shown.",
    ],
    noPlace: "Its terms name no place of the list.",
    all: "All orders")

  static let spanish = OrderPhrases(
    title: "Órdenes judiciales",
    homeText: "Lo que pide cada orden judicial, y en qué días se cumplió.",
    lead:
      "Una página por orden. Solo muestra cifras según los términos cuyo texto una persona con nombre comparó con el documento.",
    one: "Orden {}",
    terms: "Términos: {1}; verificados: {2}; sin verificar: {3}",
    places: "Lugares: {}",
    nothing:
      "Ningún término de esta orden se ha comparado con el documento. Aquí no se dice nada sobre si se cumplió.",
    verifiedTitle: "Términos verificados",
    verifiedBy: "{1} lo comparó con el documento. Fecha: {2}.",
    unverifiedTitle: "Términos sin verificar",
    unverifiedLead: "Figuran para no omitir nada. Ninguna cifra de esta página se apoya en ellos.",
    compliance: "Día por día: {}",
    marks: (
      full: "Cumplida, según lo contado", half: "Indicio, aún sin revisar",
      none: "Incumplimiento confirmado por quienes revisan", unknown: "No puede decirse", untold: "Nadie contó nada"
    ),
    table: "Lo que dijeron los términos verificados",
    met: "Cumplida",
    upheld: "Incumplimiento confirmado",
    unsettled: "Aún sin revisar",
    notUpheld: "No confirmado",
    unknown: "No puede decirse",
    sum:
      "De los días de los que se contó algo: cumplida en {1}, incumplimiento confirmado en {2}, indicio sin resolver en {3}, no puede decirse en {4}.",
    unknownTitle: "Lo que esta página no dice",
    unknownText: [
      "Se apoya en lo que se comunicó a este servicio; no es una muestra al azar de lo ocurrido.",
      "Un día sin relato no dice nada: el lugar pudo haber cumplido la orden o no.",
      "Un incumplimiento cuenta cuando dos personas lo han confirmado. Los hallazgos que no se confirmaron se cuentan aparte y se muestran.",
    ],
    noPlace: "Sus términos no nombran ningún lugar de la lista.",
    all: "Todas las órdenes")
}
