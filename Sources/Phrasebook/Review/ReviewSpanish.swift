internal import Records

extension ReviewPhrases {
  static let spanish = ReviewPhrases(
    queue: .spanish, one: .spanish,
    states: Words {
      switch $0 {
      case .open: "Por decidir"
      case .waiting: "Se espera al abogado"
      case .second: "Falta una segunda persona"
      case .differ: "Los revisores no coinciden"
      case .upheld: "Confirmado"
      case .notUpheld: "No confirmado"
      case .unclear: "No está claro"
      case .gone: "Ya no aparece"
      }
    },
    reopened: Words {
      switch $0 {
      case .lateEvent: "Se abrió de nuevo: desde entonces se contó algo más y las reglas dicen otra cosa."
      case .ruleChanged: "Se abrió de nuevo: la regla cambió, o pasó el tiempo, y dice otra cosa."
      case .answered: "Se abrió de nuevo: el abogado respondió."
      case .cameBack: "Se abrió de nuevo: había dejado de aparecer y ahora aparece otra vez."
      }
    },
    verdicts: Words {
      switch $0 {
      case .upheld: "Confirmado: el hallazgo es correcto"
      case .notUpheld: "No confirmado: el hallazgo es erróneo, o algo lo descarta"
      case .unclear: "No está claro: los hechos no bastan"
      case .needsFacts: "Faltan hechos: preguntar al abogado"
      }
    },
    questions: .spanish)
}

extension ReviewQueuePhrases {
  static let spanish = ReviewQueuePhrases(
    title: "Revisión de hallazgos",
    homeText: "Mire lo que señalaron las reglas y decida.",
    lead:
      "Un hallazgo es un indicio hasta que una persona lo ha mirado. Aquí los abogados llevan seudónimo y del tiempo solo se ve el día.",
    count: Plural(one: "{} caso", other: "{} casos"),
    none: "Aquí no espera nada.",
    filter: "Mostrar otros",
    show: "Mostrar",
    showing: (toDecide: "Por decidir", waiting: "En espera de un abogado", decided: "Decididos", all: "Todos"),
    severity: "Gravedad",
    any: "Cualquiera",
    place: "Código del lugar",
    placeHint: "Por ejemplo, LOSHOLD. Vacío para todos los lugares.",
    rule: "Regla",
    order: "Orden",
    orders: (gravest: "Primero los más graves", due: "Por fecha límite", oldest: "Primero los más antiguos"),
    apply: "Mostrar",
    attorney: "Abogado {}",
    thePlace: "El lugar mismo",
    lookBy: "Mirar antes de: {}",
    overdue: "Vencido: {}",
    first: "A la primera página",
    next: "Página siguiente")
}

extension ReviewCasePhrases {
  static let spanish = ReviewCasePhrases(
    title: "Caso {}",
    band: "{1}, entre las {2} y las {3}",
    saved: "Su decisión quedó anotada.",
    opened: "Usted ve los nombres y las horas exactas. Que los abrió consta en el registro de auditoría.",
    toNext: "Al caso siguiente",
    toQueue: "A la lista",
    law: "El derecho",
    docket: "Expediente: {}",
    from: "Vigente desde: {}.",
    noFrom: "La norma o el contrato propio del lugar dice desde cuándo obliga.",
    to: "Hasta: {}, sin incluir ese día.",
    noEnd: "No se le conoce fin.",
    between: "algún momento entre el {1} y el {2}",
    endUnverified: "Nadie ha comprobado si terminó desde entonces.",
    verified: "{1} comparó el texto con el documento. Fecha: {2}.",
    notVerified:
      "Nadie ha comparado el texto con el documento: como mucho, un posible incumplimiento, y no debe publicarse.",
    sources: "Se encontró en: {}",
    openQuestions: "Lo que las fuentes dejan abierto",
    computation: "Cómo se calculó",
    against: "Lo que habla en contra",
    nothingAgainst: "Nadie anotó nada que lo descarte o lo atenúe.",
    evidence: "Pruebas",
    weakest: "La prueba más débil en que se apoya: {}",
    noGrade: "No se apoya en ninguna prueba con grado.",
    files: Plural(one: "{} archivo", other: "{} archivos"),
    noFiles: "No hay archivos.",
    file: "{1}, grado {2}, SHA-256 {3}",
    withdrawn: "retirado",
    timeline: "Lo que pasó",
    words: "Con palabras: {}",
    hidden: "Las palabras y los nombres están ocultos hasta que abra el caso.",
    beside: "Otros hallazgos de este lugar y este día",
    besideNone: "No hay otros.",
    changes: "Lo que dijeron las reglas, y cuándo",
    nowGone: "ya no aparece",
    follows: "La regla en su versión anterior: caso {}",
    request: "La solicitud",
    client: "Cliente",
    requester: "Quien lo solicitó, o alguien de su oficina",
    role: "Quien lo solicita es",
    tie: "La persona es para quien solicita",
    reference: "Referencia",
    filedBy: "La presentó",
    openTitle: "Nombres y horas exactas",
    openLead:
      "La mayoría de las veces puede decidir sin ellos. Si los necesita, diga por qué. El motivo se guarda en el registro de auditoría.",
    openReason: "Por qué los necesita",
    openSubmit: "Mostrar nombres y horas",
    decideTitle: "Su decisión",
    needsTwo:
      "Esto sería el incumplimiento de una orden judicial: cuenta cuando dos personas lo han confirmado.",
    verdict: "Lo que usted decide",
    reason: "Motivo",
    reasonHint:
      "Se guarda con la decisión, separado de las pruebas. Nunca forma parte de un legajo. Sin nombres.",
    question: "Pregunta al abogado",
    questionHint: "Solo si faltan hechos. El abogado la ve en la página de la solicitud.",
    submit: "Decidir",
    decisions: "Decisiones hasta ahora",
    noDecisions: "Todavía ninguna.",
    aboutEarlier: "Sobre el hallazgo como era antes.",
    asked: "Se preguntó: {}",
    answered: "Respuesta, {2}: {1}",
    notAnswered: "Todavía sin respuesta.",
    dayTitle: "Lo que se contó del día",
    teller: "Persona {}",
    hiddenTellers:
      "Las horas son las del lugar y aquí se ven completas. Quién las contó es un número hasta que usted abra el caso.",
    questionHintOfPlace: "Solo si faltan hechos. Quienes contaron algo del día la ven en la página de ese día.",
    dayPage: "Todos los relatos del día",
    faults: (
      noVerdict: "Elija lo que decide, por favor.", noReason: "Dé un motivo, por favor.",
      reasonTooLong: "Acorte el motivo, por favor.", noQuestion: "Escriba lo que pregunta al abogado, por favor.",
      questionTooLong: "Acorte la pregunta, por favor.",
      changed: "El hallazgo cambió mientras usted lo leía. Léalo de nuevo, por favor; no se anotó nada.",
      own: "Usted no puede revisar una solicitud propia ni de su oficina.",
      noAnswer: "Escriba una respuesta, por favor.",
      answerTooLong: "Acorte la respuesta, por favor."
    ))
}

extension ReviewQuestionPhrases {
  static let spanish = ReviewQuestionPhrases(
    title: "Preguntas de una persona que revisa",
    lead:
      "Alguien revisa lo que las reglas dicen de esta solicitud y necesita saber más. Solo hechos, por favor: nunca lo que usted y su cliente hablaron.",
    leadOfPlace:
      "Una persona que revisa mira lo que las reglas dicen de este día y pregunta a quienes contaron algo de él. Solo hechos, por favor.",
    asked: "Se preguntó {}",
    answered: "Se respondió {}",
    answer: "Su respuesta",
    answerHint: "Si pasó algo que no está anotado arriba, anótelo allí también.",
    submit: "Responder")
}
