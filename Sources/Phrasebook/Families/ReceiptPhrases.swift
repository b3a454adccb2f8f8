/// Following a search with a receipt, for families.
package struct ReceiptPhrases: Sendable {
  package let offer: ReceiptOfferPhrases
  package let shown: ReceiptShownPhrases
  package let door: ReceiptDoorPhrases
  package let open: OpenedSearchPhrases
  package let contact: FamilyContactPhrases
  package let mail: NewsMailPhrases
}

/// On the page of a search that found nothing.
package struct ReceiptOfferPhrases: Sendable {
  package let title: String
  package let text: String
  package let kept: String
  package let follow: String
  package let haveOne: String
}

/// The page that shows the receipt, once.
package struct ReceiptShownPhrases: Sendable {
  package let title: String
  package let lead: String
  package let words: String
  package let or: String
  package let how: [String]
  package let lost: String
  package let keep: String
  package let keepHint: String
  package let skip: String
  package let skipText: String
  package let print: String
}

/// Where a receipt is typed.
package struct ReceiptDoorPhrases: Sendable {
  package let title: String
  package let lead: String
  package let field: String
  package let hint: String
  package let submit: String
  package let mistyped: String
  package let unknown: String
  package let deleted: String
  package let tooMany: Plural
  package let expiredForm: String
}

/// What a receipt opens.
package struct OpenedSearchPhrases: Sendable {
  package let title: String
  package let lead: String
  package let notKept: String
  package let since: String
  package let lives: String
  package let livesText: String
  package let news: String
  package let nothingYet: String
  package let personLooks: String
  package let found: String
  package let foundText: String
  package let showFound: String
  package let notes: Plural
  package let addTitle: String
  package let addText: String
  package let addSubmit: String
  package let added: String
  package let noteTitle: String
  package let noteHint: String
  package let noteSubmit: String
  package let noted: String
  package let noRoom: String
  package let deleteTitle: String
  package let deleteText: String
  package let delete: String
  package let deleted: String
  package let deletedText: String
  package let renewed: String
  package let close: String
}

/// How a family wants to hear.
package struct FamilyContactPhrases: Sendable {
  package let title: String
  package let sealed: String
  package let nothing: String
  package let mail: String
  package let mailHint: String
  package let call: String
  package let callHint: String
  package let reach: String
  package let reachHint: String
  package let phone: String
  package let note: String
  package let noteHint: String
  package let submit: String
  package let saved: String
  package let wantsNothing: String
  package let wantsMail: String
  package let wantsCall: OneBlank
  package let hours: ThreeBlanks
  package let days: TwoBlanks
  package let called: String
  package let missing: String
  package let notAnAddress: String
  package let notANumber: String
  package let tooLong: Plural
}

/// The message that there is news.
package struct NewsMailPhrases: Sendable {
  package let subject: String
  package let text: OneBlank
}
