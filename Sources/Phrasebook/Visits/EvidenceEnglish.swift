internal import Records

extension EvidencePhrases {
  static let english = EvidencePhrases(
    title: "Files",
    lead:
      "Each file is kept as it came, locked, and only your office can open it. The SHA-256 shows that it was not changed.",
    none: "No file yet.",
    exhibit: "Exhibit {}",
    add: "Add files",
    addLead:
      "E-mails (.eml), PDF, photos (JPEG, PNG, HEIC) and plain text, up to 25 MB each, five at once. Nothing of what lawyer and client spoke of.",
    files: "Files",
    filesHint: "Photos keep their place on the map in the original alone; a second copy leaves it out.",
    what: "What it is",
    whatHint: "For example: photo of the sign at the door",
    maker: "Who made it",
    makerHint: "Leave it empty if you do not know.",
    day: "Day it was made",
    time: "Time it was made",
    grade: "Evidence",
    submit: "Add",
    pasteTitle: "Paste an e-mail",
    pasteLead: "A reply that you cannot save as a file. If you can save it as .eml, that proves more.",
    mail: "The e-mail’s text",
    mailHint: "With its lines From, Date and Subject, if you have them.",
    pasteSubmit: "Keep the e-mail",
    kinds: Words {
      switch $0 {
      case .mail: "E-mail"
      case .pdf: "PDF"
      case .jpeg, .png, .heic: "Photo"
      case .text: "Text"
      }
    },
    ways: Words {
      switch $0 {
      case .uploaded: "uploaded"
      case .pasted: "pasted"
      case .mailed: "came by mail"
      }
    },
    size: "{1}, {2}",
    added: "Added by {1}, {2}",
    arrived: "Came by mail, {}",
    madeBy: "Made by {}",
    madeAt: "Made: {}",
    sha: "SHA-256 of the original: {}",
    shaOfCopy: "SHA-256 of the copy: {}",
    fileName: "Name of the file: {}",
    saysTaken: "The file says that the photo was taken at {}.",
    saysPlace: "The file named a place on the map; the copy does not.",
    pages: Plural(one: "{} page", other: "{} pages"),
    saysFrom: "The e-mail says it is from: {}",
    saysDate: "The e-mail says its date is: {}",
    saysSubject: "The e-mail says its subject is: {}",
    saysMessage: "The e-mail says its Message-ID is: {}",
    attachments: Plural(one: "{} attachment", other: "{} attachments"),
    locked: "What was said of this file cannot be opened without the key of the service. Tell the operator.",
    openOriginal: "Open the original",
    openClean: "Open the copy without place",
    openText: "Open the text",
    openHint: "Each opening is written down.",
    withdraw: "Withdraw this file",
    withdrawWhy: "Why (the file stays, marked)",
    withdrawSubmit: "Withdraw",
    withdrawn: "Withdrawn by {1}, {2}",
    reason: "Reason: {}",
    mailCame: "An e-mail came; it is among the files. Note what it says as an entry of its own.",
    refusedTitle: "Not every file was taken",
    taken: Plural(one: "{} file was taken.", other: "{} files were taken."),
    refusals: Words {
      switch $0 {
      case .tooLarge: "It is larger than 25 MB."
      case .empty: "There is nothing in it."
      case .unknownType:
        "It is none of the kinds that are taken: e-mail (.eml), PDF, JPEG, PNG, HEIC, plain text."
      case .broken: "It could not be read: it is damaged, locked with a password, or takes too long."
      case .noSandbox:
        "This installation cannot look at files safely now, so it takes none. Tell the operator: “paradero doctor” says what is missing."
      case .busy: "Too many files are being looked at. Please try again in a minute."
      case .noKey: "This installation has no key to lock files with, so it takes none. Tell the operator."
      case .alreadyThere: "The same file is here already."
      }
    },
    chooseAgain: "Please choose the files again: a browser does not keep them.")
}
