internal import Gateway
internal import Markup
internal import Phrasebook
internal import Services

/// The form with which an attorney asks for an account.
struct SignUpPage: HTML {
  let phrases: Phrases
  let isPractice: Bool
  let token: String
  var typed: [SignUpService.Field: String] = [:]
  var faults: [SignUpService.Field: SignUpService.Fault] = [:]
  /// What stands above the form instead, such as that it was too old.
  var notice: String?

  private var words: SignUpPhrases { phrases.staff.signUp }

  var body: Node {
    let fields = FormFields<SignUpService.Field>(
      phrases: phrases, form: "sign-up", name: name, typed: { typed[$0] ?? "" }, fault: { faults[$0].map(sentence) })
    Layout(
      phrases: phrases, title: words.title, isPractice: isPractice, languages: .page(.signUp(phrases.language))
    ) {
      h1 { words.title }
      p(.class("lead")) { words.lead }
      if let notice { p(.class("fault"), .role(.alert)) { notice } }
      fields.summary
      form(.post, to: Route.signUp(phrases.language), .noValidate()) {
        StaffForm.token(token)
        fields.text(.name, hint: words.nameHint, .capitalize(.words))
        fields.choice(
          .barState,
          [("", words.choose)] + SignUpService.states.map { ($0, States.name($0) ?? $0) })
        fields.text(.barNumber)
        fields.text(.office, .capitalize(.words))
        fields.text(.accountName, hint: words.accountNameHint, .capitalize(.off))
        div(faults[.notCounsel] == nil ? .class("field") : .class("field wrong")) {
          if faults[.notCounsel] != nil { p(.class("fault")) { words.mustBeSaid } }
          div(.class("choice")) {
            input(
              .checkbox, name: SignUpService.Field.notCounsel.rawValue, .id(fields.id(.notCounsel)), .value("yes"),
              .checked(if: typed[.notCounsel] == "yes"), .invalid(if: faults[.notCounsel] != nil))
            label(for: fields.id(.notCounsel)) { words.notCounsel }
          }
        }
        button(.class("act main")) { words.submit }
      }
    }
  }

  private func name(_ field: SignUpService.Field) -> String {
    switch field {
    case .name: words.name
    case .barState: words.barState
    case .barNumber: words.barNumber
    case .office: words.office
    case .accountName: words.accountName
    case .notCounsel: words.notCounsel
    }
  }

  private func sentence(_ fault: SignUpService.Fault) -> String {
    switch fault {
    case .missing: words.missing
    case .tooLong: words.tooLong
    case .notAState: words.notAState
    case .notABarNumber: words.notABarNumber
    case .notAName: words.notAName
    case .mustBeSaid: words.mustBeSaid
    }
  }
}

/// What is said to everybody who asked, whether there is an account of that name or not.
struct SignUpTakenPage: HTML {
  let phrases: Phrases
  let isPractice: Bool

  var body: Node {
    let words = phrases.staff.signUp
    Layout(
      phrases: phrases, title: words.takenTitle, isPractice: isPractice, languages: .page(.signUp(phrases.language))
    ) {
      h1 { words.takenTitle }
      p(.class("lead")) { words.takenLead }
    }
  }
}

extension SiteApplication {
  func signUpAnswer(_ request: Request, _ phrases: Phrases) async throws -> Response {
    guard let services = staff else { return failure(Problem(.notFound), request, .signUp(phrases.language)) }
    let known = request.cookies[Self.visitorCookie].flatMap(VisitorForm.init(cookie:))
    let visitor = known ?? VisitorForm()
    var page = SignUpPage(phrases: phrases, isPractice: configuration.isPractice, token: visitor.token)
    func answer(_ status: Status = .ok) -> Response {
      var response = Response.page(page, status: status)
      if known == nil { response.cookies += [SetCookie(Self.visitorCookie, visitor.cookie)].compactMap(\.self) }
      return response
    }
    guard request.method == .post else { return answer() }
    let form = try await request.form()
    for field in SignUpService.Field.allCases {
      page.typed[field] = String((form[field.rawValue] ?? "").prefix(400))
    }
    guard known != nil, visitor.isToken(form[StaffForm.tokenField] ?? "") else {
      page.notice = phrases.staff.expiredForm
      return answer(.forbidden)
    }
    switch try await services.signUp.ask(page.typed, now: configuration.now()) {
    case .taken:
      return .page(SignUpTakenPage(phrases: phrases, isPractice: configuration.isPractice))
    case .faults(let faults):
      page.faults = faults
      return answer(.unprocessableContent)
    case .tooMany(let seconds):
      page.notice = phrases.counted(seconds, phrases.staff.signIn.tooMany)
      var response = answer(.tooManyRequests)
      response.headers["Retry-After"] = String(seconds)
      return response
    }
  }
}
