internal import CivilTime
internal import Markup
internal import Phrasebook
internal import Records

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
              th(.scope(.row)) { account.name }
              td { scene.phrases.staff.roles.name(of: account.role) }
              td { state(account) }
            }
          }
        }
      }
    }
  }

  private func state(_ account: Account) -> String {
    if account.disabledAt != nil { return words.disabled }
    let signedIn = account.signedInAt.map { words.signedIn(scene.phrases.ago($0, now: now)) } ?? words.neverSignedIn
    return account.isSample ? scene.phrases.list([words.sample, signedIn]) : signedIn
  }
}
