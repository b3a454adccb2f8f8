extension FindingPhrases {
  static let spanish = FindingPhrases(
    met: "La regla se cumplió, según los datos.",
    broken: "Según estos datos, la regla se incumplió.",
    possiblyBroken: "Según estos datos, la regla posiblemente se incumplió.",
    needsReview: "Esto necesita revisión. No se afirma un incumplimiento.",
    unknown: "Esto todavía no se puede decidir.",
    notInForce: "La regla no regía en ese momento, en ese lugar o para esas personas.",
    pending: "Todavía corre un plazo, hasta {}.",
    missing: "Falta saber: {}",
    rule: "Regla {}",
    basis: "{1}. {2}",
    pattern: "Patrón: {}",
    when: "Cuándo: {}",
    weight: "Gravedad: {}",
    evidence: "Prueba {}",
    events: "Hechos usados: {}",
    event: "hecho {}",
    requester: "Protege a esta visita: {}",
    person: "Protege a esta persona detenida: {}",
    readAs: "{1}: {2}.",
    open: "Queda abierto: {}",
    notAdvice: "Un indicio para revisar, no asesoría legal.",
    openMinutes: "Exigido: {1}. Abierto al menos {2} y como máximo {3}.",
    openExactly: "Exigido: {1}. Abierto {2}.",
    contested: "Las versiones se contradicen sobre {}.",
    posted: "El horario publicado para ese día suma {}, menos de lo que exige la regla; no se sabe si se cumplió.",
    took: "Tardó entre {1} y {2}; el límite es {3}.",
    tookExactly: "Tardó {1}; el límite es {2}.",
    lasted: "Duró entre {1} y {2}; lo mínimo es {3}.",
    lastedExactly: "Duró {1}; lo mínimo es {2}.",
    lastedOnly: "Duró {}.",
    clockRuns: "El límite es {}.",
    counted: "Registrados: {1}. Necesarios: {2}.",
    absenceAsserted: "Alguien que puede saberlo afirma que no había ocurrido ({}).",
    absenceNotKnown: "Alguien dice que no había ocurrido, pero no puede saberlo ({}).",
    refused: "El motivo dado: {}.",
    demanded: "Se exigió: {}.",
    notGiven: "No se entregó: {}.",
    cost: "Costó {}.",
    lead: "Anticipación exigida: {1}. Se revisa si pasa de {2}.",
    distance: "La causa estaba a {}.",
    clears: "{1} lo descarta ({2}).",
    softens: "{1} le quita peso ({2}).",
    unproven: "{1} tendría peso, pero no está probado ({2}).",
    aggravated: "{1} ({2})",
    notProtected: "La regla no protege a esta visita o a esta persona detenida.",
    roleUnverified: "No está comprobado que la regla nombre esta función: {}.",
    otherSpace: "Ocurrió en otra parte del edificio que la orden nombra.",
    standardUnsettled: "No está claro si {} contiene este punto.",
    standardNotModelled: "No se encontró el texto de {} sobre esto.",
    presumed: "Se presume que la regla está vigente; nadie lo ha comprobado.",
    endUnverified: "Su fin es el último que se informó; no se encontró qué siguió.",
    textUnverified: "Su texto no se ha comparado con el documento.",
    contestedDay: "El {} se puede leer como día hábil o como feriado.",
    minutes: Plural(one: "{} minuto", other: "{} minutos"),
    miles: Plural(one: "{} milla", other: "{} millas"),
    patterns: .spanish,
    missingFacts: .spanish,
    conditions: .spanish,
    counterFacts: .spanish,
    aggravations: .spanish,
    refusals: .spanish,
    things: .spanish,
    roles: .spanish,
    authorities: .spanish,
    severities: .spanish,
    grades: .spanish,
    protections: .spanish,
    readings: .spanish,
    outcomes: .spanish)
}

extension PatternPhrases {
  static let spanish = PatternPhrases(
    turnedAway: "No dejaron entrar y no dijeron por qué",
    noLegalVisits: "«Aquí no hay visitas legales»",
    closedInHours: "Cerrado dentro del horario exigido",
    closedOnRestDay: "Cerrado en fin de semana o feriado",
    closedWithoutNotice: "Cerrado sin aviso",
    overlongClosure: "Cerrado demasiado tiempo o por una causa ajena",
    prospectiveRefused: "Se negó el acceso a un abogado todavía sin contratar",
    g28Demanded: "Se exigió el formulario G-28 para la primera reunión",
    assistantRefused: "Se negó el acceso a asistente, estudiante o intérprete",
    identifierDemanded: "Se exigió el Número A u otro dato",
    excessiveWait: "Una espera larga",
    movedWhileWaiting: "Trasladaron al cliente mientras el abogado esperaba",
    movedOutOfReach: "Traslado a un lugar sin visitas legales",
    movedBeforeConsult: "Traslado lejos antes de hablar con un abogado",
    transferNotNotified: "No se avisó del traslado al abogado registrado",
    notConfidential: "Sin privacidad: puerta abierta u oficial que oye",
    noContact: "Con vidrio de por medio, o sin poder pasar papeles",
    callMonitored: "Llamada vigilada, grabada u oída",
    callNotFree: "Llamada con abogado que se cobra",
    callNotScheduled: "Sin forma de concertar una llamada",
    callCutShort: "Llamada cortada",
    firstCallLate: "Primera llamada tarde o nunca",
    messageNotDelivered: "Mensaje no entregado",
    unanswered: "Nadie contesta el teléfono o el correo",
    requestIgnored: "Solicitud sin respuesta",
    longLeadTime: "Se exige mucha anticipación",
    slotsFull: "Sin turno a tiempo",
    visitCutShort: "Visita interrumpida",
    declinedUnverified: "«El cliente no quiso», sin comprobar",
    signedBeforeCounsel: "Hicieron firmar antes de tener abogado",
    notInLocator: "No aparece en el localizador",
    noNoticeOrLanguage: "Sin aviso de derechos, lista o intérprete",
    mailBlocked: "Correo legal tarde o leído",
    banned: "Prohibición de entrada a abogado o visitante")
}

extension MissingFactPhrases {
  static let spanish = MissingFactPhrases(
    docketedMinute: "¿En qué minuto quedó registrada la orden?",
    stateOfRule: "¿Estaba vigente la regla entonces?",
    standardOfPlace: "¿Qué norma de detención regía este lugar entonces?",
    textOfStandard: "¿Contiene este punto la norma de este lugar?",
    contractClause: "¿Tiene el contrato de este lugar esa cláusula?",
    reachOfOrder: "¿Alcanza la orden a esta parte del edificio?",
    holidayReading: "Según la orden, ¿es este día hábil o feriado?",
    deadlineReading: "¿Qué hora decide: cuando empezó el plazo o cuando terminó?",
    role: "¿Cuál es la función de quien visita?",
    relationship: "¿Estaba contratado el abogado, o todavía no?",
    timeHeld: "¿Desde cuándo estaba la persona detenida allí?",
    exactTimes: "¿A qué horas exactamente?",
    conflictingAccounts: "Dos versiones se contradicen: ¿cuál es la correcta?",
    unwatchedHours: "¿Qué se vio en las horas de las que nadie ha dicho nada?",
    closureNoticeLog: "¿Qué dice el registro de los abogados demandantes sobre un aviso?",
    endOfClosure: "¿Cuándo terminó el cierre?",
    closureCause: "¿Cuál fue la causa del cierre, y a qué distancia?",
    proofOfDelivery: "¿Qué demuestra que la solicitud llegó?",
    answer: "¿Hubo respuesta, y cuándo? Si no, ¿quién lo afirma?",
    refusalReason: "¿Qué motivo dieron, si dieron alguno?",
    writtenRequest: "¿Se hizo la solicitud por escrito?",
    requestForCounsel: "¿Había pedido abogado la persona antes?",
    admission: "¿Cuándo dejaron entrar a la visita, o cuándo se fue?",
    doorAndOfficer: "¿Estaba cerrada la puerta, y podía oír algún oficial?",
    roomKind: "¿Había un vidrio, y se podían pasar papeles?",
    callCost: "¿Cuánto le costó la llamada a la persona?",
    callPrivacy: "¿La llamada fue vigilada, grabada, filtrada u oída?",
    callLength: "¿Cuándo terminó la llamada?",
    whoEndedCall: "¿Quién terminó la llamada?",
    firstCall: "¿Cuándo se hizo posible una llamada? Si nunca, ¿quién lo afirma?",
    laterCall: "¿Hubo otra llamada en medio? Si no, ¿quién lo afirma?",
    numberApproval: "¿Cuándo se aprobó el número?",
    barListing: "¿Figura este número en el colegio de abogados?",
    messageDelivery: "¿Le llegó el mensaje a la persona, y cuándo?",
    attemptResult: "¿Contestó alguien?",
    departure: "¿Cuándo trasladaron a la persona?",
    destination: "¿Adónde trasladaron a la persona, y qué se permite allí?",
    consultation: "¿Había hablado la persona con un abogado antes? Si no, ¿quién lo afirma?",
    transferNotice: "¿Se avisó del traslado al abogado, y cuándo?",
    endOfCustody: "¿Cuándo salió la persona de ese lugar? Si no, ¿quién lo afirma?",
    custodyDecision: "¿Cuándo se decidió si mantener la detención e iniciar un proceso?",
    arrestWarrant: "¿Hubo orden judicial para el arresto?",
    thingGiven: "¿Se entregó, y cuándo? Si nunca, ¿quién lo afirma?",
    signedRefusal: "¿Firmó el cliente que no quería la visita?",
    locatorResult: "¿Qué mostró el localizador?",
    mailDelivery: "¿Cuándo se entregó el correo? Si nunca, ¿quién lo afirma?",
    mailReading: "¿Se leyó el correo, o se abrió sin que la persona lo viera?",
    banGrounds: "¿Por qué motivo se prohibió la entrada?",
    leadTime: "¿Con cuánta anticipación se exigió pedir la visita?",
    slotTime: "¿Para cuándo era el turno ofrecido?",
    endOfVisit: "¿Cuándo terminó la visita?",
    secondReport: "¿Alguien más, por su cuenta, vio u oyó lo mismo?")
}

extension ConditionPhrases {
  static let spanish = ConditionPhrases(
    doorOpen: "La puerta estaba abierta.",
    officerWithinHearing: "Un oficial podía oír.",
    private_: "La puerta estaba cerrada y nadie podía oír.",
    partition: "Había un vidrio entre los dos.",
    contact: "Estaban sin vidrio de por medio.",
    noDocuments: "No se podían pasar papeles.",
    documentsPass: "Se podían pasar papeles.",
    monitored: "La llamada fue vigilada.",
    recorded: "La llamada fue grabada.",
    screened: "La llamada fue filtrada.",
    unmonitored: "La llamada no tuvo nada de lo que la regla prohíbe.",
    free: "La llamada no costó nada.",
    movedOutOfState: "Trasladaron a la persona fuera del estado.",
    movedOutOfArea: "Trasladaron a la persona fuera del área.",
    noLegalVisitsThere: "El nuevo lugar no tiene visitas legales.",
    legalVisitsThere: "El nuevo lugar tiene visitas legales.",
    movedWhileWaiting: "Trasladaron a la persona mientras la visita esperaba.",
    movedBeforeCall: "Trasladaron a la persona antes de la llamada.",
    consultedFirst: "La persona ya había hablado con un abogado.",
    windowLost: "Se perdió toda la cita.",
    unsignedRefusal: "El cliente no firmó que no quería la visita.",
    contradictedRefusal: "El cliente niega haberse negado.",
    signedRefusal: "El cliente firmó que no quería la visita.",
    signedAfterAsking: "La persona firmó después de pedir abogado y antes de tenerlo.",
    signedWithoutAsking: "La persona dice que no había pedido abogado.",
    reasonGiven: "Se dio un motivo.",
    noReasonGiven: "No se dio ningún motivo.",
    notListed: "El localizador no mostró a la persona. Eso nunca significa que salió libre.",
    listed: "El localizador mostró a la persona.",
    mailRead: "El correo se leyó, o se abrió sin que la persona lo viera.",
    mailUnread: "El correo se abrió ante la persona y no se leyó.",
    banned: "Se prohibió la entrada.",
    protectedSpeech: "Se prohibió la entrada por lo que se dijo.",
    stoppedForMealOrCount: "La visita se interrumpió por una comida o un conteo.",
    cutShort: "La visita se interrumpió.",
    answered: "Alguien contestó.",
    numberRefused: "El número fue rechazado.",
    endedByOther: "No fue el centro quien terminó la llamada.")
}

extension CounterFactPhrases {
  static let spanish = CounterFactPhrases(
    portOfEntry: "Una inspección en un puerto de entrada",
    documentedEmergency: "Una emergencia documentada",
    signedRefusal: "La negativa firmada por el propio cliente",
    noIdentification: "Una regla de entrada publicada que la visita no cumplió",
    wrongLocation: "Que la persona nunca estuvo en ese lugar",
    minorNeverListed: "Que el localizador nunca muestra a menores de 18 años")
}

extension AggravationPhrases {
  static let spanish = AggravationPhrases(
    languageNeed: "La persona necesita otro idioma.",
    disability: "La persona tiene una discapacidad.",
    minor: "La persona es menor de 18 años.",
    courtDeadline: "Hay una fecha en la corte en menos de 72 horas.",
    remediedSameDay: "Se corrigió el mismo día.")
}

extension RefusalPhrases {
  static let spanish = RefusalPhrases(
    none: "ningún motivo",
    noLegalVisits: "no hay visitas legales",
    closed: "el lugar estaba cerrado",
    prospective: "el abogado todavía no estaba contratado",
    role: "la función de quien visita",
    noG28: "no había formulario G-28",
    identifier: "faltaba un número o dato",
    identification: "faltaba una identificación",
    security: "seguridad",
    emergency: "una emergencia",
    clientDeclined: "el cliente no quiso",
    clientGone: "el cliente ya no estaba allí",
    noContact: "no hay visitas sin vidrio",
    noRoom: "no había sala libre",
    notScheduled: "no estaba concertada",
    meal: "una comida",
    count: "un conteo",
    timeLimit: "un límite de tiempo",
    other: "otro motivo")
}

extension ThingPhrases {
  static let spanish = ThingPhrases(
    g28: "el formulario G-28",
    aNumber: "el Número A",
    otherIdentifier: "otro dato",
    rightsNotice: "el aviso de derechos",
    providerList: "la lista de servicios legales gratuitos",
    interpreter: "un intérprete",
    papers: "papeles para firmar")
}

extension VisitorRolePhrases {
  static let spanish = VisitorRolePhrases(
    attorney: "abogado o abogada",
    accreditedRepresentative: "representante acreditado",
    legalAssistant: "asistente legal",
    lawStudent: "estudiante de derecho",
    interpreter: "intérprete",
    messenger: "mensajero")
}

extension AuthorityPhrases {
  static let spanish = AuthorityPhrases(
    order: "orden de una corte",
    statute: "ley o reglamento",
    contract: "contrato",
    standard: "norma de detención",
    policy: "política de la agencia",
    heuristic: "un umbral para revisar, no es ley")
}

extension SeverityPhrases {
  static let spanish = SeverityPhrases(
    none: "ninguna",
    grey: "sin decidir",
    amber: "por revisar",
    red: "grave")
}

extension GradePhrases {
  static let spanish = GradePhrases(
    a: "A: registro oficial, foto o correo del momento",
    b: "B: declaración firmada de primera mano",
    c: "C: de primera mano, sin firma",
    d: "D: de segunda mano")
}

extension ProtectionPhrases {
  static let spanish = ProtectionPhrases(
    yes: "sí",
    no: "no protege",
    unknown: "todavía no se sabe",
    unverified: "lo dicen algunas fuentes, sin comprobar",
    everyone: "la regla no distingue")
}

extension ReadingPhrases {
  static let spanish = ReadingPhrases(
    inForce: "si la regla estaba vigente",
    notInForce: "si no estaba vigente",
    businessDay: "si el día es hábil",
    holiday: "si el día es feriado",
    spaceCovered: "si la orden alcanza a esta parte del edificio",
    spaceNotCovered: "si no la alcanza",
    standardCarriesTerm: "si la norma contiene este punto",
    standardLacksTerm: "si no lo contiene",
    sameHour: "si el día hábil termina a la misma hora",
    endOfDay: "si termina al final del día")
}

extension OutcomePhrases {
  static let spanish = OutcomePhrases(
    met: "se cumplió",
    breached: "se incumplió",
    unknown: "no se sabe",
    notInForce: "sin vigencia",
    pending: "corre un plazo")
}
