extension StartPhrases {
  static let spanish = StartPhrases(
    title: "Encuentre a alguien detenido por inmigración",
    lead: "Escriba lo que sabe. No importa si hay errores de escritura, y no necesita una cuenta.",
    privacy: "No guardamos su búsqueda. A nadie se le avisa que usted buscó.",
    placesTitle: "¿Busca un lugar?",
    placesText: "Direcciones, teléfonos y mapas de centros de detención y salas de detención temporal.",
    placesLink: "Buscar un lugar de detención",
    laterTitle: "Si su búsqueda no encuentra nada",
    laterText: "Recibirá una lista de otras formas de buscar, con teléfonos, y cuándo intentar otra vez.")
}

extension FormPhrases {
  static let spanish = FormPhrases(
    name: "Nombre completo",
    nameHint: "Como usted lo conoce, en cualquier orden. Puede tener errores. Ejemplo: María López García",
    birth: "Fecha de nacimiento, año o edad",
    birthHint: "Lo que sepa. Ejemplos: 15 de marzo de 1989, o 1989, o 36",
    country: "País de nacimiento",
    countryUnknown: "No lo sé",
    countriesOften: "Elegidos con frecuencia",
    countriesAll: "Todos los países",
    aNumber: "Número A",
    aNumberHint: "De siete a nueve cifras, en los papeles de inmigración. Ejemplo: A 012 345 678",
    aNumberUnreadable: "no se puede leer: falta su clave",
    more: "Si sabe más sobre la detención",
    moreHint: "Ayuda a distinguir a personas con nombres parecidos.",
    arrestedOn: "Día de la detención",
    arrestedOnHint: "Ejemplos: 17 de noviembre de 2026, o ayer",
    arrestPlace: "Lugar de la detención",
    arrestPlaceHint: "Una ciudad, un condado o un estado",
    sex: "Sexo",
    sexUnknown: "No lo sé",
    female: "Femenino",
    male: "Masculino",
    otherSex: "Otro",
    optional: "opcional",
    submit: "Buscar",
    title: "Buscar",
    againTitle: "Cambie algo y busque otra vez",
    againSubmit: "Buscar otra vez",
    untied:
      "Todavía no se buscó nada: no pudimos ver que este formulario viniera de este sitio. Revíselo y oprima el botón otra vez.",
    problem: "Por favor revise lo que escribió",
    problemPrefix: "Problema:")
}

extension FaultPhrases {
  static let spanish = FaultPhrases(
    missing: "Escriba un nombre o un número A.",
    tooLong: Plural(one: "Use como máximo {} letra.", other: "Use como máximo {} letras."),
    notAName: "Escriba el nombre con letras.",
    birthNotADate:
      "No pudimos leer esto. Escriba una fecha como 15 de marzo de 1989, o solo el año, o solo la edad.",
    arrestNotADate: "No pudimos leer esta fecha. Escríbala así: 17 de noviembre de 2026.",
    inFuture: "Esta fecha todavía no ha llegado.",
    tooLongAgo: "Esto fue hace más de 120 años. Por favor revise el año.",
    notAnANumber: "Un número A tiene de siete a nueve cifras. Revíselo, o déjelo vacío.",
    unknownCountry: "No conocemos este país. Elíjalo de la lista.",
    unknownSex: "Elija una de las respuestas.")
}

extension ResultPhrases {
  static let spanish = ResultPhrases(
    title: "Un registro que puede ser de esta persona",
    lead:
      "Muchas veces los nombres se anotan mal, y varias personas comparten un nombre. Llame para estar seguro antes de viajar.",
    likely: "Coincidencia probable",
    possible: "Coincidencia posible",
    invented: "Persona inventada, para practicar",
    inCustody: "Según el último reporte, detenida en",
    transferred: "Según el último reporte, trasladada a",
    moved: "Según el último reporte, trasladada a otro lugar",
    hospital: "Según el último reporte, en un hospital",
    court: "Según el último reporte, llevada a la corte",
    arrested: "Según el último reporte, arrestada",
    released: "Según el último reporte, en libertad",
    removed: "Según el último reporte, enviada fuera de Estados Unidos",
    departed: "Según el último reporte, salió de Estados Unidos",
    died: "Hay una noticia muy grave en este registro",
    unknown: "Según el último reporte, detenida",
    noCustody: "Un registro, pero sin noticia del lugar",
    placeUnknown: "Todavía no se sabe el lugar.",
    movedText:
      "Puede pasar un día o más hasta que se sepa el lugar nuevo. Busque otra vez mañana, y llame a la oficina de ICE de abajo.",
    lastPlace: "El último lugar que se reportó: {}",
    hospitalText:
      "Muchas veces los hospitales no confirman quién está ahí. Puede preguntar a la oficina de ICE de abajo, y un abogado también puede preguntar.",
    courtText: "Después de la corte, las personas suelen volver a un lugar de detención, no siempre al mismo.",
    arrestedText:
      "En las primeras horas y días es común que trasladen a la persona y que no aparezca en ninguna lista. Busque otra vez pronto, y llame a la oficina de ICE de la zona del arresto.",
    releasedText:
      "La persona puede estar camino a casa, o no tener teléfono. Si no sabe nada de ella, llame al lugar o a la oficina de ICE de abajo.",
    removedText:
      "Esto puede ser un error o ser prematuro. Pregunte a la oficina de ICE de abajo, y a los parientes en el país de nacimiento.",
    departedText:
      "Esto puede ser un error o ser prematuro. Pregunte a la oficina de ICE de abajo, y a los parientes en el extranjero.",
    diedText:
      "Un reporte dice que esta persona puede haber muerto. Los reportes pueden estar equivocados, y este puede ser de otra persona. Por favor pregunte a la oficina de ICE de abajo, a un abogado o al consulado antes de creerlo. Si puede, llame con alguien a su lado.",
    unknownText:
      "Un reporte dice que esta persona está detenida, pero no dice dónde. Los pasos de abajo pueden ayudar a averiguarlo.",
    factsTitle: "En qué se basa esto",
    happened: "Cuándo ocurrió",
    happenedUnknown: "No se sabe el día",
    reported: "Cuándo se reportó",
    source: "Quién lo reportó",
    old: "Esta información es vieja. Es común que trasladen a las personas en pocos días.",
    contradicted:
      "Los reportes sobre esta persona no coinciden entre sí. Aquí ve el más reciente; uno anterior puede ser el correcto.",
    whyTitle: "Por qué este registro puede corresponder",
    told: ToldPhrases(
      aNumber: "El número A es el mismo.", birth: "La fecha de nacimiento corresponde.",
      birthYear: "El año de nacimiento corresponde.", country: "El país de nacimiento es el mismo.",
      otherCountry: "El país de nacimiento es otro.", arrestDay: "El día del arresto corresponde.",
      otherArrestDay: "El día del arresto es otro.", arrestPlace: "El lugar del arresto corresponde.",
      arrestPlaceInPart: "El lugar del arresto corresponde en parte.",
      otherArrestPlace: "El lugar del arresto es otro.",
      manyBearName: "Muchas personas llevan un nombre como este, así que mire bien los otros datos.",
      someBearName: "Otras personas también llevan un nombre como este.",
      fewBearName: "Pocas personas llevan un nombre como este."),
    reachTitle: "Cómo comunicarse con este lugar",
    reachUnknownTitle: "A quién llamar",
    aboutPlace: "Más sobre este lugar",
    nextTitle: "Qué suele pasar después",
    doNowTitle: "Qué puede hacer ahora",
    nextMoved: "De las personas que fueron trasladadas desde aquí, esta parte fue a:",
    nextHoldRoom:
      "Esta es una sala de detención temporal, para unas horas. Normalmente trasladan pronto a las personas.",
    nextCourt:
      "Para saber de una fecha en la corte, llame a la línea de la corte de inmigración con el número A a la mano.",
    nextLocator: "Busque también en el localizador oficial. Puede estar atrasado, o adelantado.",
    nextNote:
      "Anote cada llamada: el día, la hora, quién contestó y qué dijo. Un abogado puede usar esas notas.",
    notThisPerson: "Si no es la persona",
    notThisPersonText: "Agregue lo que más sepa y busque otra vez, o busque de otras formas.",
    seeLadder: "Otras formas de buscar",
    sources: SourceKindPhrases(
      roster: "Una lista que publica una cárcel o un centro de detención",
      hotline: "Una línea de ayuda de la comunidad",
      attorney: "La oficina de un abogado",
      family: "Una familia",
      court: "Una corte",
      official: "Una fuente del gobierno",
      stintRelease: "Registros del gobierno entregados al público",
      sample: "Inventado para practicar",
      other: "Otra fuente"))
}

extension AgreementPhrases {
  static let spanish = AgreementPhrases(
    aNumberSame: "El número A es el mismo.",
    aNumberClose: "El número A se parece.",
    aNumberDifferent: "El número A no es el mismo.",
    given: NamePartPhrases(
      same: "El nombre de pila es el mismo.",
      otherForm: "El nombre de pila es otra forma del que usted escribió.",
      soundsAlike: "El nombre de pila suena igual.",
      spelledAlike: "El nombre de pila se escribe casi igual.",
      initial: "El nombre de pila empieza con la misma letra.",
      partial: "Una parte del nombre de pila es la misma.",
      different: "El nombre de pila es diferente."),
    family: NamePartPhrases(
      same: "El apellido es el mismo.",
      otherForm: "El apellido es otra forma del que usted escribió.",
      soundsAlike: "El apellido suena igual.",
      spelledAlike: "El apellido se escribe casi igual.",
      initial: "El apellido empieza con la misma letra.",
      partial: "Uno de los apellidos es el mismo.",
      different: "El apellido es diferente."),
    whole: NamePartPhrases(
      same: "El nombre completo es el mismo.",
      otherForm: "El nombre completo es otra forma del que usted escribió.",
      soundsAlike: "El nombre completo suena igual.",
      spelledAlike: "El nombre completo se escribe casi igual.",
      initial: "El nombre empieza con las mismas letras.",
      partial: "Una parte del nombre es la misma.",
      different: "El nombre en conjunto es diferente."),
    birthSame: "La fecha de nacimiento es la misma.",
    birthYearSame: "El año de nacimiento es el mismo.",
    birthFitsAge: "La edad corresponde.",
    birthClose: "La fecha de nacimiento o la edad se parece.",
    birthDifferent: "La fecha de nacimiento o la edad no corresponde.",
    countrySame: "El país de nacimiento es el mismo.",
    countryClose: "El país de nacimiento puede estar escrito de otra forma.",
    countryDifferent: "El país de nacimiento no es el mismo.",
    sexSame: "El sexo es el mismo.",
    sexDifferent: "El sexo no es el mismo.",
    arrestDaySame: "El día del arresto es el mismo.",
    arrestDayClose: "El día del arresto se parece.",
    arrestDayDifferent: "El día del arresto no corresponde.",
    arrestPlaceSame: "El lugar del arresto es el mismo.",
    arrestPlaceClose: "El lugar del arresto está en la misma zona.",
    arrestPlaceDifferent: "El lugar del arresto no corresponde.",
    placeSame: "El lugar es el mismo.",
    placeClose: "El lugar se parece.",
    relatives: "Los parientes tendrían parte de esto en común.",
    placeDifferent: "El lugar es otro.")
}
