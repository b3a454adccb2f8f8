extension StaffPhrases {
  static let spanish = StaffPhrases(
    title: "Equipo",
    signedInAs: "Sesión de {1} ({2})",
    menu: "Páginas del equipo",
    signOut: "Cerrar sesión",
    roles: RolePhrases(
      operator: "administración", responder: "atención a familias", attorney: "abogacía", assistant: "asistencia legal",
      interpreter: "interpretación", monitor: "observación"),
    problem: "Por favor revise el formulario",
    expiredForm: "Este formulario era demasiado viejo. No se hizo nada. Por favor envíelo otra vez.",
    refusedTitle: "Su función no abre esta página",
    refusedText: "Si la necesita para su trabajo, pídala a quien administra esta instalación.",
    signIn: .spanish, home: .spanish, search: .spanish, attempts: .spanish, following: .spanish, calls: .spanish,
    duplicates: .spanish, protection: .spanish,
    sessions: .spanish, accounts: .spanish, setUp: .spanish, own: .spanish, tokens: .spanish, keeping: .spanish,
    signUp: .spanish)
}

extension StaffHomePhrases {
  static let spanish = StaffHomePhrases(
    title: "Páginas del equipo",
    searchText: "Buscar, y ver cuánto pesó cada dato.",
    attemptsText: "Anotar lo que consultó en otra parte, y ver lo que anotaron otras personas.",
    sessionsText: "Ver dónde tiene sesiones abiertas, y cerrarlas.",
    accountsText: "Ver quién tiene cuenta, y cambiarla.")
}

extension StaffSearchPhrases {
  static let spanish = StaffSearchPhrases(
    title: "Búsqueda con pesos",
    lead: "Solo para el equipo. No lea los pesos a quien llama: pueden decirle a un extraño qué contiene un registro.",
    submit: "Buscar",
    nothing: "Nadie en estos registros coincide lo suficiente",
    nothingText: "Busque también en otras partes, y anote lo que encontró allí.",
    found: Plural(one: "{} registro puede coincidir", other: "{} registros pueden coincidir"),
    record: "Registro {}",
    probability: "Probable en un {}, contando todos los demás registros",
    waterfall: "Cómo se pesó",
    fact: "Dato",
    level: "Cómo coincide",
    bits: "Peso en bits",
    sum: "Suma",
    bitsHelp: "Un bit duplica la probabilidad de que sea la persona; un bit bajo cero la reduce a la mitad.",
    facts: FactPhrases(
      aNumber: "Número A", givenName: "Nombre", familyName: "Apellido", wholeName: "Nombre completo",
      birth: "Fecha de nacimiento", country: "País", sex: "Sexo", arrestDay: "Día del arresto",
      arrestPlace: "Lugar del arresto", place: "Lugar", relatives: "Común entre parientes"),
    levels: LevelPhrases(
      exact: "exactamente", normalised: "salvo acentos o mayúsculas", nickname: "como otra forma del nombre",
      soundsAlike: "por el sonido", oneTypingError: "con un error al escribir", oneDigit: "con un dígito distinto",
      dayMonthSwapped: "con día y mes cambiados", initial: "como inicial", partial: "en parte",
      sameYear: "en el año", nearYear: "con uno o dos años de diferencia", fitsAge: "con la edad", near: "casi",
      sameRegion: "en la región", different: "no coincide"),
    noteAttempt: "Anotar una consulta en otra parte sobre este registro")
}

extension AttemptPhrases {
  static let spanish = AttemptPhrases(
    title: "Consultas en otras partes",
    lead:
      "Cada consulta puede servir de prueba: anótela tal como fue, también si no dio resultado. Una nota no se puede cambiar.",
    formTitle: "Anotar una consulta",
    submit: "Guardar esta nota",
    saved: "La nota está guardada.",
    listTitle: "Las notas más recientes",
    none: "Todavía no hay notas.",
    locator: "Dónde consultó",
    choose: "Elija una opción",
    detail: "Cuál, exactamente",
    detailHint: "El número al que llamó, o el nombre de la página.",
    whenTitle: "Cuándo fue",
    whenHint: "Deje vacíos el día y la hora si fue ahora mismo.",
    day: "Día",
    dayHint: "Año, mes, día: 2026-11-20. Vacío quiere decir hoy.",
    time: "Hora",
    timeHint: "Por ejemplo 14:05 o 2:05 pm",
    zone: "Según los relojes de",
    typedTitle: "Lo que escribió o dijo allí",
    typedHint: "Exactamente así, con cada forma de escribir y cada orden de los nombres.",
    firstName: "Nombre",
    lastName: "Apellido",
    result: "Qué resultó",
    place: "El lugar que indicó",
    placeHint: "Solo si se encontró a alguien.",
    nextCheck: "Consultar de nuevo",
    noNextCheck: "Sin planear",
    inHours: Plural(one: "En {} hora", other: "En {} horas"),
    inDays: Plural(one: "En {} día", other: "En {} días"),
    person: "Número del registro",
    personHint: "El registro de aquí que puede ser la persona, si lo hay.",
    aboutPerson: "Sobre el registro {}",
    by: "{1}, nota de {2}",
    typed: "Escrito allí",
    named: "Indicó: {}",
    lookAgain: "Consultar de nuevo: {}",
    locators: LocatorPhrases(
      official: "Localizador oficial en línea", court: "Línea o portal de la corte de inmigración",
      fieldOffice: "Oficina regional, por teléfono o correo", facility: "El centro, por teléfono",
      jailRoster: "Lista de una cárcel del condado", prisons: "Localizador de prisiones federales",
      minors: "Línea para menores sin acompañante", consulate: "Un consulado", hospital: "Un hospital",
      other: "En otra parte"),
    results: LocatorResultPhrases(
      found: "Se encontró", noMatch: "No se encontró a nadie", multiple: "Más de una persona",
      error: "No funcionó, o nadie contestó", notAttempted: "No se pudo intentar"),
    faults: AttemptFaultPhrases(
      notChosen: "Por favor elija una de las opciones.",
      tooLong: Plural(
        one: "Aquí cabe {} carácter como máximo.", other: "Aquí caben {} caracteres como máximo."),
      notADay: "Por favor escriba el día como año, mes, día: 2026-11-20.",
      notATime:
        "Por favor escriba la hora como 14:05 o 2:05 pm. Cuando cambian los relojes, algunas horas no existen.",
      inFuture: "Esa hora todavía no llega.",
      tooLongAgo: "Eso fue hace más de un año.",
      notAnANumber: "Un Número A tiene de siete a nueve dígitos.",
      unknownCountry: "No conocemos este país. Por favor revise cómo está escrito.",
      nothingLookedFor: "Por favor escriba al menos un nombre o un Número A que haya buscado.",
      placeWithoutFinding: "Solo se puede anotar un lugar si se encontró a alguien.",
      noSuchPerson: "No hay un registro con este número."))
}

extension SessionPhrases {
  static let spanish = SessionPhrases(
    title: "Dónde tiene sesiones abiertas",
    lead: "No guardamos qué aparato ni qué dirección fue. Si duda de alguna, ciérrela.",
    this: "Esta",
    began: "Desde",
    lastSeen: "Último uso",
    ends: "Termina a más tardar",
    end: "Cerrar esta",
    endOthers: "Cerrar todas las demás",
    noOthers: "No tiene sesiones en ninguna otra parte.")
}

extension AccountPhrases {
  static let spanish = AccountPhrases(
    title: "Cuentas",
    lead: "Abra una para cambiar su función, restablecer su segundo factor o cerrarla.",
    name: "Nombre",
    role: "Función",
    state: "Estado",
    sample: "de muestra",
    disabled: "cerrada",
    neverSignedIn: "todavía no ha entrado",
    signedIn: "entró por última vez {}")
}
