/// What people who sign in read, on every page of theirs.
package struct StaffPhrases: Sendable {
  package let title: String
  package let signedInAs: TwoBlanks
  package let menu: String
  package let signOut: String
  package let roles: RolePhrases
  package let problem: String
  package let expiredForm: String
  package let refusedTitle: String
  package let refusedText: String
  package let signIn: SignInPhrases
  package let home: StaffHomePhrases
  package let search: StaffSearchPhrases
  package let attempts: AttemptPhrases
  package let following: FollowingPhrases
  package let calls: CallPhrases
  package let duplicates: DuplicatePhrases
  package let protection: PersonProtectionPhrases
  package let sessions: SessionPhrases
  package let accounts: AccountPhrases
  package let setUp: SetUpPhrases
  package let own: OwnAccountPhrases
  package let tokens: TokenPhrases
  package let keeping: KeepingPhrases
  package let signUp: SignUpPhrases
}

package struct RolePhrases: Sendable {
  package let `operator`: String
  package let responder: String
  package let attorney: String
  package let assistant: String
  package let interpreter: String
  package let monitor: String
}

/// The first page after signing in.
package struct StaffHomePhrases: Sendable {
  package let title: String
  package let searchText: String
  package let attemptsText: String
  package let sessionsText: String
  package let accountsText: String
}

/// A search that shows how it was weighed.
package struct StaffSearchPhrases: Sendable {
  package let title: String
  package let lead: String
  package let submit: String
  package let nothing: String
  package let nothingText: String
  package let found: Plural
  package let record: OneBlank
  package let probability: OneBlank
  package let waterfall: String
  package let fact: String
  package let level: String
  package let bits: String
  package let sum: String
  package let bitsHelp: String
  package let facts: FactPhrases
  package let levels: LevelPhrases
  package let noteAttempt: String
}

package struct FactPhrases: Sendable {
  package let aNumber: String
  package let givenName: String
  package let familyName: String
  package let wholeName: String
  package let birth: String
  package let country: String
  package let sex: String
  package let arrestDay: String
  package let arrestPlace: String
  package let place: String
  package let relatives: String
}

package struct LevelPhrases: Sendable {
  package let exact: String
  package let normalised: String
  package let nickname: String
  package let soundsAlike: String
  package let oneTypingError: String
  package let oneDigit: String
  package let dayMonthSwapped: String
  package let initial: String
  package let partial: String
  package let sameYear: String
  package let nearYear: String
  package let fitsAge: String
  package let near: String
  package let sameRegion: String
  package let different: String
}

/// Notes of what was looked up elsewhere.
package struct AttemptPhrases: Sendable {
  package let title: String
  package let lead: String
  package let formTitle: String
  package let submit: String
  package let saved: String
  package let listTitle: String
  package let none: String
  package let locator: String
  package let choose: String
  package let detail: String
  package let detailHint: String
  package let whenTitle: String
  package let whenHint: String
  package let day: String
  package let dayHint: String
  package let time: String
  package let timeHint: String
  package let zone: String
  package let typedTitle: String
  package let typedHint: String
  package let firstName: String
  package let lastName: String
  package let result: String
  package let place: String
  package let placeHint: String
  package let nextCheck: String
  package let noNextCheck: String
  package let inHours: Plural
  package let inDays: Plural
  package let person: String
  package let personHint: String
  package let aboutPerson: OneBlank
  package let by: TwoBlanks
  package let typed: String
  package let named: OneBlank
  package let lookAgain: OneBlank
  package let locators: LocatorPhrases
  package let results: LocatorResultPhrases
  package let faults: AttemptFaultPhrases
}

package struct LocatorPhrases: Sendable {
  package let official: String
  package let court: String
  package let fieldOffice: String
  package let facility: String
  package let jailRoster: String
  package let prisons: String
  package let minors: String
  package let consulate: String
  package let hospital: String
  package let other: String
}

package struct LocatorResultPhrases: Sendable {
  package let found: String
  package let noMatch: String
  package let multiple: String
  package let error: String
  package let notAttempted: String
}

package struct AttemptFaultPhrases: Sendable {
  package let notChosen: String
  package let tooLong: Plural
  package let notADay: String
  package let notATime: String
  package let inFuture: String
  package let tooLongAgo: String
  package let notAnANumber: String
  package let unknownCountry: String
  package let nothingLookedFor: String
  package let placeWithoutFinding: String
  package let noSuchPerson: String
}

/// Where somebody is signed in.
package struct SessionPhrases: Sendable {
  package let title: String
  package let lead: String
  package let this: String
  package let began: String
  package let lastSeen: String
  package let ends: String
  package let end: String
  package let endOthers: String
  package let noOthers: String
}

/// Who has an account.
package struct AccountPhrases: Sendable {
  package let title: String
  package let lead: String
  package let name: String
  package let role: String
  package let state: String
  package let sample: String
  package let disabled: String
  package let neverSignedIn: String
  package let signedIn: OneBlank
}
