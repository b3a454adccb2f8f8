extension PersonProtectionPhrases {
  static let spanish = PersonProtectionPhrases(
    title: "Protección",
    lead:
      "A las familias se les responde de forma automática solo cuando lo que saben lo justifica. Aquí usted atiende lo que no debe decirse sin una persona.",
    homeText: "Oculte a una persona, revise lo que dicen las fuentes privadas y vea dónde alguien anduvo adivinando.",
    done: "Listo. Vale desde ahora.",
    already: "Ya estaba así; no se cambió nada.",
    unknown: "No existe ese registro.",
    closedTitle: "Las respuestas automáticas están cerradas",
    closedText:
      "En un día se respondió por primera vez sobre {1} personas; aquí lo habitual es {2}. Puede que alguien esté recorriendo una lista. Las familias siguen viendo las otras formas de buscar.",
    closedNumbersText:
      "En un día se respondió por primera vez por número A sobre {1} personas; aquí lo habitual es {2}. Puede que alguien esté recorriendo una lista de números.",
    closedUntil: "Se abren de nuevo por sí solas {}.",
    openAnswers: "Abrir ahora las respuestas automáticas",
    openHint: "Hágalo cuando sepa por qué fueron tantas, por ejemplo después de una redada.",
    stopsTitle: Plural(
      one: "Alguien quiso adivinar los datos de {} persona", other: "Alguien quiso adivinar los datos de {} personas"),
    stopsText:
      "Varias búsquedas se acercaron a estas personas y fallaron. Sus respuestas automáticas quedan detenidas por un día; un número A con el nombre todavía pasa. Considere ocultarlas.",
    noStops: "Nadie anduvo adivinando",
    stop: "Registro {1}, {2}",
    seen: "Ya lo vi",
    screeningTitle: Plural(
      one: "{} persona espera una revisión de seguridad", other: "{} personas esperan una revisión de seguridad"),
    screeningText:
      "Aquí solo hablan fuentes privadas: una línea de ayuda, un abogado, una familia. Nada de esto se dice hasta que usted haya revisado si podría poner en peligro a la persona: una pareja violenta, una amenaza, una visa de víctima en trámite, un menor.",
    noScreening: "No hay nada por revisar",
    safe: "Puede decirse sin peligro",
    unsafe: "Hay peligro: proteger a esta persona",
    contestsTitle: Plural(one: "{} registro impugnado por resolver", other: "{} registros impugnados por resolver"),
    contestsText:
      "Alguien dice que estos registros están equivocados o no son suyos. Hasta que usted resuelva, no se dice nada de ellos. Si tiene razón, retire el registro: no se vuelve a decir nunca, ni tampoco otra importación con el mismo nombre y fecha de nacimiento o el mismo número A.",
    noContests: "No hay registros impugnados por resolver",
    uphold: "El registro está equivocado: retirarlo para siempre",
    reject: "El registro es correcto: terminar la impugnación",
    upheldTitle: "Retirados",
    recordGone: "El registro está borrado",
    knownAgain:
      "Otra importación del registro también queda oculta, si trae el mismo nombre y fecha de nacimiento o el mismo número A.",
    notKnownAgain:
      "El registro no tiene fecha de nacimiento completa ni número A: otra importación no se puede reconocer y habrá que impugnarla otra vez.",
    undoUpheld: "Deshacer: el registro sí era correcto",
    protectTitle: "Proteger a una persona",
    protectText:
      "Desde ese momento la búsqueda no dice nada de ella, ni de registros con el mismo nombre y fecha de nacimiento o el mismo número A.",
    person: "Número del registro",
    personHint: "Como lo muestra la búsqueda del personal.",
    personWrong: "Escriba el número de un registro.",
    kind: "Motivo",
    askedBy: "Quién lo pide",
    days: "Por cuántos días",
    daysHint: "Déjelo vacío si no tiene fin.",
    daysWrong: "Escriba un número del 1 al 3650, o nada.",
    protect: "Proteger desde ahora",
    protectThis: "Proteger a esta persona",
    standingTitle: Plural(one: "{} protección vigente", other: "{} protecciones vigentes"),
    noStanding: "No hay nadie protegido por solicitud",
    standing: "Registro {1}: {2}",
    setBy: "{1}, {2}",
    atConsole: "en la línea de comandos",
    ends: "Termina {}",
    lift: "Levantar esta protección",
    because: "Por qué",
    notTold: "Nunca se informa de forma automática:",
    stoppedNow:
      "Alguien quiso adivinar los datos de esta persona: las respuestas automáticas quedan detenidas por un día.",
    hindrances: HindrancePhrases(
      minor: "menor de 18 años", perhapsMinor: "puede ser menor de 18 años: no se sabe cuándo nació",
      section1367: "protección de la ley (8 USC 1367: VAWA, visa T o U)",
      safety: "alguien puede ser un peligro para la persona",
      hidden: "oculta por solicitud", contested: "el registro está impugnado",
      unscreened: "solo por fuentes privadas, todavía sin revisar", unverified: "nadie responde por el informe",
      withdrawn: "ya ninguna fuente cuenta", suppressed: "retirado tras una impugnación"),
    askers: AskerPhrases(
      person: "la propia persona", lawyer: "su abogado", family: "su familia", responder: "una persona del equipo"),
    reasons: LiftReasonPhrases(
      asked: "la persona lo pide", mistake: "se puso por error", over: "el peligro pasó",
      decided: "la impugnación está resuelta"))
}
