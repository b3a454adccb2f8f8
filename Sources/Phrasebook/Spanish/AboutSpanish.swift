extension AboutPhrases {
  static let spanish = AboutPhrases(
    title: "Información y privacidad",
    whatTitle: "Qué es esto",
    what: [
      "Paradero ayuda a las familias a encontrar a una persona detenida por inmigración en Estados Unidos.",
      "Compara lo que usted escribe con reportes de listas, líneas de ayuda, abogados y cortes, y acepta errores de escritura.",
      "Nunca dice que alguien no esté detenido. Solo dice si tiene un registro que puede corresponder.",
    ],
    practiceTitle: "Versión de práctica",
    practice:
      "En esta versión todas las personas son inventadas por un programa, y están marcadas así. Los lugares, los teléfonos y las cuentas de traslados son reales.",
    notKeptTitle: "Lo que no guardamos",
    notKept: [
      "Su búsqueda: se contesta y se olvida.",
      "Su dirección en internet, su teléfono o navegador, y las páginas que miró.",
      "Cookies que le sigan. Hay una sola cookie, para el idioma que eligió.",
    ],
    keptTitle: "Lo que guardamos",
    kept: [
      "Reportes sobre personas detenidas, cada uno con su fuente y su fecha, para que las familias las encuentren.",
      "Datos sobre lugares, que son públicos.",
    ],
    shownTitle: "Lo que mostramos",
    shown: [
      "El lugar, de cuándo es la información y cómo comunicarse.",
      "Nunca una fecha de nacimiento, un número A, parientes, salud, ni quién buscó.",
      "A nadie menor de 18 años.",
    ],
    noThirdTitle: "Sin terceros",
    noThird:
      "Estas páginas no cargan nada de otras empresas, no necesitan JavaScript y no envían su búsqueda a nadie.",
    sourcesTitle: "De dónde vienen los datos sobre lugares",
    sourcesText: "Leídos el {}. Los datos cambian; llame antes de viajar.",
    sourceFacilities: "Lista de lugares: Deportation Data Project",
    sourceStandards: "Inspecciones: estadísticas de detención de ICE del 9 de abril de 2026",
    sourceOffices: "Oficinas y salas de ICE: listas reunidas de ice.gov",
    sourceTransfers:
      "Traslados entre lugares, de noviembre de 2023 a febrero de 2025: registros del Deportation Data Project, contados por la ACLU",
    sourceMap: "Contorno del mapa: Oficina del Censo de Estados Unidos",
    lawTitle: "No es consejo legal",
    law: "No somos sus abogados. Si puede, pregunte a un abogado o a un representante acreditado.")
}
