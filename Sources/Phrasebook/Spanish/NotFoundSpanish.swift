extension NotFoundPhrases {
  static let spanish = NotFoundPhrases(
    title: "No encontramos un registro que corresponda",
    lead:
      "Esto no quiere decir que la persona no esté detenida. Muchas personas detenidas todavía no están en ninguna lista.",
    dataAsOf: "Nuestro reporte más reciente es del {1} ({2}).",
    noData: "Todavía no hay reportes en nuestros registros.",
    freshnessTitle: "De cuándo es nuestra información",
    freshnessLine: "{1}: reporte más reciente {2}",
    onThisPage: "En esta página",
    nextText: "Pruebe el localizador oficial con las formas de escribir el nombre de abajo, y luego siga paso a paso.",
    reasonsTitle: "Por qué puede pasar esto",
    freshArrest: ReasonPhrases(
      title: "El arresto fue hace muy poco",
      text:
        "Pueden pasar horas o días hasta que una persona aparezca. Quienes están con la Patrulla Fronteriza aparecen, como muy pronto, después de 48 horas."
    ),
    minor: ReasonPhrases(
      title: "La persona es menor de 18 años",
      text:
        "No se muestra a nadie menor de 18 años, ni aquí ni en el localizador oficial. Llame a la línea para menores del paso 7."
    ),
    nameWrittenOtherwise: ReasonPhrases(
      title: "El nombre está escrito de otra forma",
      text:
        "Se confunden nombres y apellidos, se pierde uno de los dos apellidos, y los nombres se escriben como suenan. Pruebe otras formas."
    ),
    transfer: ReasonPhrases(
      title: "Están trasladando a la persona",
      text:
        "Camino a otro lugar, en un hospital o en la corte, una persona puede no estar en ninguna lista por un día o más."
    ),
    otherCustody: ReasonPhrases(
      title: "La tiene otra autoridad",
      text:
        "Una cárcel del condado, los alguaciles federales (US Marshals), las prisiones federales o la Patrulla Fronteriza tienen sus propias listas."
    ),
    moreNeeded: ReasonPhrases(
      title: "Hace falta algo más antes de mostrar un registro",
      text:
        "Para que ningún extraño se entere de nada, un registro se muestra solo a quien conoce bien a la persona: el número A y el nombre; o el nombre completo, la fecha exacta de nacimiento y el país de nacimiento; o el nombre completo, el año de nacimiento, el país y el día o el lugar del arresto. Si usted sabe algo más, agréguelo y busque otra vez."
    ),
    noLongerHeld: ReasonPhrases(
      title: "La persona ya no está detenida",
      text: "Quienes salieron libres o fueron enviados fuera del país desaparecen de las listas después de un tiempo."),
    oldRecords: ReasonPhrases(
      title: "Nuestros registros no están completos",
      text: "Solo sabemos lo que nos reportaron, y algunos reportes son viejos."),
    spellingsTitle: "Formas de escribir el nombre en el localizador oficial",
    spellingsText:
      "El localizador pide el nombre exactamente como lo escribió un agente, y el país de nacimiento. Pruebe cada renglón, tal como está aquí.",
    spellingsFirst: "Nombre (First name)",
    spellingsLast: "Apellido (Last name)",
    spellingsANumber: "Con el número A y el país de nacimiento no hace falta el nombre: {}",
    againTitle: "Cuándo buscar otra vez",
    againText: "Todo el día llegan reportes nuevos. Busque otra vez aquí y en el localizador oficial:",
    againNote: "Anote dónde buscó, el día, la hora y la respuesta. Puede ayudarle después a un abogado.")
}

extension LadderPhrases {
  static let spanish = LadderPhrases(
    title: "Otras formas de buscar, paso a paso",
    lead: "No tiene que hacerlas todas. Empiece por arriba y pare cuando tenga una respuesta.",
    ready: "Tenga a la mano: el nombre completo, la fecha y el país de nacimiento, y el número A si lo tiene.",
    locator: StepPhrases(
      title: "El localizador oficial de ICE",
      text: "Primero con el número A y el país de nacimiento. Luego con cada orden y forma de escribir el nombre."),
    fieldOffice: StepPhrases(
      title: "La oficina de ICE de la zona",
      text: "Si el localizador no ayuda, llame a la oficina de la zona donde arrestaron a la persona."),
    fieldOfficesLink: "Teléfonos de las oficinas de ICE",
    facility: StepPhrases(
      title: "Los lugares de detención cercanos",
      text: "Llame y pregunte si la persona está ahí. Pueden negarse a decirlo; eso no es un no."),
    facilitiesLink: "Buscar lugares por estado",
    detentionLine: StepPhrases(
      title: "La línea de detención de ICE",
      text: "Contesta preguntas sobre personas detenidas y recibe quejas."),
    court: StepPhrases(
      title: "La línea de la corte de inmigración",
      text: "Con el número A informa de las audiencias, por teléfono o en internet. No dice dónde está la persona."),
    borderPatrol: StepPhrases(
      title: "La Patrulla Fronteriza y la aduana",
      text:
        "Cerca de la frontera o de un aeropuerto, llame a la estación local. Quien lleve ahí más de 48 horas debe aparecer en el localizador oficial."
    ),
    children: StepPhrases(
      title: "Niños y adolescentes",
      text: "Si es menor y llegó o está detenido sin sus padres, llame al centro nacional de llamadas de ORR."),
    prisons: StepPhrases(
      title: "Prisiones y cárceles",
      text:
        "Puede estar detenida por otro asunto. Mire la lista de prisiones federales, VINELink y el sitio web de la cárcel del condado. En estas listas faltan muchas personas detenidas por inmigración."
    ),
    consulate: StepPhrases(
      title: "El consulado del país de la persona",
      text: "Los consulados pueden preguntar a ICE por sus ciudadanos."),
    consulateWarning:
      "Cuidado: si la persona tiene miedo del gobierno de ese país, no llame al consulado. Pregunte antes a la persona o a un abogado.",
    congress: StepPhrases(
      title: "Un miembro del Congreso, y un abogado",
      text:
        "La oficina de su representante puede preguntar a ICE. Un abogado puede pedir a un juez que ordene decir el lugar y que no trasladen a la persona."
    ),
    locatorLink: "locator.ice.gov",
    courtLink: "acis.eoir.justice.gov",
    prisonLink: "www.bop.gov/inmateloc",
    vineLink: "www.vinelink.com",
    congressLink: "www.house.gov/representatives/find-your-representative")
}
