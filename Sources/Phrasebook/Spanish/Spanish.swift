extension Phrases {
  /// Spanish as it is read in the United States.
  package static let spanish = Phrases(
    language: .spanish,
    common: .spanish, ages: .spanish, start: .spanish, form: .spanish, faults: .spanish, result: .spanish,
    agreement: .spanish, notFound: .spanish, ladder: .spanish, receipt: .spanish, places: .spanish, place: .spanish,
    about: .spanish,
    leaving: .spanish, failures: .spanish, staff: .spanish, visits: .spanish, review: .spanish, figures: .spanish,
    court: .spanish, patterns: .spanish, published: .spanish, hotline: .spanish, arrests: .spanish, findings: .spanish)
}

extension CommonPhrases {
  static let spanish = CommonPhrases(
    siteName: "Paradero",
    tagline: "Encuentre a una persona detenida por inmigración",
    skipToContent: "Ir al contenido principal",
    leaveNow: "Salir de este sitio ya",
    search: "Buscar",
    places: "Lugares",
    about: "Acerca de",
    languages: "Idioma",
    practice: "Versión de práctica: todas las personas son inventadas. Los lugares son reales.",
    notGovernment: "Paradero no es parte del gobierno. No cuesta nada.",
    notLegalAdvice: "Lo que lee aquí es información, no consejo legal.",
    newSearch: "Empezar otra búsqueda",
    call: "Llamar al {}",
    write: "Escribir a {}",
    notKnown: "No se sabe",
    pageOf: "{1} – {2}")
}

extension AgePhrases {
  static let spanish = AgePhrases(
    justNow: "hace un momento",
    minutesAgo: Plural(one: "hace {} minuto", other: "hace {} minutos"),
    hoursAgo: Plural(one: "hace {} hora", other: "hace {} horas"),
    today: "hoy",
    yesterday: "ayer",
    daysAgo: Plural(one: "hace {} día", other: "hace {} días"),
    weeksAgo: Plural(one: "hace {} semana", other: "hace {} semanas"),
    monthsAgo: Plural(one: "hace {} mes", other: "hace {} meses"),
    yearsAgo: Plural(one: "hace {} año", other: "hace {} años"),
    inTheFuture: "en el futuro",
    soon: "ahora",
    inHours: Plural(one: "en más o menos {} hora", other: "en más o menos {} horas"),
    inDays: Plural(one: "en {} día", other: "en {} días"),
    momentInZone: "{1}, {2}")
}

extension LeavingPhrases {
  static let spanish = LeavingPhrases(
    title: "Cómo salir rápido de este sitio",
    whatItDoes: "El botón «Salir de este sitio ya» está arriba en cada página. Abre Wikipedia de inmediato.",
    whatItDoesNot:
      "No borra su historial. Quien mire este teléfono o computadora todavía puede ver que usted estuvo aquí.",
    toBeSaferTitle: "Para dejar menos rastro",
    toBeSafer: [
      "Antes de entrar aquí, abra una ventana privada o de incógnito.",
      "Después, borre el historial de la última hora en el menú de su navegador, en «Historial».",
      "Si puede, use el teléfono o la computadora de alguien de confianza.",
    ],
    whatWeDo: "No guardamos su búsqueda, ni su dirección en internet, ni las páginas que miró.",
    shortNotice: "Abre Wikipedia. No borra su historial.",
    learnMore: "Cómo dejar menos rastro",
    backToSearch: "Ir a la búsqueda")
}

extension FailurePhrases {
  static let spanish = FailurePhrases(
    notFoundTitle: "Esta página no existe",
    notFoundText: "Puede que la dirección esté mal escrita, o que la página haya cambiado de lugar.",
    methodTitle: "Esta página no se puede abrir así",
    methodText: "La búsqueda se envía desde el formulario. Por favor empiece de nuevo ahí.",
    refusedTitle: "Esta búsqueda no vino de nuestro formulario",
    refusedText:
      "Para protegerle, solo aceptamos búsquedas enviadas desde este sitio. Por favor abra el formulario e intente de nuevo.",
    badRequestTitle: "No pudimos leer lo que se envió",
    badRequestText: "No se buscó nada. Por favor abra el formulario e intente de nuevo.",
    tooLargeTitle: "Eso era demasiado largo",
    tooLargeText: "No se buscó nada. Por favor acorte lo que escribió e intente de nuevo.",
    brokenTitle: "Algo falló de nuestro lado",
    brokenText: "No se guardó lo que usted escribió. Por favor intente de nuevo en unos minutos.",
    busyTitle: "Demasiadas personas están buscando en este momento",
    busyText: "No se guardó lo que usted escribió. Por favor espere un minuto e intente de nuevo.",
    meanwhile: "Mientras tanto, puede buscar de estas formas.",
    reference: "Si le cuenta esto a alguien, dele este número: {}")
}
