internal import Records

/// What people read of patterns.
package struct CaseGroupPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let lead: String
  package let none: String
  package let kinds: (sameRefusal: String, closure: String, blanket: String)
  package let span: TwoBlanks
  package let counts: FourBlanks
  package let named: ThreeBlanks
  package let notNamed: String
  package let giveName: String
  package let name: String
  package let nameHint: String
  package let reason: String
  package let submit: String
  package let saved: String
  package let cases: String
  package let noName: String
}

extension CaseGroupPhrases {
  static let english = CaseGroupPhrases(
    title: "Patterns",
    homeText: "Cases of one place that several people told alike.",
    lead:
      "The system puts cases of one place and kind together when at least two people told at least three of them, with no gap above two weeks. Whether that is a pattern, and what to call it, a person says.",
    none: "No group of cases in these days.",
    kinds: (
      sameRefusal: "The same refusal, several attorneys", closure: "A closure that several people met",
      blanket: "A blanket policy"
    ),
    span: "{1} to {2}",
    counts: "Cases: {1}, by people: {2}, on days: {3}, upheld: {4}",
    named: "Named “{1}” by {2}: {3}",
    notNamed: "Nobody has named it.",
    giveName: "Give it a name",
    name: "Name",
    nameHint: "What happened again and again, in a few words. No names of people.",
    reason: "Why it is one",
    submit: "Keep the name",
    saved: "The name was kept.",
    cases: "Its cases",
    noName: "Please give a name of 3 to 120 characters.")

  static let spanish = CaseGroupPhrases(
    title: "Patrones",
    homeText: "Casos de un lugar que varias personas contaron igual.",
    lead:
      "El sistema reúne casos de un mismo lugar y tipo cuando al menos dos personas contaron al menos tres, sin más de dos semanas de intervalo. Si eso es un patrón, y cómo llamarlo, lo dice una persona.",
    none: "En estos días no hay ningún grupo de casos.",
    kinds: (
      sameRefusal: "La misma negativa, varios abogados", closure: "Un cierre que encontraron varias personas",
      blanket: "Una política general"
    ),
    span: "del {1} al {2}",
    counts: "Casos: {1}; personas: {2}; días: {3}; confirmados: {4}",
    named: "{2} lo llamó «{1}»: {3}",
    notNamed: "Nadie le ha puesto nombre.",
    giveName: "Ponerle nombre",
    name: "Nombre",
    nameHint: "Lo que pasó una y otra vez, en pocas palabras. Sin nombres de personas.",
    reason: "Por qué es uno solo",
    submit: "Guardar el nombre",
    saved: "El nombre quedó guardado.",
    cases: "Sus casos",
    noName: "Dé un nombre de 3 a 120 caracteres, por favor.")
}
