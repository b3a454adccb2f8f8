internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services
internal import Vault

/// The fields by which somebody is invited.
enum InviteField: String, CaseIterable { case name, role, place, under }

/// The form for a new account.
struct InvitePage: HTML {
  let scene: StaffScene
  var typed: [InviteField: String] = [:]
  var faults: [InviteField: String] = [:]

  private var phrases: Phrases { scene.phrases }
  private var words: KeepingPhrases { phrases.staff.keeping }

  var body: Node {
    let fields = FormFields<InviteField>(
      phrases: phrases, form: "invite", name: name, typed: { typed[$0] ?? "" }, fault: { faults[$0] })
    StaffFrame(scene, .invite, title: words.inviteTitle) {
      p(.class("lead")) { words.inviteLead }
      fields.summary
      form(.post, to: Route.staff(phrases.language, .invite), .noValidate()) {
        StaffForm.token(scene.staff)
        fields.text(.name, hint: words.nameHint)
        fields.choice(
          .role,
          [("", words.choose)] + Records.Role.allCases.map { ($0.rawValue, phrases.staff.roles.name(of: $0)) })
        fields.text(.place, hint: words.placeHint, .capitalize(.words))
        fields.text(.under, hint: words.underHint)
        button(.class("act main")) { words.inviteSubmit }
      }
    }
  }
}

extension InvitePage {
  private func name(_ field: InviteField) -> String {
    switch field {
    case .name: words.name
    case .role: words.role
    case .place: words.place
    case .under: words.under
    }
  }
}

/// A one-time code that was just made: the only time that it is shown.
struct InvitedPage: HTML {
  let scene: StaffScene
  let invitation: AccountService.Invitation
  let address: String

  private var words: KeepingPhrases { scene.phrases.staff.keeping }

  var body: Node {
    StaffFrame(scene, .accounts, title: words.invitedTitle) {
      p(.class("lead")) { words.invitedLead(invitation.account.name) }
      p(.class("key")) { strong { invitation.code.text } }
      p { words.invitedWhere(address) }
    }
  }
}

/// One account, and what an operator can do with it.
struct AccountPage: HTML {
  let scene: StaffScene
  let account: Account
  /// The name of the office or organisation.
  let place: String?
  var notice: String?
  let now: Timestamp

  static let doField = "do"
  static let reset = "reset"
  static let change = "role"
  static let disable = "disable"
  static let roleField = "role"
  static let placeField = "place"

  private var phrases: Phrases { scene.phrases }
  private var words: KeepingPhrases { phrases.staff.keeping }
  /// The roles that can be given by a change.
  private var roles: [Records.Role] { Records.Role.allCases.filter { !$0.worksInOffice } }

  var body: Node {
    StaffFrame(
      scene, AccountName(account.name).map(StaffRoute.account) ?? .accounts, title: words.oneTitle(account.name)
    ) {
      if let notice { p(.class("notice"), .role(.status)) { notice } }
      Parts.facts(
        [
          (phrases.staff.accounts.role, Node.of { phrases.staff.roles.name(of: account.role) }),
          place.map { place in (words.belongs, Node.of { place }) },
          (words.since, Node.of { phrases.ago(account.createdAt, now: now) }),
          (phrases.staff.accounts.state, Node.of { StaffAccountsPage.state(account, phrases, now: now) }),
        ].compactMap(\.self))
      if account.disabledAt != nil {
        p { words.isClosed }
      } else if account.id == scene.staff.account.id {
        p { words.notOneself }
      } else {
        if account.isSample {
          p { words.isSample }
        } else {
          part(words.resetTitle, words.resetText, Self.reset, words.resetSubmit) {}
        }
        if !account.role.worksInOffice { roleForm }
        part(words.disableTitle, words.disableText, Self.disable, words.disableSubmit) {}
      }
    }
  }

  private var roleForm: Node {
    part(words.roleTitle, words.roleText, Self.change, words.roleSubmit) {
      div(.class("field")) {
        label(for: "role") { words.role }
        select(name: Self.roleField, .id("role"), .autocomplete(.off)) {
          for role in roles {
            option(value: role.rawValue, selected: role == account.role, phrases.staff.roles.name(of: role))
          }
        }
      }
      DoorField(id: "place", name: Self.placeField, text: words.place, value: place, autocomplete: .off)
    }
  }

  private func part(
    _ title: String, _ text: String, _ action: String, _ submit: String, @HTMLBuilder fields: () -> Node
  ) -> Node {
    let fields = fields()
    return section {
      h2 { title }
      p { text }
      form(.post, to: Route.staff(phrases.language, AccountName(account.name).map(StaffRoute.account) ?? .accounts)) {
        StaffForm.token(scene.staff)
        input(.hidden, name: Self.doField, .value(action))
        fields
        button(.class("act plain")) { submit }
      }
    }
  }
}

/// Attorneys who asked for an account, each with a form for what came of the call to the number that their bar lists.
struct ApplicationsPage: HTML {
  let scene: StaffScene
  let waiting: [AttorneyApplication]
  var notice: String?
  /// What is wrong with the form of one of them.
  var fault: (id: Int64, sentence: String)?
  let now: Timestamp

  static let idField = "id"
  static let calledField = "called"
  static let dayField = "day"
  static let noteField = "note"
  static let doField = "do"
  static let verify = "verify"
  static let refuse = "refuse"

  private var phrases: Phrases { scene.phrases }
  private var words: KeepingPhrases { phrases.staff.keeping }

  var body: Node {
    StaffFrame(scene, .applications, title: words.waitingTitle) {
      if let notice { p(.class("notice"), .role(.status)) { notice } }
      p(.class("lead")) { words.waitingLead }
      if waiting.isEmpty { p { words.waitingNone } }
      for application in waiting { one(application) }
    }
  }

  private func one(_ application: AttorneyApplication) -> Node {
    let id = String(application.id)
    return section {
      h2 { application.name }
      Parts.facts([
        (words.bar, Node.of { application.barState + " " + application.barNumber }),
        (words.place, Node.of { application.office }), (words.wished, Node.of { application.accountName }),
        (words.asked, Node.of { phrases.ago(application.createdAt, now: now) }),
      ])
      form(.post, to: Route.staff(phrases.language, .applications), .noValidate()) {
        StaffForm.token(scene.staff)
        input(.hidden, name: Self.idField, .value(id))
        DoorField(
          id: ElementID("called", id), name: Self.calledField, text: words.called, hint: words.calledHint,
          fault: fault?.id == application.id ? fault?.sentence : nil, autocomplete: .off, keyboard: .tel)
        DoorField(
          id: ElementID("day", id), name: Self.dayField, text: words.day, hint: words.dayHint, autocomplete: .off)
        DoorField(id: ElementID("note", id), name: Self.noteField, text: words.note, autocomplete: .off)
        p {
          button(.class("act main"), .name(Self.doField), .value(Self.verify)) { words.verify }
          " "
          button(.class("act plain"), .name(Self.doField), .value(Self.refuse)) { words.refuse }
        }
      }
    }
  }
}
