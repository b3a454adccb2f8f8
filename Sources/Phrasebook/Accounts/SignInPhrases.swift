/// Signing in with a name, a password and a second factor.
package struct SignInPhrases: Sendable {
  package let title: String
  package let lead: String
  package let forFamilies: String
  package let name: String
  package let password: String
  package let submit: String
  package let refused: String
  package let busy: String
  package let tooMany: Plural
  package let ended: String
  package let signedOut: String
  package let help: String
  package let haveCode: String
  package let startOver: String
  package let askForAccount: String
  package let codeTitle: String
  package let codeLead: String
  package let code: String
  package let codeHint: String
  package let mistyped: String
  package let codeRefused: String
  package let factorTitle: String
  package let factorLead: String
  package let factorCode: String
  package let factorHint: String
  package let noPhone: String
  package let recoveryCode: String
  package let recoveryHint: String
  package let factorSubmit: String
  package let factorMistyped: String
  package let factorRefused: String
  package let begunEnded: String
  package let recoveryLeft: Plural
  package let againTitle: String
  package let againLead: String
  package let againSubmit: String
  package let againRefused: String
}

/// Setting a password and an authenticator app.
package struct SetUpPhrases: Sendable {
  package let passwordTitle: String
  package let passwordLead: OneBlank
  package let newPassword: String
  package let passwordHint: String
  package let repeatPassword: String
  package let passwordSubmit: String
  package let tooShort: String
  package let tooLong: String
  package let common: String
  package let notRepeated: String
  package let appTitle: String
  package let appLead: String
  package let appScan: String
  package let appPicture: String
  package let appType: String
  package let appLink: String
  package let appCode: String
  package let appSubmit: String
  package let appMistyped: String
  package let appRefused: String
  package let ended: String
  package let recoveryTitle: String
  package let recoveryLead: String
  package let recoveryFor: OneBlank
  package let recoveryDone: String
}

/// Somebody's own account.
package struct OwnAccountPhrases: Sendable {
  package let title: String
  package let homeText: String
  package let passwordSet: String
  package let appSince: String
  package let recoveryLeft: String
  package let changeTitle: String
  package let changeText: String
  package let changeSubmit: String
  package let changed: String
  package let recoveryTitle: String
  package let recoveryText: String
  package let recoverySubmit: String
  package let newPhone: String
  package let newPhoneTitle: String
  package let newPhoneBegin: String
  package let newPhoneLead: String
  package let newPhoneSubmit: String
  package let newPhoneBack: String
}

/// Keys for programs.
package struct TokenPhrases: Sendable {
  package let title: String
  package let lead: String
  package let homeText: String
  package let none: String
  package let label: String
  package let labelHint: String
  package let scopes: String
  package let readVisits: String
  package let readCalendar: String
  package let nameInCalendar: String
  package let feedLead: String
  package let readAccounts: String
  package let readArrests: String
  package let readFigures: String
  package let days: String
  package let inDays: Plural
  package let make: String
  package let madeTitle: String
  package let madeLead: String
  package let made: String
  package let ends: String
  package let lastUsed: String
  package let neverUsed: String
  package let revoke: String
  package let revoked: String
  package let noneForYou: String
  package let noLabel: String
  package let noScope: String
  package let unknownTime: String
  package let tooMany: String
}
