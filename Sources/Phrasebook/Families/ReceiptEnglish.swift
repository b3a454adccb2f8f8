extension ReceiptPhrases {
  static let english = ReceiptPhrases(
    offer: ReceiptOfferPhrases(
      title: "Let us keep looking",
      text:
        "We can compare what you typed with every new report for 90 days. You need no account: you get a receipt of eight words, and you can ask for a call.",
      kept:
        "If you follow this search, what you typed is kept until you delete it, or until 90 days after you last open it. If you do not, nothing is kept.",
      follow: "Follow this search",
      haveOne: "I already have a receipt"),
    shown: ReceiptShownPhrases(
      title: "Your receipt",
      lead: "These eight words open your search again. They are shown only now: we cannot tell them to you later.",
      words: "Your eight words",
      or: "Or, shorter, with the same meaning",
      how: [
        "Write them down, print this page, or copy them to a place that only you see.",
        "Anyone who has them can see that you follow a search and can delete it. They cannot see whom you look for.",
        "To come back, open “I have a receipt” on the search page.",
      ],
      lost: "If you lose the receipt, nobody can open the search any more. It is deleted after 90 days.",
      keep: "I have kept it",
      keepHint: "Go on only when you have the words in a safe place.",
      skip: "I do not want to keep a receipt: call me instead",
      skipText: "A person calls you during our hours. You need no words for that.",
      print: "This page can be printed with your browser’s menu."),
    door: ReceiptDoorPhrases(
      title: "I have a receipt",
      lead: "Type or paste your receipt, and see whether there is news.",
      field: "Receipt",
      hint: "Eight words, or 18 letters and digits. Capital letters, accents and spaces do not matter.",
      submit: "Open my search",
      mistyped: "This is not a receipt. Check that all eight words, or all 18 letters and digits, are there.",
      unknown: "No search is kept for this receipt. It may have ended after 90 days, or a word may be another.",
      deleted: "The search of this receipt was deleted, with everything in it.",
      tooMany: Plural(
        one: "Too many receipts are being opened right now. Please try again in {} second.",
        other: "Too many receipts are being opened right now. Please try again in {} seconds."),
      expiredForm: "This form was open for too long. Nothing was changed. Please open your search again."),
    open: OpenedSearchPhrases(
      title: "Your search",
      lead: "To protect you, this page does not show whom you look for.",
      notKept: "You have not told us yet that you kept your receipt. Without it you cannot come back.",
      since: "Followed since",
      lives: "Kept until",
      livesText: "Opening this page lets it live on for 90 days.",
      news: "Is there news?",
      nothingYet: "There is nothing that we can tell you here yet.",
      personLooks:
        "That may change any day. If you ask for a call, a person looks at your search. They may know more than this page can say.",
      found: "There is news",
      foundText: "A record fits what you know. It is shown below.",
      showFound: "Show what was found",
      notes: Plural(one: "You told us {} more thing.", other: "You told us {} more things."),
      addTitle: "Add what you have learned",
      addText:
        "An exact birth date, the country, an A-Number or the day of the arrest helps most. Leave the rest empty.",
      addSubmit: "Add this",
      added: "Added. Your search is being compared with all records again.",
      noteTitle: "Tell us something in your own words",
      noteHint:
        "It is sealed at once. Only a person who calls you can have it opened. At most 1,000 characters.",
      noteSubmit: "Send this",
      noted: "Sealed and kept.",
      noRoom: "There is no room for more. You can still tell the person who calls you.",
      deleteTitle: "Delete everything",
      deleteText:
        "This deletes your search, what was found for it, and how to reach you, at once and for good. Your receipt opens nothing any more.",
      delete: "Delete everything now",
      deleted: "Everything is deleted",
      deletedText: "Your search and how to reach you are gone. You can destroy your receipt.",
      renewed: "Your search lives on.",
      close: "Close this page"),
    contact: FamilyContactPhrases(
      title: "How we may reach you",
      sealed:
        "What you write here is sealed. This website cannot open it. A person who calls you has it opened for that call, and that is written down.",
      nothing: "Not at all. I will come back with my receipt.",
      mail: "By email, when there is news that I can see here",
      mailHint:
        "The message only says that there is news. It goes out once a day, never at the moment something happens.",
      call: "A person calls me",
      callHint: "Also when this page may not tell you anything.",
      reach: "Email address or phone number",
      reachHint: "For a call, with the area code.",
      phone: "Phone number",
      note: "What the person who calls should know",
      noteHint: "Your language, a good time, whether it is safe to leave a message. You can leave this empty.",
      submit: "Save this",
      saved: "Saved and sealed.",
      wantsNothing: "We do not contact you.",
      wantsMail: "We write to you when there is news.",
      wantsCall: "A person calls you by {}.",
      hours: "We call {1}, {2} to {3}.",
      days: "{1} to {2}",
      called:
        "Whoever calls says the word “Paradero”, never asks for money, and never asks for your receipt or your immigration status.",
      missing: "Please type an email address or a phone number.",
      notAnAddress: "This is not an email address. It should look like name@example.org.",
      notANumber: "This is not a phone number. Please type all its digits, with the area code.",
      tooLong: Plural(
        one: "This is too long: at most {} character fits.", other: "This is too long: at most {} characters fit.")),
    mail: NewsMailPhrases(
      subject: "There is news",
      text:
        """
        There is news about the search that you follow.

        To see it, open this page and type your receipt:
        {}

        This message does not say more, to protect you. You cannot answer it.
        """))
}
