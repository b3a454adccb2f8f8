internal import Records

extension VisitWordPhrases {
  static let spanish = VisitWordPhrases(
    states: Words {
      switch $0 {
      case .draft: "Escrita, sin enviar"
      case .submitted: "Enviada, sin respuesta"
      case .acknowledged: "Recibida por el centro"
      case .moreInfo: "El centro pidió más datos"
      case .scheduled: "Con cita"
      case .walkInApproved: "Dijeron: venga sin cita"
      case .denied: "Negada"
      case .waiting: "En la puerta, esperando"
      case .seated: "Adentro con la persona"
      case .completed: "La visita tuvo lugar"
      case .cutShort: "Cortaron la visita"
      case .refused: "Negada en la puerta"
      case .closed: "Cerrado a visitas"
      case .clientDeclined: "Dicen que la persona no quiso"
      case .clientMoved: "Dicen que la persona fue trasladada"
      case .leftUnseen: "Se fue sin que le dejaran entrar"
      case .withdrawn: "Retirada"
      case .escalated: "Llevada a un superior"
      case .remedied: "Corregida"
      case .sustained: "Mantuvieron la negativa"
      case .referred: "En manos de abogados"
      }
    },
    next: Words {
      switch $0 {
      case .draft: "Envíe la carta y anote cuándo y cómo la envió."
      case .submitted: "Espere la respuesta, o anote que no ha llegado. Si sigue así, llévelo a un superior."
      case .acknowledged: "Pida una cita y anote la respuesta."
      case .moreInfo: "Envíe lo que pidieron y anótelo."
      case .scheduled: "Vaya a la hora de la cita y anote su llegada en la puerta."
      case .walkInApproved: "Vaya en el horario para abogados y anote su llegada en la puerta."
      case .denied: "Pida la razón por escrito, llévelo a un superior y anote ambas cosas."
      case .waiting: "Anote el momento en que le dejan entrar, se niegan, o usted se va."
      case .seated: "Fíjese en la puerta y en el oficial. Cuando termine, anótelo."
      case .completed: "Anote si la sala era privada."
      case .cutShort: "Anote por qué, y llévelo a un superior."
      case .refused: "Anote las palabras, quién las dijo y quién más las oyó. Luego llévelo a un superior, o vuelva."
      case .closed: "Fotografíe el letrero, anote cualquier aviso y llévelo a un superior."
      case .clientDeclined: "Pida ver la negativa firmada por la propia persona, y anote si la hay."
      case .clientMoved: "Busque a la persona en el localizador, anote quién lo dijo y pregunte adónde."
      case .leftUnseen: "Anote por qué se fue y llévelo a un superior, o vuelva."
      case .withdrawn: "Nada más por hacer."
      case .escalated: "Anote la respuesta: corregida, o negativa mantenida."
      case .remedied: "Nada más por hacer."
      case .sustained: "Páselo a abogados y anótelo."
      case .referred: "Lo llevan abogados."
      }
    },
    kinds: Words {
      switch $0 {
      case .submitted: "Solicitud enviada"
      case .delivered: "Entrega probada"
      case .acknowledged: "Recibo confirmado"
      case .moreInfo: "El centro pidió más datos"
      case .scheduled: "Dieron cita"
      case .walkInApproved: "Dijeron que viniera sin cita"
      case .denied: "Solicitud negada"
      case .noAnswer: "Sin respuesta hasta ahora"
      case .withdrawn: "Solicitud retirada"
      case .arrived: "Llegada a la puerta"
      case .letIn: "Dejaron entrar"
      case .refused: "Negativa en la puerta"
      case .left: "Salida"
      case .completed: "Terminó la visita"
      case .cutShort: "Cortaron la visita"
      case .closed: "Estaba cerrado"
      case .clientDeclined: "Dijeron que la persona no quiso"
      case .clientMoved: "Dijeron que la persona fue trasladada"
      case .roomObserved: "Sala observada"
      case .demanded: "Exigieron algo"
      case .attempted: "Intento de comunicarse con el centro"
      case .entryRuleFailed: "La visita no cumplía una regla de entrada publicada"
      case .wrongLocation: "La persona nunca estuvo ahí"
      case .emergency: "Emergencia en el lugar"
      case .g28Filed: "G-28 presentado"
      case .note: "Nota"
      case .escalated: "Llevada a un superior"
      case .remedied: "Corregida"
      case .sustained: "Mantuvieron la negativa"
      case .referred: "Pasada a abogados"
      case .reviewed: "Revisada por otra persona"
      case .takenBack: "Anotación retirada"
      }
    },
    roles: Words {
      switch $0 {
      case .attorney: "Abogada o abogado"
      case .accreditedRepresentative: "Representante acreditado"
      case .legalAssistant: "Asistente legal"
      case .lawStudent: "Estudiante de derecho"
      case .interpreter: "Intérprete"
      }
    },
    ties: Words {
      switch $0 {
      case .retained: "Cliente que le contrató"
      case .prospective: "Posible cliente"
      case .expeditedRemoval: "Consulta en expulsión acelerada"
      case .other: "Otra cosa"
      }
    },
    g28: Words {
      switch $0 {
      case .none: "Todavía ninguno"
      case .unsigned: "Preparado, sin firma"
      case .signed: "Firmado"
      case .filed: "Presentado"
      }
    },
    modes: Words {
      switch $0 {
      case .contact: "En persona, con contacto"
      case .noContact: "En persona, sin contacto"
      case .video: "Por video"
      case .call: "Llamada con cita"
      case .documents: "Entrega de documentos"
      }
    },
    urgencies: Words {
      switch $0 {
      case .none: "Puede esperar"
      case .hearing: "Una audiencia"
      case .interview: "Una entrevista"
      case .removal: "Una expulsión"
      case .medical: "Salud"
      }
    },
    reasons: Words {
      switch $0 {
      case .noLegalVisits: "«Aquí no hay visitas legales»"
      case .closed: "«Está cerrado»"
      case .noRoom: "«No hay sala libre»"
      case .notScheduled: "«No tiene cita»"
      case .prospective: "«Todavía no es su cliente»"
      case .noG28: "«Falta el G-28»"
      case .identifier: "«Falta el número A u otro número»"
      case .role: "«Solo abogados»"
      case .identification: "Faltaba identificación"
      case .noContact: "«No hay visitas con contacto»"
      case .clientDeclined: "«La persona no quiere»"
      case .clientGone: "«La persona ya no está aquí»"
      case .count: "«Es hora de conteo»"
      case .meal: "«Es hora de comida»"
      case .timeLimit: "«Se acabó su tiempo»"
      case .security: "«Seguridad»"
      case .emergency: "«Hay una emergencia»"
      case .none: "No dieron razón"
      case .other: "Otra razón"
      }
    },
    demands: Words {
      switch $0 {
      case .g28: "Un formulario G-28"
      case .aNumber: "El número A"
      case .otherIdentifier: "Otro número o papel"
      }
    },
    channels: Words {
      switch $0 {
      case .inPerson: "En persona"
      case .phone: "Por teléfono"
      case .email: "Por correo electrónico"
      case .fax: "Por fax"
      case .webForm: "Formulario en un sitio web"
      case .eFile: "Sistema ERO eFile"
      case .videoPortal: "Portal de video"
      case .mail: "Por correo postal"
      }
    },
    grades: Words {
      switch $0 {
      case .a: "A: registro oficial, foto o correo de ese momento"
      case .b: "B: declaración firmada de primera mano"
      case .c: "C: primera mano, sin firma"
      case .d: "D: segunda mano"
      }
    },
    standings: Words {
      switch $0 {
      case .requester: "Usted, o alguien de su oficina"
      case .plaintiffsCounsel: "Abogados de los demandantes de una orden"
      case .detained: "La persona detenida"
      case .family: "Familia"
      case .official: "Un funcionario"
      case .observer: "Otra persona que lo vio"
      }
    },
    precisions: Words {
      switch $0 {
      case .minute: "Al minuto"
      case .quarter: "Con un cuarto de hora de margen"
      case .hour: "Con una hora de margen"
      case .day: "Solo el día"
      }
    },
    verdicts: Words {
      switch $0 {
      case .upheld: "El indicio se sostiene"
      case .notUpheld: "El indicio no se sostiene"
      case .unclear: "No queda claro"
      }
    })
}
