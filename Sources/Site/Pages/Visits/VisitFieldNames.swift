internal import Phrasebook
internal import Services

/// What the fields of the forms about visits are called.
extension VisitPhrases {
  func name(of field: VisitField) -> String {
    switch field {
    case .place: filing.placeTitle
    case .clientName: filing.clientName
    case .clients: door.clients
    case .aNumber: filing.aNumber
    case .birth: filing.birth
    case .country: filing.country
    case .person: filing.person
    case .role: filing.role
    case .askerName: filing.askerName
    case .supervisor: filing.supervisor
    case .companions: filing.companions
    case .people: filing.people
    case .tie: filing.tie
    case .g28: filing.g28
    case .mode: filing.mode
    case .day1, .day2, .day3, .slotDay: filing.day
    case .from1, .from2, .from3, .slotFrom: filing.from
    case .to1, .to2, .to3, .slotTo: filing.to
    case .minutes: filing.minutes
    case .languages: filing.languages
    case .accommodation: filing.accommodation
    case .urgency: filing.urgency
    case .urgentDay: filing.urgentDay
    case .urgentTime: filing.urgentTime
    case .kind, .corrects, .seen: event.kind
    case .day: event.day
    case .time: event.time
    case .precision: event.precision
    case .toldBy: event.toldBy
    case .standing: event.standing
    case .channel: event.channel
    case .grade: event.grade
    case .because: event.because
    case .written: event.written
    case .demanded: event.demanded
    case .door: event.door
    case .officer: event.officer
    case .contact: event.contact
    case .papers: event.papers
    case .signed: event.signed
    case .documented: event.documented
    case .answered: event.answered
    case .verdict: event.verdict
    case .note: event.note
    }
  }

  /// With the heading that it stands under, where three fields have one name; nil for all others.
  func nameInSummary(of field: VisitField, _ phrases: Phrases) -> String? {
    let heading: String
    switch field {
    case .day1, .from1, .to1: heading = filing.window(phrases.number(1))
    case .day2, .from2, .to2: heading = filing.window(phrases.number(2))
    case .day3, .from3, .to3: heading = filing.window(phrases.number(3))
    case .slotDay, .slotFrom, .slotTo: heading = event.slotTitle
    default: return nil
    }
    return heading + ", " + name(of: field)
  }
}
