internal import Records

extension VisitPhrases {
  static let spanish = VisitPhrases(
    words: .spanish, list: .spanish, filing: .spanish, door: .spanish, status: .spanish, event: .spanish,
    faults: .spanish, counsel: .spanish, evidence: .spanish, places: .spanish)
}

extension VisitListPhrases {
  static let spanish = VisitListPhrases(
    title: "Visitas",
    homeText: "Vea las solicitudes de su oficina, cómo va cada una y qué plazo corre.",
    lead: "Las solicitudes de su oficina. Nadie más las ve.",
    count: Plural(one: "{} solicitud", other: "{} solicitudes"),
    none: "No hay solicitudes así.",
    show: "Mostrar",
    showing: (
      all: "Todas", open: "Abiertas", atDoor: "Ahora en la puerta", denied: "Negadas o fallidas", done: "Terminadas",
      flagged: "Con posible incumplimiento"
    ),
    order: "Orden",
    orders: (
      newest: "Las nuevas primero", due: "El próximo plazo primero", gravest: "Las más graves primero",
      client: "Por cliente", place: "Por lugar"
    ),
    place: "Código del lugar",
    search: "Cliente o referencia",
    searchHint: "Parte de un nombre, o una referencia entera como PV-7K3M9Q.",
    apply: "Mostrar estas",
    client: "Cliente",
    state: "Cómo va",
    findings: Plural(one: "{} posible incumplimiento", other: "{} posibles incumplimientos"),
    noFindings: "ninguno",
    clockEnds: "el plazo termina {}",
    page: "Página {1} de {2}",
    earlier: "Página anterior",
    later: "Página siguiente",
    tick: "Marcar {}",
    noteTitle: "Anotar algo para varias",
    noteHint:
      "Marque primero las solicitudes en la lista. La nota queda en la historia de cada una, con su nombre y la hora.",
    noteSubmit: "Anotarlo en las marcadas",
    noneTicked: "Por favor marque al menos una solicitud en la lista.",
    noted: Plural(one: "Anotado en {} solicitud.", other: "Anotado en {} solicitudes."),
    export: "Guardar como tabla (CSV)")
}

extension VisitFilingPhrases {
  static let spanish = VisitFilingPhrases(
    title: "Nueva solicitud de visita",
    homeText: "Escriba una solicitud para un centro y lleve su plazo.",
    placeTitle: "¿Dónde está la persona?",
    placeHint: "Nombre, ciudad o código del centro.",
    findPlace: "Buscar el lugar",
    choosePlace: "Elija uno de estos lugares",
    noPlace: "Aquí no se conoce ningún lugar con ese nombre. Pruebe con su ciudad o con un nombre más corto.",
    otherPlace: "Otro lugar",
    lead:
      "Lea primero lo que obliga a este lugar. La carta la envía usted; aquí se escribe y se lleva su plazo.",
    hoursTitle: "Horario para abogados, según el letrero",
    hoursUnknown: "Aquí no se conoce ningún horario. Pregunte al centro y anote lo que diga.",
    hoursLine: "{1}: de {2}",
    contactTitle: "Adónde van las solicitudes",
    rulesTitle: "Lo que obliga hoy a este lugar",
    rulesNone: "Que se sepa, ninguna regla de este reglamento obliga a este lugar.",
    standard: "Norma de detención de la última inspección: {}",
    possible: "Posible: nadie ha comparado todavía el texto con el documento.",
    presumed: "Se presume vigente: nadie ha consultado el expediente.",
    possibleTag: "posible", presumedTag: "se presume vigente",
    whoTitle: "Para quién",
    clientName: "Nombre de la persona",
    clientNameHint: "Como usted lo conoce. Puede solicitarse antes de saber más.",
    aNumber: "Número A",
    birth: "Fecha o año de nacimiento",
    country: "País de nacimiento",
    person: "Número del registro",
    personHint: "Solo si el equipo le dio uno.",
    askTitle: "Quién solicita",
    role: "Usted es",
    askerName: "Su nombre, como figura al pie de la carta",
    askerNameHint: "Con su número de colegiación, si lo quiere ahí.",
    supervisor: "Abogada o abogado que supervisa",
    supervisorHint: "Para asistentes, estudiantes e intérpretes.",
    companions: "Quién acompaña",
    companionsHint: "Intérprete, estudiante, perito: nombre y función.",
    people: "Cuántas personas van",
    tie: "La persona es para usted",
    g28: "Formulario G-28",
    g28Hint: "Un primer encuentro con un posible cliente no necesita ninguno.",
    whatTitle: "Qué solicita",
    mode: "Tipo de visita",
    window: "Hora que conviene, opción {}",
    windowHint: "Según el reloj del centro ({}).",
    day: "Día (2026-11-24)",
    from: "Desde (9:00 am)",
    to: "Hasta (11:00 am)",
    minutes: "Minutos necesarios",
    languages: "Idiomas necesarios",
    accommodation: "Ajustes por discapacidad o enfermedad",
    urgency: "Por qué no puede esperar",
    urgentDay: "Qué día es (2026-11-24)",
    urgentTime: "A qué hora (9:00 am)",
    choose: "Elija una",
    privilege: "No escriba lo que hablaron usted y su cliente. Solo hechos del acceso.",
    submit: "Escribir la solicitud")
}

extension VisitDoorPhrases {
  static let spanish = VisitDoorPhrases(
    title: "En la puerta",
    homeText: "¿Está ante un centro? Anote llegada, espera y negativa con un toque cada una.",
    lead: "Una visita puede empezar aquí, sin solicitud previa. Su llegada se anota al enviar esto.",
    clients: "A quién quiere ver",
    clientsHint: "Un nombre en cada línea, hasta veinte. «Hombre sin identificar, chaqueta roja» también es un nombre.",
    submit: "Estoy ahora en la puerta",
    arrived: "Llegué",
    letIn: "Me dejaron entrar",
    refused: "Se negaron",
    left: "Me voy",
    closed: "Está cerrado",
    completed: "Terminó la visita",
    cutShort: "Cortaron la visita",
    clientMoved: "Dicen que la persona ya no está",
    clientDeclined: "Dicen que la persona no quiere",
    refusedWhy: "Se negaron: ¿qué dijeron?",
    sentHow: "Acabo de enviarla: ¿por qué vía?",
    forAll: Plural(one: "Para {} cliente", other: "Para {} clientes a la vez"),
    alsoTitle: "Anotar lo mismo para",
    waiting: Plural(one: "Esperando desde hace {} minuto", other: "Esperando desde hace {} minutos"),
    inside: Plural(one: "Adentro desde hace {} minuto", other: "Adentro desde hace {} minutos"),
    paper: "Hoja de registro para imprimir",
    paperText: "Para puertas sin señal. Anótelo después: se guardan ambas horas.")
}

extension VisitStatusPhrases {
  static let spanish = VisitStatusPhrases(
    title: "Solicitud {}",
    now: "Cómo va",
    since: "desde {}",
    nextTitle: "Qué hacer ahora",
    clocksTitle: "Plazos",
    noClock: "No corre ningún plazo.",
    endsAt: "termina {}",
    findingsTitle: "Lo que dicen las reglas",
    findingsLead:
      "Indicios a partir de hechos anotados; no son asesoría legal ni conclusiones de un tribunal. Lea la fuente antes de apoyarse en uno.",
    noFindings: "Hasta ahora las reglas no dicen nada de estos hechos.",
    noRules: "En esta instalación no hay reglamento cargado.",
    happenedTitle: "Lo que pasó",
    nothingYet: "Todavía no se ha anotado nada.",
    requestTitle: "La solicitud",
    windows: "Horas que convienen",
    office: "Oficina",
    filed: "Escrita {}",
    atDoor: "Empezó en la puerta, sin solicitud previa",
    incident: Plural(one: "Mismo incidente que otra {} solicitud", other: "Mismo incidente que otras {} solicitudes"),
    papersTitle: "Documentos",
    letter: "Carta al centro",
    mail: "La misma como correo electrónico, para abrir en un programa de correo",
    calendar: "Archivo de calendario",
    chronology: "Cronología",
    declaration: "Borrador de declaración",
    packet: "Juego para imprimir (PDF): carta, normas, hoja para el G-28, cronología",
    asPDF: "{} como archivo PDF",
    noPrintTitle: "No se pudo hacer el PDF",
    noPrint:
      "Esta instalación no puede hacer archivos PDF ahora; quien la administra ve por qué con «paradero doctor». Abra el documento como página e imprímalo desde su navegador.",
    printBusy:
      "Ahora mismo se están haciendo varios documentos. Inténtelo en un minuto o imprima la página desde su navegador.",
    late: "Pasó {1}, anotado {2}",
    wroteDown: "lo anotó {1}, {2}",
    toldBy: "lo contó {1} ({2})",
    grade: "Prueba {}",
    by: "Cómo: {}",
    corrected: "Reemplazado por una anotación posterior",
    takenBack: "Retirado por una anotación posterior",
    misfit: "No concuerda con lo contado antes. Se guardan ambas versiones.",
    correct: "Corregir esto",
    takeBack: "Retirar esto",
    saved: "Quedó anotado.",
    yes: "Sí",
    no: "No fue así",
    slot: "Cita de {1} a {2}")
}

extension VisitEventPhrases {
  static let spanish = VisitEventPhrases(
    title: "Anotar otra cosa, o algo anterior",
    lead: "Nunca se borra nada. Una anotación tardía guarda cuándo pasó y cuándo la escribió usted.",
    correcting: "Esto reemplaza la anotación «{}», que se sigue leyendo.",
    kind: "Qué pasó",
    day: "Día",
    dayHint: "Año, mes, día: 2026-11-20. Vacío significa hoy.",
    time: "Hora",
    timeHint: "Según el reloj del centro ({}). Vacío significa ahora.",
    precision: "Qué tan exacta es la hora",
    toldBy: "Quién se lo contó",
    toldByHint: "Déjelo vacío si lo vio o lo oyó usted.",
    standing: "Esa persona es",
    channel: "Por qué vía",
    grade: "Prueba",
    because: "Razón que dieron",
    written: "¿Fue por escrito?",
    demanded: "Qué exigieron",
    door: "¿Estaba abierta la puerta de la sala?",
    officer: "¿Había un oficial que pudiera oír?",
    contact: "¿Podían darse la mano, sin vidrio?",
    papers: "¿Se podían pasar papeles?",
    signed: "¿Mostraron una negativa firmada por la propia persona?",
    documented: "¿Hay prueba de la emergencia?",
    answered: "¿Respondió alguien?",
    slotTitle: "La cita que dieron",
    verdict: "Resultado de la revisión",
    note: "Palabras, nombres, placas",
    noteHint: "Lo que dijo un oficial, tan exacto como pueda. Nada de lo que hablaron abogado y cliente.",
    notSaid: "No se dijo",
    submit: "Anotarlo")
}

extension VisitFaultPhrases {
  static let spanish = VisitFaultPhrases(
    notChosen: "Por favor elija una de estas opciones.",
    missing: "Por favor complete este campo.",
    tooLong: Plural(one: "Puede tener como mucho {} carácter.", other: "Puede tener como mucho {} caracteres."),
    notADay: "Por favor escriba el día como año, mes, día: 2026-11-20.",
    notATime: "Por favor escriba la hora como 14:05 o 2:05 pm. Cuando cambia el horario, algunas horas no existen.",
    inFuture: "Esa hora todavía no ha llegado.",
    inPast: "Esa hora ya pasó.",
    tooLongAgo: "Eso fue hace más de tres años.",
    endsBeforeItBegins: "Termina antes de empezar, o dura más de un día.",
    notAnANumber: "Un número A tiene de siete a nueve dígitos.",
    unknownCountry: "No conocemos este país. Por favor revise cómo se escribe.",
    notANumber: "Por favor escriba un número en cifras, dentro de lo razonable.",
    noSuchPlace: "No hay ningún lugar con este código.",
    noSuchPerson: "No hay ningún registro con este número.",
    placeWithoutZone:
      "No se conoce la zona horaria de este lugar, así que no puede llevarse una hora. Avise a quien administra.",
    tooMany: Plural(one: "Como mucho {} a la vez.", other: "Como mucho {} a la vez."),
    doesNotFit: "«{1}» no encaja: a esa hora la solicitud estaba en «{2}».",
    first: Words { kind in
      switch kind {
      case .letIn: "Anote primero la llegada."
      case .completed, .cutShort: "Anote primero que le dejaron entrar."
      case .acknowledged, .delivered, .scheduled, .walkInApproved, .moreInfo, .noAnswer, .denied:
        "Anote primero que se envió la solicitud."
      case .left: "Si la visita tuvo lugar, anote que terminó o que la cortaron."
      case .roomObserved: "Anote primero que le dejaron entrar."
      case .escalated, .remedied, .sustained, .referred: "Anote primero qué se negó."
      case .reviewed: "Puede revisarse cuando haya llegado a algo."
      case .submitted: "Ya se envió, o usted ya estuvo en la puerta."
      case .arrived, .refused, .closed, .clientDeclined, .clientMoved: "La visita ya empezó, o la solicitud terminó."
      case .withdrawn: "Ya terminó."
      case .demanded, .attempted, .entryRuleFailed, .wrongLocation, .emergency, .g28Filed, .note, .takenBack:
        "Corrija la hora, o la anotación que se opone."
      }
    })
}
