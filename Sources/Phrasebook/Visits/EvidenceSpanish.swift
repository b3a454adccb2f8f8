internal import Records

extension EvidencePhrases {
  static let spanish = EvidencePhrases(
    title: "Archivos",
    lead:
      "Cada archivo se guarda tal como llegó, bajo llave, y solo su oficina puede abrirlo. El SHA-256 muestra que no se cambió.",
    none: "Todavía no hay archivos.",
    exhibit: "Anexo {}",
    add: "Agregar archivos",
    addLead:
      "Correos (.eml), PDF, fotos (JPEG, PNG, HEIC) y texto simple, hasta 25 MB cada uno, cinco a la vez. Nada de lo que hablaron abogado y cliente.",
    files: "Archivos",
    filesHint: "Las fotos conservan su lugar en el mapa solo en el original; una segunda copia lo omite.",
    what: "Qué es",
    whatHint: "Por ejemplo: foto del letrero en la puerta",
    maker: "Quién lo hizo",
    makerHint: "Déjelo vacío si no lo sabe.",
    day: "Día en que se hizo",
    time: "Hora en que se hizo",
    grade: "Prueba",
    submit: "Agregar",
    pasteTitle: "Pegar un correo",
    pasteLead: "Una respuesta que no puede guardar como archivo. Si puede guardarla como .eml, prueba más.",
    mail: "El texto del correo",
    mailHint: "Con sus líneas De, Fecha y Asunto, si las tiene.",
    pasteSubmit: "Guardar el correo",
    kinds: Words {
      switch $0 {
      case .mail: "Correo"
      case .pdf: "Documento PDF"
      case .jpeg, .png, .heic: "Foto"
      case .text: "Texto"
      }
    },
    ways: Words {
      switch $0 {
      case .uploaded: "subido"
      case .pasted: "pegado"
      case .mailed: "llegó por correo"
      }
    },
    size: "{1}, {2}",
    added: "Agregado por {1}, {2}",
    arrived: "Llegó por correo, {}",
    madeBy: "Hecho por {}",
    madeAt: "Hecho: {}",
    sha: "SHA-256 del original: {}",
    shaOfCopy: "SHA-256 de la copia: {}",
    fileName: "Nombre del archivo: {}",
    saysTaken: "El archivo dice que la foto se tomó a las {}.",
    saysPlace: "El archivo indicaba un lugar en el mapa; la copia no.",
    pages: Plural(one: "{} página", other: "{} páginas"),
    saysFrom: "El correo dice que es de: {}",
    saysDate: "El correo dice que su fecha es: {}",
    saysSubject: "El correo dice que su asunto es: {}",
    saysMessage: "El correo dice que su Message-ID es: {}",
    attachments: Plural(one: "{} adjunto", other: "{} adjuntos"),
    locked: "Lo que se dijo de este archivo no puede abrirse sin la llave del servicio. Avise al operador.",
    openOriginal: "Abrir el original",
    openClean: "Abrir la copia sin lugar",
    openText: "Abrir el texto",
    openHint: "Cada apertura queda anotada.",
    withdraw: "Retirar este archivo",
    withdrawWhy: "Por qué (el archivo se queda, marcado)",
    withdrawSubmit: "Retirar",
    withdrawn: "Retirado por {1}, {2}",
    reason: "Motivo: {}",
    mailCame: "Llegó un correo; está entre los archivos. Anote lo que dice como una entrada aparte.",
    refusedTitle: "No se aceptaron todos los archivos",
    taken: Plural(one: "Se aceptó {} archivo.", other: "Se aceptaron {} archivos."),
    refusals: Words {
      switch $0 {
      case .tooLarge: "Pesa más de 25 MB."
      case .empty: "No contiene nada."
      case .unknownType:
        "No es de las clases que se aceptan: correo (.eml), PDF, JPEG, PNG, HEIC, texto simple."
      case .broken: "No se pudo leer: está dañado, tiene contraseña o tarda demasiado."
      case .noSandbox:
        "Esta instalación no puede revisar archivos con seguridad ahora, así que no acepta ninguno. Avise al operador: «paradero doctor» dice qué falta."
      case .busy: "Se están revisando demasiados archivos. Vuelva a intentarlo en un minuto."
      case .noKey:
        "Esta instalación no tiene una llave para guardar archivos, así que no acepta ninguno. Avise al operador."
      case .alreadyThere: "El mismo archivo ya está aquí."
      }
    },
    chooseAgain: "Vuelva a elegir los archivos: el navegador no los conserva.")
}
