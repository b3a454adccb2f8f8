internal import Records

/// What became of one invented request.
struct SampleStory: Sendable {
  let client: String
  let place: String
  var tie = ClientTie.prospective
  var g28 = G28Status.none
  var mode = VisitMode.contact
  var country: String?
  var birth: String?
  var languages: String?
  var urgency = VisitUrgency.none
  /// The day of the wanted visit, in days before today; a negative number lies ahead.
  var wanted = 0
  let steps: [SampleStep]
}

/// One step of it: how many days ago, and at which minute of the place's day.
struct SampleStep: Sendable {
  let kind: VisitEventKind
  let daysAgo: Int
  let time: Int
  var channel: VisitChannel? = .inPerson
  var grade = EvidenceGrade.c
  var toldBy: String?
  var note: String?
  /// Seconds until it was written down.
  var late = 60.0
  var change: @Sendable (inout VisitDetails) -> Void = { _ in }

  init(
    _ kind: VisitEventKind, _ daysAgo: Int, _ time: Int, _ channel: VisitChannel? = .inPerson,
    grade: EvidenceGrade = .c, toldBy: String? = nil, note: String? = nil, late: Double = 60,
    _ change: @escaping @Sendable (inout VisitDetails) -> Void = { _ in }
  ) {
    (self.kind, self.daysAgo, self.time, self.channel, self.grade) = (kind, daysAgo, time, channel, grade)
    (self.toldBy, self.note, self.late, self.change) = (toldBy, note, late, change)
  }

  /// A request by e-mail, with proof that it arrived.
  static func sent(_ daysAgo: Int, _ time: Int) -> [SampleStep] {
    [
      SampleStep(.submitted, daysAgo, time, .email, grade: .a) { $0.written = true },
      SampleStep(.delivered, daysAgo, time + 2, .email, grade: .a, note: "Delivery receipt of the mail server."),
    ]
  }

  static func refused(
    _ daysAgo: Int, _ time: Int, _ because: TurnedAwayBecause, _ note: String? = nil, grade: EvidenceGrade = .c
  ) -> SampleStep {
    SampleStep(.refused, daysAgo, time, grade: grade, note: note) { $0.because = because }
  }

  static func room(_ daysAgo: Int, _ time: Int, door: Bool, officer: Bool) -> SampleStep {
    SampleStep(.roomObserved, daysAgo, time) {
      $0.doorOpen = door
      $0.officerWithinHearing = officer
      $0.contact = true
      $0.documentsPass = true
    }
  }
}

extension SampleStory {
  /// Thirty stories at several places, in every state that a list can show.
  static let all: [SampleStory] = [
    SampleStory(
      client: "Marta Xol Caal", place: "LOSHOLD", country: "GT", birth: "1991", languages: "Q’eqchi’", wanted: -1,
      steps: []),
    SampleStory(
      client: "Julián Ortega Mena", place: "LOSHOLD", tie: .retained, g28: .signed, country: "MX", wanted: -1,
      steps: SampleStep.sent(0, 1)),
    SampleStory(
      client: "Adaeze Obi", place: "LOSHOLD", country: "NG", wanted: 1, steps: SampleStep.sent(4, 540)),
    SampleStory(
      client: "Wilmer Paz Ucles", place: "LOSHOLD", country: "HN", wanted: 3,
      steps: [
        SampleStep(.arrived, 3, 545),
        SampleStep.refused(3, 555, .prospective, "“Only with a signed form.” Badge 41.", grade: .b),
        SampleStep(.left, 3, 560),
      ]),
    SampleStory(
      client: "Sofía Landa Prieto", place: "LOSHOLD", tie: .retained, g28: .filed, country: "CO", wanted: 5,
      steps: [
        SampleStep(.arrived, 5, 560), SampleStep(.letIn, 5, 615), SampleStep.room(5, 620, door: true, officer: true),
        SampleStep(.completed, 5, 650),
      ]),
    SampleStory(
      client: "Teodoro Baltazar", place: "LOSHOLD", country: "GT", languages: "K’iche’", wanted: 8,
      steps: [
        SampleStep(.arrived, 8, 540), SampleStep(.clientMoved, 8, 700, note: "“He is on the bus to Texas.”"),
        SampleStep(.left, 8, 705),
      ]),
    SampleStory(
      client: "Nadia Petrenko", place: "LOSHOLD", country: "UA", wanted: 10,
      steps: [
        SampleStep(.arrived, 10, 600),
        SampleStep(.clientDeclined, 10, 640, note: "The officer says that she does not want a lawyer."),
        SampleStep(.left, 10, 645),
        SampleStep(.note, 9, 1200, .phone, grade: .d, toldBy: "Sample Sister", note: "She was never asked."),
      ]),
    SampleStory(
      client: "Gérald Joseph", place: "LOSHOLD", country: "HT", languages: "Haitian Creole", wanted: 12,
      steps: [
        SampleStep(.arrived, 12, 600),
        SampleStep(.demanded, 12, 605, note: "A form for a first meeting.") { $0.demanded = .g28 },
        SampleStep.refused(12, 610, .noG28), SampleStep(.left, 12, 612),
        SampleStep(.escalated, 12, 700, .email, grade: .a, note: "To the supervisor and the field office."),
        SampleStep(.remedied, 11, 540, .email, grade: .a, note: "The visit took place the next morning."),
      ]),
    SampleStory(
      client: "Rosa Elvira Tum", place: "LOSHOLD", country: "GT", wanted: 14,
      steps: [
        SampleStep(.arrived, 14, 600), SampleStep(.closed, 14, 603, grade: .a, note: "A paper on the door."),
        SampleStep(.left, 14, 606),
      ]),
    SampleStory(
      client: "Óscar Menjívar", place: "LOSHOLD", tie: .retained, g28: .filed, country: "SV", wanted: 18,
      steps: [
        SampleStep(.arrived, 18, 600), SampleStep(.letIn, 18, 625),
        SampleStep.room(18, 630, door: false, officer: false),
        SampleStep(.completed, 18, 700),
      ]),
    SampleStory(
      client: "Esther Mbeki", place: "LOSHOLD", country: "CM", wanted: 21,
      steps: [
        SampleStep(.arrived, 21, 600), SampleStep(.letIn, 21, 610),
        SampleStep(.cutShort, 21, 628) { $0.because = .count },
      ]),
    SampleStory(
      client: "Dariusz Nowak", place: "LOSHOLD", country: "PL", wanted: 24,
      steps: [
        SampleStep(.arrived, 24, 600),
        SampleStep(.entryRuleFailed, 24, 604, note: "The bar card had stayed at the office."),
        SampleStep.refused(24, 605, .identification), SampleStep(.left, 24, 607),
      ]),
    SampleStory(
      client: "Yenifer Coc Pop", place: "ADLNTCA", country: "GT", wanted: -2,
      steps: SampleStep.sent(1, 600) + [SampleStep(.acknowledged, 1, 700, .email, grade: .a)]),
    SampleStory(
      client: "Hassan Dualeh", place: "ADLNTCA", tie: .retained, g28: .filed, mode: .video, country: "SO",
      languages: "Somali", urgency: .hearing, wanted: -3,
      steps: SampleStep.sent(2, 600) + [SampleStep(.scheduled, 1, 660, .email, grade: .a)]),
    SampleStory(
      client: "Lucía Barrientos", place: "ADLNTCA", mode: .call, country: "BO", wanted: 6,
      steps: SampleStep.sent(7, 600) + [
        SampleStep(.denied, 6, 900, .email, grade: .a, note: "“Not available.”") {
          $0.because = TurnedAwayBecause.none
          $0.written = true
        }
      ]),
    SampleStory(
      client: "Tomás Reyes Guzmán", place: "ADLNTCA", tie: .retained, g28: .filed, country: "DO", wanted: 9,
      steps: SampleStep.sent(11, 600) + [
        SampleStep(.scheduled, 10, 600, .email, grade: .a), SampleStep(.arrived, 9, 530), SampleStep(.letIn, 9, 545),
        SampleStep.room(9, 550, door: false, officer: false), SampleStep(.completed, 9, 610),
      ]),
    SampleStory(
      client: "Ixchel Pérez", place: "CACTYCA", country: "MX", wanted: 7,
      steps: [
        SampleStep(.arrived, 7, 600), SampleStep.refused(7, 640, .noContact, "“Only behind glass.”"),
        SampleStep(.left, 7, 650),
      ]),
    SampleStory(
      client: "Abdoulaye Diop", place: "CACTYCA", country: "SN", languages: "Wolof", wanted: 2,
      steps: SampleStep.sent(6, 600) + [SampleStep(.noAnswer, 2, 600, .email)]),
    SampleStory(
      client: "Carmen Villalba", place: "NYCHOLD", country: "EC", wanted: 4,
      steps: [
        SampleStep(.arrived, 4, 600),
        SampleStep.refused(4, 620, .noLegalVisits, "“We have no attorney visits here.”", grade: .b),
        SampleStep(.left, 4, 622),
      ]),
    SampleStory(
      client: "Luo Jianhua", place: "NYCHOLD", mode: .call, country: "CN", languages: "Mandarin", wanted: 3,
      steps: SampleStep.sent(3, 500)),
    SampleStory(
      client: "Fabiola Cárdenas", place: "BSAHOLD", country: "VE", wanted: 13,
      steps: [
        SampleStep(.arrived, 13, 610),
        SampleStep.refused(13, 700, TurnedAwayBecause.none, "No reason, no name. A guard with a grey beard."),
        SampleStep(.left, 13, 702),
        SampleStep(.escalated, 13, 780, .email, grade: .a), SampleStep(.sustained, 12, 600, .email, grade: .a),
        SampleStep(.referred, 11, 600, .email, note: "To counsel for the plaintiffs."),
      ]),
    SampleStory(
      client: "Milan Hadžić", place: "BSAHOLD", tie: .retained, g28: .signed, country: "BA", wanted: 16,
      steps: [
        SampleStep(.arrived, 16, 600), SampleStep(.letIn, 16, 760), SampleStep(.completed, 16, 800),
      ]),
    SampleStory(
      client: "Asha Warsame", place: "SPMHOLD", country: "SO", languages: "Somali", wanted: 5,
      steps: [
        SampleStep(.arrived, 5, 600),
        SampleStep(.emergency, 5, 610, note: "Fire alarm; the street was closed.") {
          $0.documented = true
        },
        SampleStep.refused(5, 612, .emergency), SampleStep(.left, 5, 615),
      ]),
    SampleStory(
      client: "Pao Vang", place: "SPMHOLD", country: "LA", languages: "Hmong", wanted: 15,
      steps: [
        SampleStep(.arrived, 15, 600),
        SampleStep(.wrongLocation, 15, 640, note: "He is in the county jail, and was never here."),
        SampleStep.refused(15, 641, .clientGone), SampleStep(.left, 15, 645),
      ]),
    SampleStory(
      client: "Beatriz Solano", place: "CSCNWWA", country: "PE", wanted: 19,
      steps: SampleStep.sent(20, 600) + [
        SampleStep(.walkInApproved, 20, 700, .email, grade: .a), SampleStep(.arrived, 19, 540),
        SampleStep(.letIn, 19, 560), SampleStep(.completed, 19, 640),
      ]),
    SampleStory(
      client: "Oleksandr Bondar", place: "CSCNWWA", country: "UA", wanted: 1,
      steps: SampleStep.sent(2, 600) + [
        SampleStep(.moreInfo, 1, 600, .email, grade: .a, note: "“Send the A-number.”") { $0.demanded = .aNumber },
        SampleStep(.demanded, 1, 600, .email, grade: .a) { $0.demanded = .aNumber },
      ]),
    SampleStory(
      client: "Amparo Quintero", place: "STCDFTX", tie: .expeditedRemoval, country: "CU", urgency: .interview,
      wanted: -1, steps: SampleStep.sent(1, 500)),
    SampleStory(
      client: "Ramón Ajú", place: "STCDFTX", mode: .call, country: "GT", languages: "Mam", wanted: 17,
      steps: SampleStep.sent(18, 600) + [SampleStep(.withdrawn, 17, 600, nil, note: "Another lawyer took it.")]),
    SampleStory(
      client: "Farzana Akhtar", place: "KRNRCTX", tie: .retained, g28: .filed, country: "BD", urgency: .removal,
      wanted: -2, steps: SampleStep.sent(1, 540) + [SampleStep(.scheduled, 0, 1, .eFile, grade: .a)]),
    SampleStory(
      client: "Edwin Chicas", place: "JENADLA", tie: .retained, g28: .filed, mode: .noContact, country: "SV",
      wanted: 22,
      steps: [
        SampleStep(.arrived, 22, 540), SampleStep(.letIn, 22, 600), SampleStep(.completed, 22, 620),
        SampleStep(.reviewed, 20, 600, nil, toldBy: "Sample Colleague") { $0.verdict = .unclear },
      ]),
  ]
}

/// What somebody saw of a place on a day.
struct SampleSighting: Sendable {
  let kind: PlaceEventKind
  let daysAgo: Int
  let from: Int
  var to: Int?
  var by = "Sample Attorney"
  var standing = Observer.Standing.observer
  var grade = EvidenceGrade.c
  var closedOtherwise: Bool?
  var miles: Int?
  var note: String?

  init(
    _ kind: PlaceEventKind, _ daysAgo: Int, _ from: Int, _ to: Int? = nil, by: String = "Sample Attorney",
    standing: Observer.Standing = .observer, grade: EvidenceGrade = .c, closedOtherwise: Bool? = nil,
    miles: Int? = nil, note: String? = nil
  ) {
    (self.kind, self.daysAgo, self.from, self.to, self.by) = (kind, daysAgo, from, to, by)
    (self.standing, self.grade, self.closedOtherwise) = (standing, grade, closedOtherwise)
    (self.miles, self.note) = (miles, note)
  }

  static let all: [SampleSighting] = [
    SampleSighting(.openObserved, 1, 480, 960), SampleSighting(.hoursPosted, 1, 480, 960, grade: .a),
    SampleSighting(.openObserved, 2, 480, 930, grade: .b, closedOtherwise: true),
    SampleSighting(.openObserved, 3, 540, 720),
    SampleSighting(.openObserved, 4, 480, 960),
    SampleSighting(.closedObserved, 4, 840, 900, by: "Sample Colleague", standing: .requester),
    SampleSighting(.closedObserved, 5, 0, 1440, grade: .b, note: "The door was chained, and a guard said: not today."),
    SampleSighting(.openObserved, 8, 480, 1000),
    SampleSighting(.closed, 9, 600, grade: .a, miles: 6, note: "“Closed owing to demonstrations.”"),
    SampleSighting(.reopened, 9, 840, grade: .a),
    SampleSighting(.closureNotified, 9, 841, by: "Sample Counsel", standing: .plaintiffsCounsel, grade: .a),
    SampleSighting(.openObserved, 10, 600, 840), SampleSighting(.openObserved, 11, 480, 960),
    SampleSighting(.closed, 12, 660), SampleSighting(.policyStated, 13, 610, note: "“Nobody sees anybody today.”"),
  ]
}
