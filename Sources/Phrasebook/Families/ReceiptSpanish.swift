extension ReceiptPhrases {
  static let spanish = ReceiptPhrases(
    offer: ReceiptOfferPhrases(
      title: "Podemos seguir buscando",
      text:
        "Podemos comparar lo que usted escribió con cada reporte nuevo durante 90 días. No necesita una cuenta: recibe un comprobante de ocho palabras y puede pedir que le llamen.",
      kept:
        "Si usted sigue esta búsqueda, lo que escribió se guarda hasta que usted lo borre, o hasta 90 días después de la última vez que la abra. Si no la sigue, no se guarda nada.",
      follow: "Seguir esta búsqueda",
      haveOne: "Ya tengo un comprobante"),
    shown: ReceiptShownPhrases(
      title: "Su comprobante",
      lead:
        "Estas ocho palabras abren de nuevo su búsqueda. Solo se muestran ahora: después no podemos decírselas.",
      words: "Sus ocho palabras",
      or: "O, más corto, con el mismo significado",
      how: [
        "Anótelas, imprima esta página o cópielas en un lugar que solo usted vea.",
        "Quien las tenga puede ver que usted sigue una búsqueda y puede borrarla. No puede ver a quién busca.",
        "Para volver, abra «Tengo un comprobante» en la página de búsqueda.",
      ],
      lost:
        "Si pierde el comprobante, nadie puede volver a abrir la búsqueda. Se borra después de 90 días.",
      keep: "Ya lo guardé",
      keepHint: "Siga solo cuando tenga las palabras en un lugar seguro.",
      skip: "No quiero guardar un comprobante: prefiero que me llamen",
      skipText: "Una persona le llama en nuestro horario. Para eso no necesita palabras.",
      print: "Puede imprimir esta página con el menú de su navegador."),
    door: ReceiptDoorPhrases(
      title: "Tengo un comprobante",
      lead: "Escriba o pegue su comprobante y vea si hay novedades.",
      field: "Comprobante",
      hint: "Ocho palabras, o 18 letras y números. No importan las mayúsculas, los acentos ni los espacios.",
      submit: "Abrir mi búsqueda",
      mistyped:
        "Esto no es un comprobante. Revise que estén las ocho palabras, o las 18 letras y números.",
      unknown:
        "No hay ninguna búsqueda guardada con este comprobante. Puede haber terminado después de 90 días, o alguna palabra puede ser otra.",
      deleted: "La búsqueda de este comprobante se borró, con todo lo que contenía.",
      tooMany: Plural(
        one: "En este momento se están abriendo demasiados comprobantes. Intente de nuevo en {} segundo.",
        other: "En este momento se están abriendo demasiados comprobantes. Intente de nuevo en {} segundos."),
      expiredForm:
        "Este formulario estuvo abierto demasiado tiempo. No se cambió nada. Por favor, abra de nuevo su búsqueda."),
    open: OpenedSearchPhrases(
      title: "Su búsqueda",
      lead: "Para protegerle, esta página no muestra a quién busca usted.",
      notKept: "Todavía no nos ha dicho que guardó su comprobante. Sin él no puede volver.",
      since: "La sigue desde",
      lives: "Se guarda hasta",
      livesText: "Al abrir esta página, se guarda otros 90 días.",
      news: "¿Hay novedades?",
      nothingYet: "Todavía no hay nada que podamos decirle aquí.",
      personLooks:
        "Eso puede cambiar cualquier día. Si pide que le llamen, una persona revisa su búsqueda. Puede saber más de lo que esta página puede decir.",
      found: "Hay novedades",
      foundText: "Un registro corresponde a lo que usted sabe. Se muestra abajo.",
      showFound: "Mostrar lo que se encontró",
      notes: Plural(one: "Usted nos contó {} cosa más.", other: "Usted nos contó {} cosas más."),
      addTitle: "Agregue lo que ha averiguado",
      addText:
        "Lo que más ayuda es la fecha exacta de nacimiento, el país, el número A o el día del arresto. Deje lo demás en blanco.",
      addSubmit: "Agregar esto",
      added: "Agregado. Su búsqueda se está comparando otra vez con todos los registros.",
      noteTitle: "Cuéntenos algo con sus propias palabras",
      noteHint:
        "Se sella de inmediato. Solo se abre para la persona que le llame. Como máximo, 1,000 caracteres.",
      noteSubmit: "Enviar esto",
      noted: "Quedó sellado y guardado.",
      noRoom: "Ya no cabe más. Puede contárselo a la persona que le llame.",
      deleteTitle: "Borrar todo",
      deleteText:
        "Se borran su búsqueda, lo que se encontró y la forma de comunicarnos con usted, de inmediato y para siempre. Su comprobante ya no abrirá nada.",
      delete: "Borrar todo ahora",
      deleted: "Todo está borrado",
      deletedText:
        "Su búsqueda y la forma de comunicarnos con usted ya no existen. Puede destruir su comprobante.",
      renewed: "Su búsqueda sigue guardada.",
      close: "Cerrar esta página"),
    contact: FamilyContactPhrases(
      title: "Cómo podemos comunicarnos con usted",
      sealed:
        "Lo que escriba aquí queda sellado. Este sitio no puede abrirlo. Se abre solo para la persona que le llama, para esa llamada, y eso queda anotado.",
      nothing: "De ninguna forma. Volveré con mi comprobante.",
      mail: "Por correo electrónico, cuando haya novedades que puedo ver aquí",
      mailHint:
        "El mensaje solo dice que hay novedades. Sale una vez al día, nunca en el momento en que algo pasa.",
      call: "Que una persona me llame",
      callHint: "También cuando esta página no puede decirle nada.",
      reach: "Correo electrónico o número de teléfono",
      reachHint: "Para una llamada, con el código de área.",
      phone: "Número de teléfono",
      note: "Qué debe saber la persona que le llame",
      noteHint:
        "Su idioma, una buena hora, si es seguro dejar un mensaje. Puede dejarlo en blanco.",
      submit: "Guardar esto",
      saved: "Quedó guardado y sellado.",
      wantsNothing: "No nos comunicamos con usted.",
      wantsMail: "Le escribimos cuando haya novedades.",
      wantsCall: "Una persona le llama a más tardar el {}.",
      hours: "Llamamos {1}, de {2} a {3}.",
      days: "de {1} a {2}",
      called:
        "Quien le llame dice la palabra «Paradero», nunca pide dinero y nunca pregunta por su comprobante ni por su situación migratoria.",
      missing: "Por favor, escriba un correo electrónico o un número de teléfono.",
      notAnAddress: "Esto no es un correo electrónico. Debe verse así: nombre@example.org.",
      notANumber:
        "Esto no es un número de teléfono. Por favor, escriba todos los números, con el código de área.",
      tooLong: Plural(
        one: "Es demasiado largo: cabe como máximo {} carácter.",
        other: "Es demasiado largo: caben como máximo {} caracteres.")),
    mail: NewsMailPhrases(
      subject: "Hay novedades",
      text:
        """
        Hay novedades sobre la búsqueda que usted sigue.

        Para verlas, abra esta página y escriba su comprobante:
        {}

        Para protegerle, este mensaje no dice más. No se puede responder.
        """))
}
