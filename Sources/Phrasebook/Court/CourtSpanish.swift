extension CourtPhrases {
  static let spanish = CourtPhrases(report: .spanish, bundle: .spanish, checkpoints: .spanish)
}

extension ReportPhrases {
  static let spanish = ReportPhrases(
    title: "Informe sobre el acceso a abogados",
    period: "Del {1} al {2}, ambos incluidos, según el reloj de cada lugar.",
    everyPlace: "Todos los lugares.",
    contents: "Qué contiene este informe",
    findingsByRule: "Hallazgos por regla",
    findingsByAuthority: "Hallazgos por autoridad",
    findingsLead:
      "Un indicio dice lo que se sigue de lo comunicado. Solo es un hallazgo cuando alguien lo confirmó; lo que se señala como incumplimiento de una orden necesita dos personas.",
    incidents: "Todos los incidentes revisados",
    incidentsLead:
      "Aquí está todo lo que se decidió, también cuando no se confirmó. Varios hallazgos de un mismo incidente llevan un solo número.",
    indexLead:
      "Son demasiados para imprimirlos enteros. Aquí están sus números por lugar, disposición, decisión y día; lo que se anotó de cada uno está en la tabla de todos los incidentes revisados, que es un archivo aparte. Con un solo lugar o menos días, el informe los trae enteros.",
    noIncidents: "Nadie ha decidido nada en este período.",
    incident: "N.º",
    placeAndDay: "Lugar y día",
    term: "Disposición",
    decision: "Decisión",
    words: "Lo que se anotó",
    decisions: (
      upheld: "Confirmado", notUpheld: "No confirmado", unclear: "Sin claridad",
      second: "Confirmado por una persona; falta una segunda", differ: "Quienes revisan no están de acuerdo"
    ),
    decidedOn: "{1}, {2}",
    reviewers: Plural(one: "{} persona", other: "{} personas"),
    notCompared: "Nadie ha comparado el texto de esta regla con el documento: a lo sumo, posible.",
    grade: "Prueba: {}",
    attorney: "Abogado {}",
    removed: "Se quitó: {}",
    redactionTitle: "Qué se quitó, y por qué",
    redaction: [
      "Se quitaron de las anotaciones nombres, números A, números de Seguro Social y de cuentas, fechas de nacimiento, domicilios, teléfonos y correos electrónicos (regla federal 5.2 de procedimiento civil y 49.1 de procedimiento penal, y más de lo que piden).",
      "Se quitaron antes de hacer este documento, no se taparon: sus bytes no los contienen. Una marca indica dónde había algo, y de qué tipo era.",
      "Los abogados llevan seudónimos, los mismos en todo el informe. Lo que dijeron los funcionarios en su cargo se conserva.",
    ],
    reading:
      "Léalo con cuidado: no es una muestra al azar, no abarca lo que nadie comunicó, y este programa no dice lo que diría un tribunal.",
    invented: "INVENTADO, PARA PRACTICAR",
    pdf: "Como informe para imprimir (PDF)",
    incidentsTable: "Todos los incidentes revisados, sin datos personales (CSV)",
    noPrint:
      "Ahora no se puede hacer ningún PDF. Use las tablas, pida un solo lugar o menos días, o inténtelo de nuevo en unos minutos."
  )
}

extension BundlePhrases {
  static let spanish = BundlePhrases(
    title: "Hacer un expediente de pruebas",
    lead:
      "Un solo archivo con las pruebas sobre un lugar, una orden o unas solicitudes, que la otra parte puede comprobar sin confiar en nadie.",
    holds: [
      "Contiene borradores de declaraciones, cronologías, archivos de prueba, los días de un lugar (también aquellos en que se cumplió), los hallazgos con lo que se decidió, las versiones de las reglas y asientos del registro de auditoría.",
      "También contiene lo que habla en contra: disposiciones cumplidas y hallazgos no confirmados.",
      "Los nombres, las horas exactas y los archivos solo figuran en las solicitudes que usted abrió para revisarlas. Las demás llevan seudónimos y franjas de dos horas.",
      "Quedan fuera los hallazgos basados en reglas cuyo texto nadie ha comparado, y las razones de quienes revisan.",
    ],
    about: "De qué trata",
    subjects: (place: "Un lugar", order: "Una orden", requests: "Solicitudes que abrí"),
    which: "Cuál",
    whichHint: "El código del lugar, el número del expediente judicial, o las referencias separadas por espacios.",
    from: "Primer día",
    until: "Último día",
    dayHint: "Por ejemplo, 2026-11-30.",
    reason: "Para qué lo hace",
    reasonHint: "Queda en el registro de auditoría y no figura en el expediente.",
    make: "Hacer el expediente",
    verify: "Cómo comprobar uno con herramientas comunes",
    faults: (
      which: "Diga qué lugar, orden o solicitudes.",
      days: "No se entendieron los días, o el primero es posterior al último.",
      reason: "Dé una razón de 3 a 500 caracteres.",
      place: "No hay ningún lugar con este código, o no se conoce su zona horaria.",
      order: "Ninguna regla menciona este número de expediente judicial.",
      request: "Usted no ha abierto una de estas solicitudes para revisarla, o no existe esa referencia.",
      nothing: "No se comunicó nada sobre estos días.",
      key: "Esta instalación no tiene clave para abrir archivos o para firmar."
    ))
}

extension CheckpointPhrases {
  static let spanish = CheckpointPhrases(
    title: "Puntos de control de la auditoría",
    homeText: "Guarde líneas firmadas que muestran después si alguien cambió el registro de auditoría.",
    lead:
      "Cada línea dice dónde terminaba el registro de auditoría en un momento, firmada con una clave que no está en la base de datos. Guarde copias lejos de aquí.",
    how: [
      "Con lo que usted guardó, «paradero audit verify» encuentra lo que después se cambió, se quitó, se reordenó o se cortó, incluso por alguien que puede hacer todo en la base de datos, y dice entre qué dos líneas.",
      "Las líneas no dicen nada de nadie; solo cuántos asientos hay.",
    ],
    key: "Clave pública de esta instalación",
    keyHint: "Anótela y compárela por otro medio, por ejemplo por teléfono.",
    noKey: "Esta instalación todavía no tiene clave para firmar.",
    newest: "Las líneas más nuevas",
    none: "Todavía no se ha hecho ningún punto de control.",
    download: "Todas las líneas, como archivo de texto")
}
