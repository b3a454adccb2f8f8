internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records
internal import Services

/// Who has an account, for operators.
struct StaffAccountsPage: HTML {
  let scene: StaffScene
  let accounts: [Account]
  let now: Timestamp

  private var words: AccountPhrases { scene.phrases.staff.accounts }

  var body: Node {
    StaffFrame(scene, .accounts, title: words.title) {
      p(.class("lead")) { words.lead }
      table {
        thead {
          tr { for title in [words.name, words.role, words.state] { th(.scope(.col)) { title } } }
        }
        tbody {
          for account in accounts {
            tr {
              th(.scope(.row)) {
                if let name = AccountName(account.name), scene.staff.may(.manageAccounts) {
                  a(.to(Route.staff(scene.phrases.language, .account(name))), .class("tall")) { account.name }
                } else {
                  account.name
                }
              }
              td { scene.phrases.staff.roles.name(of: account.role) }
              td { Self.state(account, scene.phrases, now: now) }
            }
          }
        }
      }
    }
  }

  /// Whether somebody can sign in with it, and when somebody last did.
  static func state(_ account: Account, _ phrases: Phrases, now: Timestamp) -> String {
    let words = phrases.staff.accounts
    if account.disabledAt != nil { return words.disabled }
    let signedIn = account.signedInAt.map { words.signedIn(phrases.ago($0, now: now)) } ?? words.neverSignedIn
    return account.isSample ? phrases.list([words.sample, signedIn]) : signedIn
  }
}
