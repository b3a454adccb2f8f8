/// What people read beside counts of arrests and of people in custody.
package struct ArrestPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let year: String
  package let by: String
  package let heldBy: String
  package let apply: String
  package let yearWrong: String
  package let arrests: String
  package let held: String
  package let heldLead: String
  package let month: String
  package let firstOf: OneBlank
  package let all: String
  package let leftOut: String
  package let leftOutNote: String
  package let none: String
  package let unknownMonth: String
  package let groupings:
    (
      basis: String, source: String, area: String, state: String, kind: String, sex: String, country: String,
      day: String, moved: String, place: String
    )
  package let items:
    (
      unknown: String, others: String, noNews: String, arrest: String, booking: String, seen: String, open: String,
      closed: String, female: String, male: String, otherSex: String, detention: String, holdRoom: String,
      staging: String, hospital: String, border: String, office: String, dayKnown: String, moved: String,
      stayed: String
    )
  package let chart: OneBlank
  package let chartNote: String
  package let heldChart: OneBlank
  package let point: TwoBlanks
  package let notTold: OneBlank
  package let shares: String
  package let share: String
  package let dayKnown: String
  package let placeKnown: String
  package let publicSource: String
  package let moved: String
  package let shareLeftOut: String
  package let methods: [String]
}

extension ArrestPhrases {
  static let english = ArrestPhrases(
    title: "Arrests and custody",
    homeText: "Count arrests by month, and where people are held over time.",
    lead: "Counted from the records of this service. No person is here, and small counts are left out.",
    year: "Year",
    by: "Arrests by",
    heldBy: "People held by",
    apply: "Count",
    yearWrong: "Please type a year such as 2026.",
    arrests: "Arrests by month",
    held: "Where people were held when each month began",
    heldLead:
      "In custody as far as is known. Nobody is released because a list no longer names them: without news for thirty days they are counted apart.",
    month: "Month",
    firstOf: "1st of {}",
    all: "All",
    leftOut: "left out",
    leftOutNote:
      "A dash is a count from 1 to 10, or one from which such a count could be reckoned. A zero is a zero.",
    none: "Nothing was counted in this year.",
    unknownMonth: "Not known when",
    groupings: (
      basis: "What was told", source: "Source", area: "Field office", state: "State", kind: "Kind of place", sex: "Sex",
      country: "Country of birth", day: "Whether the day is known", moved: "Moved to another state within a week",
      place: "Place"
    ),
    items: (
      unknown: "Not known", others: "All others", noNews: "No news for 30 days", arrest: "Arrest told",
      booking: "Booking alone", seen: "Only seen", open: "Open to all", closed: "Hotline, attorney or family",
      female: "Female", male: "Male", otherSex: "Other", detention: "Detention", holdRoom: "Hold room",
      staging: "Staging", hospital: "Hospital", border: "Border", office: "Office", dayKnown: "Day known",
      moved: "Moved", stayed: "Not moved as far as is known"
    ),
    chart: "Bars: arrests of each month. {}",
    chartNote: "A dashed box is a month whose count is left out.",
    heldChart: "Line: people in custody when each month began, as far as is known. {}",
    point: "{1}: {2}",
    notTold: "{}: left out",
    shares: "How much is known",
    share: "Share of the year’s arrests",
    dayKnown: "The day of the arrest is known",
    placeKnown: "The first place is known",
    publicSource: "Told by a source that anyone can read",
    moved: "Of those with a place: in another state within seven days",
    shareLeftOut: "left out, for one part of it is small",
    methods: [
      "An arrest is the beginning of a stay: what several sources tell of one person within fourteen days is one arrest. Where only a booking was told, it counts in its month.",
      "Months are those of the place’s clock; whole calendar years alone are counted, so that no two questions overlap.",
      "Not counted: people under 18, people who are protected or asked to be hidden, records found wrong, and reports that nobody vouches for.",
      "Counts of 1 to 10 are left out, and others so that they cannot be reckoned; in all tables of the year together.",
      "The place is where the person was first held. Shares have Wilson’s interval at 95 in 100.",
      "An event counts from when it was written down here. The same question about the same moment gives the same answer, until something is lawfully deleted.",
    ])

  static let spanish = ArrestPhrases(
    title: "Detenciones y custodia",
    homeText: "Cuente detenciones por mes y dónde están las personas con el tiempo.",
    lead: "Contado a partir de los registros de este servicio. Aquí no hay personas, y los números pequeños se omiten.",
    year: "Año",
    by: "Detenciones por",
    heldBy: "Personas detenidas por",
    apply: "Contar",
    yearWrong: "Escriba un año como 2026, por favor.",
    arrests: "Detenciones por mes",
    held: "Dónde estaban las personas al empezar cada mes",
    heldLead:
      "En custodia, hasta donde se sabe. Nadie queda libre porque una lista deje de nombrarle: sin noticias durante treinta días se cuenta aparte.",
    month: "Mes",
    firstOf: "1 de {}",
    all: "Total",
    leftOut: "omitido",
    leftOutNote:
      "Una raya es un número del 1 al 10, o uno del que podría deducirse un número así. Un cero es un cero.",
    none: "En este año no se contó nada.",
    unknownMonth: "No se sabe cuándo",
    groupings: (
      basis: "Lo que se contó", source: "Fuente", area: "Oficina regional", state: "Estado", kind: "Tipo de lugar",
      sex: "Sexo", country: "País de nacimiento", day: "Si se conoce el día",
      moved: "Traslado a otro estado en una semana", place: "Lugar"
    ),
    items: (
      unknown: "No se sabe", others: "Todos los demás", noNews: "Sin noticias en 30 días",
      arrest: "Se contó la detención",
      booking: "Solo el ingreso", seen: "Solo se le vio", open: "Abierta a todos", closed: "Línea, abogado o familia",
      female: "Femenino", male: "Masculino", otherSex: "Otro", detention: "Centro de detención",
      holdRoom: "Sala de retención", staging: "Lugar de paso", hospital: "Hospital", border: "Frontera",
      office: "Oficina", dayKnown: "Se conoce el día", moved: "Con traslado", stayed: "Sin traslado, que se sepa"
    ),
    chart: "Barras: detenciones de cada mes. {}",
    chartNote: "Un recuadro de trazos es un mes cuyo número se omite.",
    heldChart: "Línea: personas en custodia al empezar cada mes, hasta donde se sabe. {}",
    point: "{1}: {2}",
    notTold: "{}: omitido",
    shares: "Cuánto se sabe",
    share: "Parte de las detenciones del año",
    dayKnown: "Se conoce el día de la detención",
    placeKnown: "Se conoce el primer lugar",
    publicSource: "Lo cuenta una fuente que cualquiera puede leer",
    moved: "De quienes tienen lugar: en otro estado en siete días",
    shareLeftOut: "omitido, porque una parte es pequeña",
    methods: [
      "Una detención es el comienzo de una estancia: lo que varias fuentes cuentan de una persona en catorce días es una sola. Si solo se contó el ingreso, cuenta en su mes.",
      "Los meses son los del reloj del lugar; solo se cuentan años enteros, para que no haya dos preguntas que se solapen.",
      "No se cuentan: menores de 18 años, personas protegidas o que pidieron no aparecer, registros erróneos y avisos por los que nadie responde.",
      "Se omiten los números del 1 al 10, y otros para que no puedan deducirse; en todas las tablas del año a la vez.",
      "El lugar es donde la persona estuvo primero. Las partes llevan el intervalo de Wilson al 95 por ciento.",
      "Un hecho cuenta desde que se anotó aquí. La misma pregunta sobre el mismo momento da la misma respuesta, mientras nada se borre conforme a la ley.",
    ])
}
