/// What everybody can read of what was published.
package struct PublishedPhrases: Sendable {
  package let title: String
  package let lead: String
  package let nothing: String
  package let nothingWhy: [String]
  package let next: OneBlank
  package let all: String
  package let one: OneBlank
  package let period: TwoBlanks
  package let age: TwoBlanks
  package let rules: String
  package let verifiedBy: TwoBlanks
  package let daysTitle: String
  package let daysLead: String
  package let noDays: String
  package let countsTitle: String
  package let countsLead: String
  package let place: String
  package let kind: String
  package let earlier: String
  package let sum: String
  package let soFar: String
  package let hidden: String
  package let hiddenNote: String
  package let total: String
  package let watched: OneBlank
  package let csv: String
  package let json: String
  package let hash: OneBlank
  package let method: String
  package let methods: [String]
}

extension PublishedPhrases {
  static let english = PublishedPhrases(
    title: "What was found and checked",
    lead:
      "Times and ways in which people were kept from a lawyer, as people reviewed them, under rules whose text a named person compared with the document.",
    nothing: "Nothing can be published yet.",
    nothingWhy: [
      "Only what reviewers upheld is published, and only under rules whose text a named person compared with the document. Until a rule has been compared, nothing under it appears here.",
      "That nothing is here does not say that nothing happened.",
    ],
    next: "The next release is due on {}.",
    all: "All releases",
    one: "Release {}",
    period: "{1} to {2}",
    age: "As recorded and reviewed by {1}; published on {2}. It never changes.",
    rules: "Rules that it rests on",
    verifiedBy: "Compared with the document by {1} on {2}.",
    daysTitle: "Days of places",
    daysLead: "Facts about a place: its hours, closures and notices, on days on which reviewers upheld a breach.",
    noDays: "No breach about the hours, closures or notices of a place was upheld for these days.",
    countsTitle: "Requests for visits",
    countsLead: "Requests in which reviewers upheld a breach, each counted once, by week.",
    place: "Place",
    kind: "Kind",
    earlier: "Earlier weeks",
    sum: "Together",
    soFar: "All releases so far",
    hidden: "not told",
    hiddenNote:
      "“Not told” stands for 1 to 10, and for what would give such a count away. A zero is a true zero: nobody reported it to this service and reviewers upheld it.",
    total: "All places",
    watched: "Days of which anything was told: {}.",
    csv: "As a table (CSV)",
    json: "As JSON",
    hash: "SHA-256 of the JSON: {}",
    method: "How it is made",
    methods: [
      "Reported to this service; not a random sample of what happened. Who reports differs from who does not.",
      "Releases come every four weeks, a week after their last day. What is upheld later counts in the next release, as “earlier weeks”. None is ever changed.",
      "Counts of 1 to 10 are left out, and more with them, until a solver that has every release, sum and margin cannot tell a left-out count to within ten.",
      "Facts about a place’s day are told exactly: they are about the place, not about a person.",
    ])

  static let spanish = PublishedPhrases(
    title: "Lo que se encontró y se revisó",
    lead:
      "Ocasiones y maneras en que se impidió a alguien ver a un abogado, revisadas por personas, según reglas cuyo texto una persona con nombre comparó con el documento.",
    nothing: "Todavía no puede publicarse nada.",
    nothingWhy: [
      "Solo se publica lo que confirmaron quienes revisan, y solo según reglas cuyo texto una persona con nombre comparó con el documento. Mientras una regla no se haya comparado, aquí no aparece nada basado en ella.",
      "Que aquí no haya nada no dice que no haya pasado nada.",
    ],
    next: "La próxima publicación corresponde al {}.",
    all: "Todas las publicaciones",
    one: "Publicación {}",
    period: "del {1} al {2}",
    age: "Según lo anotado y revisado: {1}; publicada: {2}. Nunca cambia.",
    rules: "Reglas en que se apoya",
    verifiedBy: "{1} la comparó con el documento. Fecha: {2}.",
    daysTitle: "Días de los lugares",
    daysLead:
      "Hechos sobre un lugar: sus horas, cierres y avisos, en días en que quienes revisan confirmaron un incumplimiento.",
    noDays: "En estos días no se confirmó ningún incumplimiento sobre horas, cierres o avisos de un lugar.",
    countsTitle: "Solicitudes de visita",
    countsLead: "Solicitudes en que se confirmó un incumplimiento, cada una contada una vez, por semana.",
    place: "Lugar",
    kind: "Tipo",
    earlier: "Semanas anteriores",
    sum: "En total",
    soFar: "Todas las publicaciones hasta ahora",
    hidden: "no se dice",
    hiddenNote:
      "«No se dice» está en lugar de 1 a 10, y de lo que delataría una cifra así. Un cero es un cero verdadero: nadie comunicó a este servicio nada que se confirmara.",
    total: "Todos los lugares",
    watched: "Días de los que se contó algo: {}.",
    csv: "Como tabla (CSV)",
    json: "Como JSON",
    hash: "SHA-256 del JSON: {}",
    method: "Cómo se hace",
    methods: [
      "Lo que se comunicó a este servicio; no es una muestra al azar de lo ocurrido. Quien informa se distingue de quien no.",
      "Se publica cada cuatro semanas, una semana después del último día. Lo que se confirma más tarde cuenta en la publicación siguiente, como «semanas anteriores». Ninguna se cambia nunca.",
      "Las cifras de 1 a 10 no se dicen, ni tampoco otras, hasta que un programa que conoce todas las publicaciones, sumas y márgenes no puede acercarse a menos de diez.",
      "Los hechos sobre el día de un lugar se dicen con exactitud: son del lugar, no de una persona.",
    ])
}
