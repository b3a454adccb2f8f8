extension SignInPhrases {
  static let spanish = SignInPhrases(
    title: "Entrar",
    lead: "Es para quienes trabajan en este servicio y tienen una cuenta.",
    forFamilies: "Si busca a alguien, no necesita cuenta: vaya a la búsqueda.",
    name: "Nombre de la cuenta",
    password: "Contraseña",
    submit: "Continuar",
    refused: "El nombre y la contraseña no coinciden, o la cuenta está cerrada.",
    busy: "Muchas personas están entrando en este momento. Por favor intente de nuevo en unos segundos.",
    tooMany: Plural(
      one: "Hubo demasiados intentos. Por favor intente de nuevo en {} segundo.",
      other: "Hubo demasiados intentos. Por favor intente de nuevo en {} segundos."),
    ended:
      "Su sesión terminó. Eso pasa después de 15 minutos sin uso (en oficinas legales: 4 horas), o 12 horas después de entrar.",
    signedOut: "Usted cerró la sesión.",
    help:
      "Si perdió su teléfono u olvidó su contraseña, pida un código de un solo uso a quien administra esta instalación.",
    haveCode: "Me dieron un código de un solo uso",
    startOver: "Empezar de nuevo",
    askForAccount: "Soy abogada o abogado y quisiera una cuenta",
    codeTitle: "Usar un código de un solo uso",
    codeLead:
      "Con el código de quien administra usted elige una contraseña y configura su segundo factor. Necesita un teléfono o una computadora con una aplicación de autenticación.",
    code: "Código de un solo uso",
    codeHint:
      "Por ejemplo K7M2-9DPT-4H0W-R5CZ-8Q3X-7B. Puede pegarlo. No importan mayúsculas o minúsculas, espacios ni guiones.",
    mistyped: "Falta o está mal un carácter de este código. Compárelo con el código que le dieron.",
    codeRefused:
      "Este código no le deja entrar. Puede que ya se haya usado, que tenga más de 24 horas o que otro más nuevo lo reemplace.",
    factorTitle: "Segundo paso",
    factorLead: "Abra su aplicación de autenticación y copie los seis dígitos que muestra para este servicio.",
    factorCode: "Seis dígitos de la aplicación",
    factorHint: "Puede pegarlos. Cambian cada 30 segundos y cada código sirve una sola vez.",
    noPhone: "No tengo mi teléfono",
    recoveryCode: "Uno de sus códigos de recuperación",
    recoveryHint: "Los imprimió o anotó cuando configuró la aplicación. Cada uno sirve una sola vez.",
    factorSubmit: "Entrar",
    factorMistyped: "Eso no son seis dígitos ni un código de recuperación completo. Por favor compárelo.",
    factorRefused:
      "Este código no sirve. Espere el siguiente: cada uno sirve una vez y por poco tiempo. Si pasa otra vez, ponga en automático la hora de su teléfono.",
    begunEnded: "El primer paso fue hace demasiado tiempo o en otro navegador. Por favor comience de nuevo.",
    recoveryLeft: Plural(
      one: "Usó un código de recuperación. Queda {}; haga otros nuevos en la página de su cuenta.",
      other:
        "Usó un código de recuperación. Quedan {}; haga otros nuevos en la página de su cuenta antes de que se acaben."),
    againTitle: "Por favor confirme que es usted",
    againLead:
      "Lo que pidió necesita que haya entrado hace no más de diez minutos. Todavía no se hizo nada. Después vuelve a su página.",
    againSubmit: "Confirmar",
    againRefused: "La contraseña y el código no coinciden, o el código ya se usó.")
}

extension SetUpPhrases {
  static let spanish = SetUpPhrases(
    passwordTitle: "Elija una contraseña",
    passwordLead: "Es para la cuenta {}. Cuanto más larga la contraseña, mejor; no se le pide nada más.",
    newPassword: "Contraseña nueva",
    passwordHint:
      "Al menos 15 caracteres, de cualquier tipo: cuatro o cinco palabras que no van juntas son una buena idea. Un gestor de contraseñas puede crearla y pegarla.",
    repeatPassword: "La misma contraseña otra vez",
    passwordSubmit: "Continuar",
    tooShort: "Por favor use al menos 15 caracteres.",
    tooLong: "Por favor use como máximo 128 caracteres.",
    common:
      "Esta contraseña se adivina pronto: es común, se repite o está hecha de una o dos palabras comunes. Por favor elija otra.",
    notRepeated: "Las dos contraseñas no son iguales.",
    appTitle: "Configure su aplicación de autenticación",
    appLead:
      "La aplicación muestra seis dígitos que cambian cada 30 segundos. Con ellos no entra nadie que solo conozca su contraseña.",
    appScan: "En la aplicación, elija agregar una cuenta y escanee esta imagen:",
    appPicture: "Código QR con la clave que aparece abajo como texto",
    appType: "O copie esta clave en la aplicación:",
    appLink: "Abrir la aplicación en este aparato",
    appCode: "Los seis dígitos que la aplicación muestra ahora",
    appSubmit: "Terminar",
    appMistyped: "Por favor copie los seis dígitos que muestra la aplicación.",
    appRefused:
      "Estos dígitos no corresponden a esta clave. Espere los siguientes; si no ayuda, ponga en automático la hora de su teléfono.",
    ended:
      "Este código de un solo uso ya se usó o se reemplazó, o pasó más de una hora. Por favor comience de nuevo, o pida un código nuevo a quien administra.",
    recoveryTitle: "Guarde sus códigos de recuperación",
    recoveryLead:
      "Si pierde su teléfono o se le descompone, cada uno de estos le deja entrar una vez en lugar de la aplicación. Solo se muestran ahora. Imprímalos o cópielos a mano, y guárdelos lejos de su teléfono.",
    recoveryFor: "Códigos de recuperación de la cuenta {}",
    recoveryDone: "Ya los guardé: continuar")
}

extension OwnAccountPhrases {
  static let spanish = OwnAccountPhrases(
    title: "Su cuenta",
    homeText: "Cambiar su contraseña o su teléfono, hacer códigos de recuperación nuevos.",
    passwordSet: "Contraseña puesta",
    appSince: "Aplicación de autenticación desde",
    recoveryLeft: "Códigos de recuperación que quedan",
    changeTitle: "Cambiar la contraseña",
    changeText: "Con eso se cierran sus sesiones en todas las demás partes.",
    changeSubmit: "Cambiar la contraseña",
    changed: "La contraseña está cambiada.",
    recoveryTitle: "Códigos de recuperación nuevos",
    recoveryText: "Los anteriores dejan de servir.",
    recoverySubmit: "Hacer códigos nuevos",
    newPhone:
      "Configure la aplicación de autenticación en otro teléfono. El anterior deja de servir y sus sesiones se cierran en todas las demás partes. Si ya no puede entrar, ni con un código de recuperación, pida ayuda a quien administra.",
    newPhoneTitle: "Otro teléfono",
    newPhoneBegin: "Configurar otro teléfono",
    newPhoneLead: "El teléfono anterior sirve hasta que el código del nuevo sea correcto.",
    newPhoneSubmit: "Usar este teléfono desde ahora",
    newPhoneBack: "Quedarse con el teléfono anterior")
}

extension TokenPhrases {
  static let spanish = TokenPhrases(
    title: "Claves para programas",
    lead:
      "Con una clave así un programa suyo puede consultar este servicio en su nombre, para lo que usted permita aquí y nada más. Quien tenga la clave puede lo mismo: no se la dé a nadie.",
    homeText: "Crear y retirar claves que los programas usan en su nombre.",
    none: "No tiene claves.",
    label: "Para qué es",
    labelHint: "Con sus palabras, por ejemplo: calendario de la oficina.",
    scopes: "Qué puede hacer",
    readVisits: "Leer las solicitudes de visita que usted ve",
    readCalendar: "Mostrar citas y plazos en un calendario, sin nombres",
    nameInCalendar: "Mostrarlos con los nombres de los clientes: solo en un calendario que nadie más vea",
    feedLead:
      "Para un calendario, suscríbase a esta dirección. Quien la conozca ve el calendario; retire aquí la clave para cerrarlo.",
    readAccounts: "Leer quién tiene cuenta",
    readArrests: "Leer cuántas personas fueron detenidas y dónde están",
    readFigures: "Leer cifras sobre las solicitudes de visita",
    days: "Cuánto dura",
    inDays: Plural(one: "{} día", other: "{} días"),
    make: "Crear una clave",
    madeTitle: "Su clave nueva",
    madeLead: "Solo se muestra ahora. Cópiela en su programa; va en el encabezado «Authorization: Bearer».",
    made: "Creada",
    ends: "Termina",
    lastUsed: "Último uso",
    neverUsed: "todavía no",
    revoke: "Retirar esta clave",
    revoked: "La clave está retirada.",
    noneForYou: "Su función no tiene nada que un programa pueda consultar.",
    noLabel: "Por favor escriba para qué es.",
    noScope: "Por favor elija qué puede hacer.",
    unknownTime: "Por favor elija cuánto dura.",
    tooMany: "Tiene diez claves. Retire primero una.")
}
