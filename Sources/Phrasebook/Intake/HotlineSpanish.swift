internal import Records

extension HotlinePhrases {
  static let spanish = HotlinePhrases(
    taking: .spanish, queue: .spanish, one: .spanish, network: .spanish, alerts: .spanish, words: .spanish)
}

extension IntakeWords {
  static let spanish = IntakeWords(
    statuses: Words {
      switch $0 {
      case .new: "Nuevo"
      case .reviewing: "En revisión"
      case .dispatched: "Derivado"
      case .closed: "Cerrado"
      }
    },
    truths: Words {
      switch $0 {
      case .unverified: "Sin verificar"
      case .corroborated: "Respaldado por otra fuente"
      case .confirmed: "Confirmado"
      case .falseAlarm: "Falsa alarma"
      }
    },
    dependents: Words {
      switch $0 {
      case .yes: "Sí, alguien está solo ahora"
      case .no: "No"
      case .unknown: "No se sabe"
      }
    },
    kinds: Words {
      switch $0 {
      case .arrest: "Se llevaron a alguien"
      case .raid: "Una redada"
      case .checkpoint: "Un retén"
      case .agents: "Se vieron agentes"
      case .missing: "Falta alguien"
      case .other: "Otra cosa, o no lo dijo"
      }
    },
    bases: Words {
      switch $0 {
      case .saw: "Lo vio"
      case .told: "Alguien se lo contó"
      case .media: "Lo leyó o lo vio en internet"
      case .unknown: "No lo dijo"
      }
    },
    needs: Words {
      switch $0 {
      case .child: "Hay un menor o una persona dependiente sola"
      case .legal: "Un abogado"
      case .family: "Contacto con la familia"
      case .shelter: "Alojamiento"
      case .health: "Ayuda médica"
      case .rapid: "Observadores en el lugar"
      case .other: "Otra cosa"
      }
    },
    states: Words {
      switch $0 {
      case .open: "En espera de respuesta"
      case .accepted: "Aceptado"
      case .declined: "Rechazado"
      case .done: "Hecho"
      case .withdrawn: "Retirado"
      }
    },
    steps: Words {
      switch $0 {
      case .reminded: "Se lo recordamos"
      case .accepted: "Aceptaron"
      case .declined: "Rechazaron"
      case .done: "Está hecho"
      case .withdrawn: "Lo retiramos"
      }
    },
    callEnds: Words {
      switch $0 {
      case .reached: "Se habló con quien llamó"
      case .notReached: "Nadie contestó"
      case .wrongNumber: "Número equivocado"
      case .notWanted: "Ya no quiere que se le llame"
      }
    },
    standings: Words {
      switch $0 {
      case .live: "Vigente"
      case .corrected: "Corregida"
      case .falseAlarm: "Falsa alarma"
      case .inDoubt: "En duda"
      case .over: "Ya pasó"
      }
    },
    alertBases: Words {
      switch $0 {
      case .twoSources: "dos fuentes independientes"
      case .observer: "una persona observadora capacitada"
      }
    })
}

extension IntakeFormPhrases {
  static let spanish = IntakeFormPhrases(
    title: "Tomar un aviso",
    homeText: "Escriba lo que cuenta quien llama. Basta con un lugar.",
    lead: "Haga primero la primera pregunta. Después, el lugar: con eso ya se puede guardar.",
    dependent: "¿Hay ahora mismo un menor, o alguien que no puede estar solo, sin nadie que le cuide?",
    dependentHint: "Si es así, se deriva en cuanto usted guarde, y deben responder en 15 minutos.",
    childPartner: "En ese caso: quién se hace cargo",
    childPartnerHint: "Solo organizaciones que acogen a menores o personas dependientes.",
    noChildPartner: "Elegir después de guardar",
    place: "Dónde",
    placeHint:
      "Como lo diga quien llama: una esquina, una tienda, un pueblo, o el nombre o código de un centro de detención.",
    save: "Guardar el aviso",
    more: "Más, si quien llama lo sabe",
    moreHint: "Nada de esto es obligatorio. Lo que quede vacío puede anotarse después.",
    what: "Qué",
    basis: "Cómo lo sabe quien llama",
    people: "A cuántas personas se llevaron",
    day: "Día",
    dayHint: "Vacío: hoy. Por ejemplo, 2026-11-30.",
    time: "Hora",
    timeHint: "Vacío: ahora. Por ejemplo, 14:30 o 2:30 pm.",
    zone: "Según los relojes de",
    zoneUsual: "El lugar, o nuestra oficina",
    observer: "Clave de una persona observadora capacitada",
    observerHint: "Por ejemplo, ABC-12, si quien llama la da.",
    caller: "El número de quien llama",
    callerHint: "Se guardan sus dos últimas cifras y un código que nadie puede descifrar.",
    callBack: "Devolver la llamada",
    callBackYes: "Quien llama quiere que se le devuelva la llamada: guardar el número sellado hasta entonces",
    person: "A quién se llevaron",
    personHint: "Se guarda sellado. Puede convertirse en un registro más tarde, si usted lo decide.",
    name: "Nombre",
    birth: "Fecha de nacimiento, año o edad",
    country: "País de nacimiento",
    note: "Qué más contó",
    noteHint: "Se guarda sellado. Con las palabras de quien llama, sin su nombre.",
    faults: (
      noPlace: "Escriba dónde, por favor. Bastan unas palabras.", tooLong: "Acórtelo, por favor.",
      notANumber: "Escriba un número del 1 al 999, por favor.", notADay: "Escriba el día así: 2026-11-30.",
      notATime: "Escriba la hora así: 14:30 o 2:30 pm.", inFuture: "Eso está en el futuro.",
      tooLongAgo: "De eso hace más de un año.", notAPhone: "Escriba el número con 7 a 15 cifras, por favor.",
      unknownObserver: "Ninguna persona observadora tiene esa clave.", unknownCountry: "No se entendió el país.",
      notABirth: "Escriba una fecha, un año o una edad, por favor.",
      notAName: "Escriba un nombre con letras, por favor.",
      noPhone: "Para devolver la llamada hace falta un número.",
      noKeeper: "No hay clave con la que sellar un número. Avise a un operador; hasta entonces no tome ninguno."
    ))
}

extension IntakeQueuePhrases {
  static let spanish = IntakeQueuePhrases(
    title: "Avisos de la línea",
    homeText: "Vea qué espera, quién se ha hecho cargo y qué está vencido.",
    lead: "Cada aviso termina con alguien que se ha hecho cargo. Lo que vence antes aparece primero.",
    open: Plural(one: "{} aviso está abierto", other: "{} avisos están abiertos"),
    overdue: Plural(one: "{} aviso está vencido.", other: "{} avisos están vencidos."),
    alone: Plural(
      one: "En {} aviso alguien está solo y nadie se ha hecho cargo todavía.",
      other: "En {} avisos alguien está solo y nadie se ha hecho cargo todavía."),
    none: "Aquí no espera nada.",
    showing: (open: "Abiertos", overdue: "Vencidos", closed: "Cerrados", all: "Todos"),
    report: "Aviso {1}: {2}",
    overdueTag: "Vencido",
    aloneTag: "Alguien está solo",
    callTag: "Quiere una llamada",
    sampleTag: "Inventado",
    due: "Hacer antes de: {}",
    taken: "Tomado {1} por {2}",
    owner: "Lo lleva: {}",
    others: Plural(one: "{} aviso más de lo mismo", other: "{} avisos más de lo mismo"),
    next: "Página siguiente",
    first: "A la primera página",
    new: "Tomar un aviso")
}

extension IntakePagePhrases {
  static let spanish = IntakePagePhrases(
    title: "Aviso {}",
    saved: "Guardado.",
    meanwhile: "Mientras usted escribía, otras personas hicieron esto. Se conservan ambas cosas:",
    alone: "Alguien está solo ahora",
    aloneSteps: [
      "Siga en la línea. Si hay peligro, primero el 911.",
      "Pregunte: dónde exactamente, qué edad tiene, quién podría llegar en minutos, qué idioma habla.",
      "Llame a la organización de abajo y entregue el caso de viva voz. Después anote que aceptaron.",
    ],
    askNow:
      "No se sabe si hay un menor o una persona dependiente sola. Pregunte ahora si quien llama sigue en la línea.",
    overdue: "Vencido: {}",
    place: "Dónde",
    when: "Cuándo",
    dayOnly: "{}, no se sabe la hora",
    what: "Qué",
    basis: "Cómo lo sabe quien llamó",
    people: "Personas que se llevaron",
    observer: "Persona observadora capacitada",
    caller: "Número de quien llamó",
    callerDigits: "termina en {}",
    status: "Trabajo",
    truth: "¿Es cierto?",
    dependent: "Alguien solo",
    told: "Lo que contó",
    toldHint: "Se guarda sellado. Que usted abrió esta página consta en el registro de auditoría.",
    erased: "Lo personal de este aviso se borró al cumplirse su plazo.",
    handoffs: "A quién se derivó",
    handoffsLead: "Un aviso puede cerrarse cuando alguien se ha hecho cargo.",
    noHandoffs: "Todavía a nadie.",
    handOn: "Derivar",
    partner: "Organización",
    need: "Qué se necesita",
    within: "Deben responder en",
    usual: "Lo habitual para lo que se necesita",
    minutes: Plural(one: "{} minuto", other: "{} minutos"),
    hours: Plural(one: "{} hora", other: "{} horas"),
    days: Plural(one: "{} día", other: "{} días"),
    dueBy: "Hacer antes de: {}",
    answerDue: "Deben responder: {}",
    by: "{1}, {2}",
    note: "Nota",
    noteHint: "Se guarda sellada, junto a lo que usted hace. Sin el nombre de quien llamó.",
    change: "Anotar la respuesta",
    statusTitle: "Trabajo",
    truthTitle: "¿Es cierto?",
    set: "Fijar",
    take: "Yo lo llevo",
    giveBack: "Dejarlo",
    addNote: "Añadir una nota",
    worksOn: "Lo lleva: {}",
    similar: "Quizá lo mismo",
    similarLead: "Otros avisos de más o menos este lugar y esta hora. Usted decide.",
    same: "Es lo mismo",
    notSame: "No es lo mismo",
    group: "Del mismo suceso",
    part: "Al final no es lo mismo",
    record: "Registro de una persona detenida",
    recordLead:
      "Hace un registro del nombre que se contó, con la línea como fuente. Mientras el aviso no esté verificado, no se comunica a nadie por sí solo; y nunca antes de que alguien haya mirado si es seguro comunicarlo.",
    recordButton: "Hacer un registro",
    recordThere: "Hay un registro de esto: persona {}.",
    recordScreen: "Mirar si es seguro comunicarlo",
    call: "Devolver la llamada",
    callLead:
      "Quien llamó quiere que se le llame. El número está sellado; cada apertura consta en el registro de auditoría.",
    callTake: "Hágase cargo primero del aviso; después podrá abrir el número.",
    callWhy: "Por qué necesita el número",
    callWhyHint: "Unas palabras al menos.",
    callOpen: "Abrir el número",
    callEnd: "Cómo fue la llamada",
    callDone: "Se devolvió la llamada: {}",
    alert: "Alerta para el público",
    alertLead: "Una alerta nombra un lugar y dos horas, nunca a una persona.",
    alertButton: "Preparar una alerta",
    alertNone: "Hacen falta dos personas que lo vieran y llamaran, o una persona observadora capacitada.",
    story: "Lo que se hizo",
    crossed: "se escribió sin haber visto lo que está antes",
    events: (
      taken: "{} tomó el aviso", status: "{1}: el trabajo está ahora en «{2}»", truth: "{1}: «{2}»",
      take: "{} lo lleva", giveBack: "{} lo dejó", note: "{} anotó:",
      same: "{1}: es lo mismo que el aviso {2}", notSame: "{1}: no es lo mismo que el aviso {2}",
      record: "{} hizo un registro", called: "{1} devolvió la llamada: {2}"
    ),
    outcomes: (
      unknown: "Eso ya no está.",
      needsHandoff:
        "Todavía no puede cerrarse: primero alguien tiene que hacerse cargo, y ninguna derivación puede quedar sin respuesta.",
      needsCall: "Todavía no puede cerrarse: quien llamó espera una llamada.",
      needsName: "Un registro necesita un nombre.", already: "Ya hay un registro de esto.",
      tooLong: "Acorte la nota, por favor.", needsNote: "Escriba algo, por favor."
    ))
}

extension NetworkPhrases {
  static let spanish = NetworkPhrases(
    title: "Organizaciones y observadores",
    homeText: "Quién se hace cargo de qué, y qué palabra basta por sí sola para una alerta.",
    lead: "Organizaciones a las que se derivan avisos. Solo números que ellas mismas hacen públicos.",
    partners: "Organizaciones",
    none: "Todavía ninguna.",
    takes: "Se hace cargo de: {}",
    add: "Añadir una organización",
    name: "Nombre",
    phone: "Número público",
    phoneHint: "Puede quedar vacío.",
    takesTitle: "De qué se hace cargo",
    submit: "Añadir",
    observers: "Personas observadoras capacitadas",
    observersLead: "Aquí solo se conoce su clave. Quiénes son, lo sabe la organización que las capacitó.",
    noObservers: "Todavía ninguna.",
    sign: "Clave",
    signHint: "De dos a cuatro letras, un guion y un número: ABC-12.",
    partner: "La capacitó",
    trainedOn: "Día de la capacitación",
    trainedOnHint: "Por ejemplo, 2026-11-30.",
    addObserver: "Añadir una persona observadora",
    end: "Ya no cuenta",
    ended: "ya no cuenta",
    trained: "{1}, capacitada por {2}",
    faults: (
      noName: "Escriba un nombre, por favor.", notAPhone: "Escriba un número con 7 a 15 cifras, o ninguno.",
      known: "Eso ya está.", notASign: "Escriba una clave como ABC-12.",
      noPartner: "Elija una organización, por favor.", notADay: "Escriba el día así: 2026-11-30, y que no sea futuro."
    ))
}

extension AlertPhrases {
  static let spanish = AlertPhrases(
    title: "Alertas",
    homeText: "Avisos al público que están vigentes, y por correo.",
    lead:
      "Lo que se contó a la línea, según dos fuentes independientes o una persona observadora capacitada. Un lugar y dos horas, nunca una persona. Cada alerta se muestra hasta que caduca, también si era errónea.",
    none: "Ahora no hay ninguna alerta. Eso no significa que no pase nada.",
    age: "Publicada {}",
    band: "{1}, entre las {2} y las {3}",
    until: "Se muestra hasta: {}",
    was: "Decía: {}",
    corrections: Words {
      switch $0 {
      case .live: "Vigente"
      case .corrected: "Corregida: esto es lo correcto."
      case .falseAlarm: "Era una falsa alarma. No ocurrió."
      case .inDoubt: "En duda: un aviso en que se apoyaba era erróneo."
      case .over: "Esto ya pasó."
      }
    },
    rights:
      "Usted tiene derecho a guardar silencio. No tiene que abrir la puerta sin una orden firmada por un juez.",
    propose: "Alerta a partir del aviso {}",
    proposeLead: "Lo que publique aquí lo lee todo el mundo. Nombre un lugar. No nombre a nadie.",
    founded: Words {
      switch $0 {
      case .twoSources: "La respaldan dos personas que lo vieron y llamaron por separado."
      case .observer: "La respalda una persona observadora capacitada."
      }
    },
    notFounded:
      "Todavía no puede publicarse. Hacen falta dos personas distintas que lo vieran y llamaran, o una persona observadora capacitada. Junte primero los avisos del mismo suceso.",
    sources: "Avisos que la respaldan",
    place: "Lugar, para el público",
    placeHint: "Una esquina, una tienda, un barrio. Ni el número de una casa, ni un nombre, ni un teléfono.",
    state: "Estado",
    what: "Qué",
    expires: "Caduca después de",
    hours: Plural(one: "{} hora", other: "{} horas"),
    publish: "Publicar",
    published: "Publicada. Se escribe a quienes se suscribieron.",
    one: "Alerta {}",
    list: "Todas las alertas",
    standsOn: "Se apoya en",
    reach: "A quién llegó por correo",
    sent: Plural(one: "Se escribió a {} persona.", other: "Se escribió a {} personas."),
    waiting: Plural(one: "{} mensaje espera.", other: "{} mensajes esperan."),
    failed: Plural(one: "{} mensaje no pudo enviarse.", other: "{} mensajes no pudieron enviarse."),
    told: Plural(
      one: "A {} persona se le comunicó una corrección.", other: "A {} personas se les comunicó una corrección."),
    correct: "Corregirla",
    correctLead:
      "Sigue a la vista hasta que caduca, con la corrección. Quien la recibió por correo recibe la corrección.",
    falseAlarm: "Era una falsa alarma",
    over: "Ya pasó",
    corrected: "El lugar o las horas eran erróneos",
    rightPlace: "El lugar correcto",
    rightHours: "Las horas correctas",
    sameHours: "Como estaban",
    earlier: Plural(one: "{} hora antes", other: "{} horas antes"),
    later: Plural(one: "{} hora después", other: "{} horas después"),
    submit: "Publicar la corrección",
    subscribeTitle: "Alertas por correo",
    subscribeLead:
      "Para usted como parte de la red. La dirección se guarda sellada; una corrección le llega igual que la alerta.",
    subscribed: "Usted recibe alertas por correo de: {}.",
    all: "todos los estados",
    address: "Correo electrónico",
    states: "Estados",
    statesHint: "Dos letras cada uno, como CA OR. Vacío para todos.",
    subscribe: "Suscribirse",
    unsubscribe: "Terminar la suscripción",
    faults: (
      noPlace: "Escriba un lugar, por favor.", tooLong: "Acorte el lugar, por favor.",
      noState: "Elija un estado, por favor.",
      namesSomebody:
        "Parece que nombra a una persona, un teléfono o una dirección. Nombre solo un lugar, por favor.",
      tooOld: "De eso hace más de doce horas: es tarde para una alerta.",
      notForAlerts: "De esa clase de avisos no se alerta a nadie.",
      notFounded: "Hacen falta dos personas distintas que lo vieran y llamaran, o una persona observadora capacitada.",
      unknown: "Eso ya no está.", notLive: "Ya caducó, o ya era una falsa alarma.",
      notAnAddress: "Escriba una dirección de correo electrónico, por favor.",
      notStates: "Escriba los estados con dos letras cada uno, por favor.",
      noKeeper: "No hay clave con la que sellar una dirección. Avise a un operador."
    ),
    mailSubject: "Alerta: {}",
    mailCorrection: "Corrección de una alerta: {}",
    mailEnd: "Todas las alertas vigentes: {}")
}
