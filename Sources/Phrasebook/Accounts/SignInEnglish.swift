extension SignInPhrases {
  static let english = SignInPhrases(
    title: "Sign in",
    lead: "This is for people who work for this service and have an account.",
    forFamilies: "If you are looking for someone, you need no account: go to the search.",
    name: "Account name",
    password: "Password",
    submit: "Go on",
    refused: "Name and password do not fit, or the account is closed.",
    busy: "Many people are signing in at this moment. Please try again in a few seconds.",
    tooMany: Plural(
      one: "There were too many attempts. Please try again in {} second.",
      other: "There were too many attempts. Please try again in {} seconds."),
    ended:
      "You are signed out. That happens after 15 minutes without use (in law offices: 4 hours), or 12 hours after signing in.",
    signedOut: "You have signed out.",
    help:
      "If you have lost your phone or forgotten your password, ask the operator of this installation for a one-time code.",
    haveCode: "I was given a one-time code",
    startOver: "Start over",
    askForAccount: "I am an attorney and would like an account",
    codeTitle: "Use a one-time code",
    codeLead:
      "With the code from an operator you set a password and your second factor. You need a phone or a computer with an authenticator app.",
    code: "One-time code",
    codeHint:
      "For example K7M2-9DPT-4H0W-R5CZ-8Q3X-7B. You can paste it. Capital or small letters, spaces and dashes make no difference.",
    mistyped: "A character of this code is wrong or missing. Compare it with the code that you were given.",
    codeRefused:
      "This code does not let you in. It may have been used, be older than 24 hours, or be replaced by a newer one.",
    factorTitle: "Second step",
    factorLead: "Open your authenticator app and copy the six digits that it shows for this service.",
    factorCode: "Six digits from the app",
    factorHint: "You can paste them. They change every 30 seconds, and each code works once.",
    noPhone: "I do not have my phone",
    recoveryCode: "One of your recovery codes",
    recoveryHint: "You printed or wrote them down when you set up the app. Each works once.",
    factorSubmit: "Sign in",
    factorMistyped: "That is neither six digits nor a whole recovery code. Please compare it.",
    factorRefused:
      "This code does not fit. Wait for the next one: each works once and for a short time. If it happens again, set your phone’s clock to automatic.",
    begunEnded: "The first step was too long ago, or in another browser. Please begin again.",
    recoveryLeft: Plural(
      one: "You used a recovery code. {} is left; make new ones on the page about your account.",
      other: "You used a recovery code. {} are left; make new ones on the page about your account before they are gone."
    ),
    againTitle: "Please show that it is you",
    againLead:
      "What you asked for needs a sign-in that is not older than ten minutes. Nothing was done yet. You come back to your page afterwards.",
    againSubmit: "Confirm",
    againRefused: "Password and code do not fit together, or the code was used already.")
}

extension SetUpPhrases {
  static let english = SetUpPhrases(
    passwordTitle: "Choose a password",
    passwordLead: "This is for the account {}. The longer the password, the better; nothing else is asked of it.",
    newPassword: "New password",
    passwordHint:
      "At least 15 characters, of any kind: four or five words that do not belong together are good. A password manager may make it and paste it.",
    repeatPassword: "The same password again",
    passwordSubmit: "Go on",
    tooShort: "Please take at least 15 characters.",
    tooLong: "Please take at most 128 characters.",
    common:
      "This password is one that is guessed early: it is common, repeats itself, or is made of one or two common words. Please take another.",
    notRepeated: "The two passwords are not the same.",
    appTitle: "Set up your authenticator app",
    appLead:
      "The app shows six digits that change every 30 seconds. With them nobody gets in who only knows your password.",
    appScan: "In the app, choose to add an account and scan this picture:",
    appPicture: "QR code with the key that stands below as text",
    appType: "Or copy this key into the app:",
    appLink: "Open the app on this device",
    appCode: "The six digits that the app shows now",
    appSubmit: "Finish",
    appMistyped: "Please copy the six digits that the app shows.",
    appRefused:
      "These digits do not fit this key. Wait for the next ones; if that does not help, set your phone’s clock to automatic.",
    ended:
      "This one-time code was used or replaced, or more than an hour has passed. Please begin again, or ask the operator for a new code.",
    recoveryTitle: "Keep your recovery codes",
    recoveryLead:
      "If your phone is lost or broken, each of these lets you in once instead of the app. They are shown only now. Print them or copy them by hand, and keep them away from your phone.",
    recoveryFor: "Recovery codes for the account {}",
    recoveryDone: "I have kept them: go on")
}

extension OwnAccountPhrases {
  static let english = OwnAccountPhrases(
    title: "Your account",
    homeText: "Change your password or your phone, make new recovery codes.",
    passwordSet: "Password set",
    appSince: "Authenticator app since",
    recoveryLeft: "Recovery codes left",
    changeTitle: "Change the password",
    changeText: "Every other place where you are signed in is signed out by it.",
    changeSubmit: "Change the password",
    changed: "The password is changed.",
    recoveryTitle: "New recovery codes",
    recoveryText: "The old ones are no good afterwards.",
    recoverySubmit: "Make new recovery codes",
    newPhone:
      "Set up the authenticator app on another phone. The old one is no good afterwards, and everywhere else you are signed out. If you can sign in no more, not even with a recovery code, ask an operator.",
    newPhoneTitle: "Another phone",
    newPhoneBegin: "Set up another phone",
    newPhoneLead: "The old phone stays good until the code of the new one is right.",
    newPhoneSubmit: "Use this phone from now on",
    newPhoneBack: "Keep the old phone")
}

extension TokenPhrases {
  static let english = TokenPhrases(
    title: "Keys for programs",
    lead:
      "With such a key a program of yours can ask this service in your name, for what you allow here and nothing more. Whoever has the key can do the same: give it to nobody.",
    homeText: "Make and take back keys that programs use in your name.",
    none: "You have no keys.",
    label: "What it is for",
    labelHint: "In your own words, for example: office calendar.",
    scopes: "What it may do",
    readVisits: "Read the visit requests that you see",
    readCalendar: "Show slots and deadlines in a calendar, without names",
    nameInCalendar: "Show them with the names of clients: only in a calendar that nobody else sees",
    feedLead:
      "For a calendar, subscribe to this address. Whoever knows it sees the calendar; take the key back here to close it.",
    readAccounts: "Read who has an account",
    readArrests: "Read how many people were arrested and are held",
    readFigures: "Read figures about requests for visits",
    days: "How long it lasts",
    inDays: Plural(one: "{} day", other: "{} days"),
    make: "Make a key",
    madeTitle: "Your new key",
    madeLead: "It is shown only now. Copy it into your program; it goes into the header “Authorization: Bearer”.",
    made: "Made",
    ends: "Ends",
    lastUsed: "Last used",
    neverUsed: "not yet",
    revoke: "Take this key back",
    revoked: "The key is taken back.",
    noneForYou: "Your role has nothing that a program could ask for.",
    noLabel: "Please write what it is for.",
    noScope: "Please choose what it may do.",
    unknownTime: "Please choose how long it lasts.",
    tooMany: "You have ten keys. Take one back first.")
}
