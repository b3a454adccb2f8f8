package import Records

/// Why nothing was done to an account. The names in it are the operator's own words.
package enum AccountFault: Error, Equatable, CustomStringConvertible {
  case notAName, notADemo, notAnOffice, attorneyWithoutOffice, monitorWithoutOrganisation, isOneself
  case nameTaken(String)
  case unknown(String)
  case isDisabled(String)
  case isSample(String)
  case noSample(String)
  case notAnAttorney(String)
  case withoutSupervisor(Role)
  case notSupervised(Role)
  case notChangedTo(Role)

  package var description: String {
    switch self {
    case .notAName:
      "An account's name is up to 40 small letters and digits, with single dots or dashes between them."
    case .notAnOffice: "The name of an office or organisation has one to 120 characters."
    case .attorneyWithoutOffice: "An attorney belongs to an office: give its name with --office."
    case .monitorWithoutOrganisation: "A monitor belongs to an organisation: give its name with --organisation."
    case .isOneself: "Nobody disables or changes their own account; another operator does."
    case .notADemo: "This installation is not a demo: it has no sample accounts and makes none."
    case .nameTaken(let name): "There is an account called “\(name)” already; give another name."
    case .unknown(let name): "There is no account called “\(name)”; “paradero account list” shows all."
    case .isDisabled(let name): "The account “\(name)” is disabled; invite the person under another name."
    case .isSample(let name): "“\(name)” is a sample account; “paradero sample code \(name)” prints its code."
    case .noSample(let name):
      "There is no sample account called “\(name)”; there are " + SampleAccounts.sentence + "."
    case .notAnAttorney(let name): "“\(name)” is no attorney with an open account."
    case .withoutSupervisor(let role): "An \(role.rawValue) works under an attorney: give the account with --under."
    case .notSupervised(let role): "The role \(role.rawValue) works under nobody: leave --under out."
    case .notChangedTo(let role):
      "The role \(role.rawValue) is not given or taken by a change: disable the account and invite the person anew."
    }
  }
}
