/// What people read beside figures.
package struct FigurePhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let caveat: String
  package let asOf: OneBlank
  package let filter: String
  package let by: String
  package let groupings:
    (
      place: String, week: String, month: String, mode: String, tie: String, rule: String, authority: String
    )
  package let from: String
  package let until: String
  package let untilHint: String
  package let place: String
  package let known: String
  package let knownHint: String
  package let apply: String
  package let dayWrong: String
  package let noDay: String
  package let outcomesTitle: String
  package let findingsTitle: String
  package let total: String
  package let requests: String
  package let incidents: String
  package let held: String
  package let denied: String
  package let silent: String
  package let withdrawn: String
  package let unknown: String
  package let share: String
  package let interval: ThreeBlanks
  package let noCases: String
  package let met: String
  package let breached: String
  package let undecided: String
  package let upheld: String
  package let notUpheld: String
  package let strong: String
  package let chart: TwoBlanks
  package let chartNote: String
  package let toVisit: String
  package let toAnswer: String
  package let toCall: String
  package let toCallLead: String
  package let waitLead: String
  package let waitTable: String
  package let hours: Plural
  package let curve: OneBlank
  package let by24: ThreeBlanks
  package let ends:
    (
      answer: String, visit: String, call: String, transfer: String, release: String, removal: String, death: String,
      withdrawn: String
    )
  package let open: Plural
  package let method: String
  package let methods: [String]
  package let csv: String
  package let json: String
  package let week: OneBlank
  package let rows: OneBlank
  package let places: PlaceFigurePhrases
}

extension FigurePhrases {
  static let english = FigurePhrases(
    title: "Figures",
    homeText: "Count requests, visits, denials and findings, with intervals.",
    lead: "Requests of all offices, counted. No name and no single request is here.",
    caveat: "Reported to this service; not a random sample of what happened.",
    asOf: "As known at {}.",
    filter: "Choose what is counted",
    by: "In groups by",
    groupings: (
      place: "Place", week: "Week", month: "Month", mode: "Kind of visit", tie: "Relationship", rule: "Rule",
      authority: "Authority"
    ),
    from: "First day",
    until: "Day after the last",
    untilHint: "This day is not counted any more. Such as 2026-11-30.",
    place: "Code of one place",
    known: "As known at the end of the day",
    knownHint: "Empty: as known now. An earlier day gives what was known then.",
    apply: "Count",
    dayWrong: "A day was not understood; please write it like 2026-11-30.",
    noDay: "There is no day to count: the first day has to come before the day after the last.",
    outcomesTitle: "How requests ended",
    findingsTitle: "What the rules said, and what people made of it",
    total: "All together",
    requests: "Requests",
    incidents: "Incidents",
    held: "Visits held",
    denied: "Denied",
    silent: "No answer",
    withdrawn: "Withdrawn",
    unknown: "Unknown",
    share: "Share held",
    interval: "{1} ({2} to {3})",
    noCases: "no case",
    met: "Kept",
    breached: "Indicators of a breach",
    undecided: "Cannot be said",
    upheld: "Upheld",
    notUpheld: "Not upheld",
    strong: "Evidence A or B",
    chart: "Bars: the share of requests with a visit, by {1}, with intervals. {2}",
    chartNote: "Bar: share. Thin line: the interval in which the share lies at 95 in 100.",
    toVisit: "Time until a visit",
    toAnswer: "Time until an answer",
    toCall: "Time until the first call",
    toCallLead:
      "Of requests for a call, from when it was asked for; when somebody was taken into custody is seldom known here.",
    waitLead:
      "Of all requests, the share that had come to each end by a time. A transfer or a release rules a visit out; nothing is dropped.",
    waitTable: "Within",
    hours: Plural(one: "{} hour", other: "{} hours"),
    curve: "Curves over seven days. {}",
    by24: "Within {1}: {2} {3}.",
    ends: (
      answer: "answered", visit: "visited", call: "called", transfer: "moved elsewhere", release: "released",
      removal: "removed",
      death: "died", withdrawn: "withdrawn"
    ),
    open: Plural(one: "{} request has come to no known end.", other: "{} requests have come to no known end."),
    method: "How this is counted",
    methods: [
      "A request counts on the day on which it was sent or somebody arrived, by the place’s clock. Requests of several people at one door are one incident.",
      "Shares have Wilson’s interval at 95 in 100. The interval says how much chance there is in so few cases; it does not say how those who report differ from those who do not.",
      "Times are cumulative incidence after Aalen and Johansen: transfer, release, removal, death and withdrawal compete, and requests without a known end count for as long as they were watched.",
      "An event counts from when it was written down here. The same question about the same moment gives the same answer, until something is lawfully deleted.",
    ],
    csv: "As a table (CSV)",
    json: "As JSON",
    week: "Week of {}",
    rows: "See the cases of {}",
    places: .english)

  static let spanish = FigurePhrases(
    title: "Cifras",
    homeText: "Cuente solicitudes, visitas, negativas y hallazgos, con intervalos.",
    lead: "Solicitudes de todas las oficinas, contadas. Aquí no hay nombres ni solicitudes sueltas.",
    caveat: "Lo que se comunicó a este servicio; no es una muestra al azar de lo ocurrido.",
    asOf: "Según lo sabido: {}.",
    filter: "Elija qué se cuenta",
    by: "En grupos por",
    groupings: (
      place: "Lugar", week: "Semana", month: "Mes", mode: "Tipo de visita", tie: "Relación", rule: "Regla",
      authority: "Autoridad"
    ),
    from: "Primer día",
    until: "Día siguiente al último",
    untilHint: "Ese día ya no se cuenta. Por ejemplo, 2026-11-30.",
    place: "Código de un lugar",
    known: "Según lo sabido al final del día",
    knownHint: "Vacío: según lo que se sabe ahora. Un día anterior da lo que se sabía entonces.",
    apply: "Contar",
    dayWrong: "No se entendió un día; escríbalo así: 2026-11-30.",
    noDay: "No hay ningún día que contar: el primer día debe ser anterior al día siguiente al último.",
    outcomesTitle: "Cómo terminaron las solicitudes",
    findingsTitle: "Lo que dijeron las reglas, y lo que decidieron las personas",
    total: "En total",
    requests: "Solicitudes",
    incidents: "Incidentes",
    held: "Visitas hechas",
    denied: "Negadas",
    silent: "Sin respuesta",
    withdrawn: "Retiradas",
    unknown: "Se desconoce",
    share: "Proporción hecha",
    interval: "{1} (de {2} a {3})",
    noCases: "ningún caso",
    met: "Cumplida",
    breached: "Indicios de incumplimiento",
    undecided: "No puede decirse",
    upheld: "Confirmados",
    notUpheld: "No confirmados",
    strong: "Prueba A o B",
    chart: "Barras: la proporción de solicitudes con visita, por {1}, con intervalos. {2}",
    chartNote: "Barra: proporción. Línea fina: el intervalo en que está la proporción en 95 de cada 100 casos.",
    toVisit: "Tiempo hasta una visita",
    toAnswer: "Tiempo hasta una respuesta",
    toCall: "Tiempo hasta la primera llamada",
    toCallLead:
      "De las solicitudes de una llamada, desde que se pidió; aquí pocas veces se sabe cuándo alguien entró en custodia.",
    waitLead:
      "De todas las solicitudes, la proporción que había llegado a cada final en cada momento. Un traslado o una liberación excluye la visita; nada se deja fuera.",
    waitTable: "En",
    hours: Plural(one: "{} hora", other: "{} horas"),
    curve: "Curvas de siete días. {}",
    by24: "En {1}: {2} {3}.",
    ends: (
      answer: "con respuesta", visit: "con visita", call: "con llamada", transfer: "con traslado",
      release: "con liberación",
      removal: "con expulsión", death: "con fallecimiento", withdrawn: "retiradas"
    ),
    open: Plural(
      one: "De {} solicitud no se conoce ningún final.", other: "De {} solicitudes no se conoce ningún final."),
    method: "Cómo se cuenta",
    methods: [
      "Una solicitud cuenta el día en que se envió o alguien llegó, según el reloj del lugar. Las solicitudes de varias personas ante una misma puerta son un incidente.",
      "Las proporciones llevan el intervalo de Wilson al 95 por ciento. El intervalo dice cuánto azar hay en tan pocos casos; no dice en qué se distinguen quienes informan de quienes no.",
      "Los tiempos son incidencia acumulada según Aalen y Johansen: traslado, liberación, expulsión, fallecimiento y retirada compiten, y las solicitudes sin final conocido cuentan mientras se las observó.",
      "Un hecho cuenta desde que se anotó aquí. La misma pregunta sobre el mismo momento da la misma respuesta, hasta que algo se borre conforme a la ley.",
    ],
    csv: "Como tabla (CSV)",
    json: "Como JSON",
    week: "Semana del {}",
    rows: "Ver los casos de {}",
    places: .spanish)
}
