internal import Records

extension VisitWordPhrases {
  static let english = VisitWordPhrases(
    states: Words {
      switch $0 {
      case .draft: "Written, not sent"
      case .submitted: "Sent, no answer yet"
      case .acknowledged: "Received by the facility"
      case .moreInfo: "The facility asked for more"
      case .scheduled: "Scheduled"
      case .walkInApproved: "They said: just come"
      case .denied: "Denied"
      case .waiting: "At the door, waiting"
      case .seated: "Inside with the person"
      case .completed: "The visit took place"
      case .cutShort: "The visit was cut short"
      case .refused: "Refused at the door"
      case .closed: "Closed to visits"
      case .clientDeclined: "They say the person declined"
      case .clientMoved: "They say the person was moved"
      case .leftUnseen: "Left without being let in"
      case .withdrawn: "Withdrawn"
      case .escalated: "Raised with a superior"
      case .remedied: "Put right"
      case .sustained: "The denial was upheld"
      case .referred: "With counsel"
      }
    },
    next: Words {
      switch $0 {
      case .draft: "Send the letter, and note when and how you sent it."
      case .submitted: "Wait for the answer, or note that none has come. If it goes on, raise it."
      case .acknowledged: "Ask for a slot, and note the answer."
      case .moreInfo: "Send what they asked for, and note that you did."
      case .scheduled: "Go at the time of the slot, and note your arrival at the door."
      case .walkInApproved: "Go within the hours for lawyers, and note your arrival at the door."
      case .denied: "Ask for the reason in writing, raise it with a superior, and note both."
      case .waiting: "Note the moment at which you are let in, refused, or leave."
      case .seated: "Look at door and officer. When it is over, note it."
      case .completed: "Note whether the room was private."
      case .cutShort: "Note why, and raise it."
      case .refused: "Note the words, who said them, and who else heard. Then raise it, or come again."
      case .closed: "Photograph the sign, note any notice, and raise it."
      case .clientDeclined: "Ask to see the person’s own signed refusal, and note whether there is one."
      case .clientMoved: "Look the person up in the locator, note who said so, and ask where."
      case .leftUnseen: "Note why you left, and raise it, or come again."
      case .withdrawn: "Nothing more."
      case .escalated: "Note the answer: put right, or upheld."
      case .remedied: "Nothing more."
      case .sustained: "Hand it to counsel, and note that you did."
      case .referred: "Counsel has it."
      }
    },
    kinds: Words {
      switch $0 {
      case .submitted: "Request sent"
      case .delivered: "Delivery proven"
      case .acknowledged: "Receipt confirmed"
      case .moreInfo: "Facility asked for more"
      case .scheduled: "Slot given"
      case .walkInApproved: "Told to come without a slot"
      case .denied: "Request denied"
      case .noAnswer: "No answer so far"
      case .withdrawn: "Request withdrawn"
      case .arrived: "Arrived at the door"
      case .letIn: "Let in"
      case .refused: "Refused at the door"
      case .left: "Left"
      case .completed: "Visit over"
      case .cutShort: "Visit cut short"
      case .closed: "Found it closed"
      case .clientDeclined: "Told that the person declined"
      case .clientMoved: "Told that the person was moved"
      case .roomObserved: "Room observed"
      case .demanded: "Something was demanded"
      case .attempted: "Tried to reach the facility"
      case .entryRuleFailed: "Visitor did not meet a posted entry rule"
      case .wrongLocation: "The person was never there"
      case .emergency: "Emergency at the place"
      case .g28Filed: "G-28 filed"
      case .note: "Note"
      case .escalated: "Raised with a superior"
      case .remedied: "Put right"
      case .sustained: "Denial upheld"
      case .referred: "Referred to counsel"
      case .reviewed: "Reviewed by a second person"
      case .takenBack: "Entry taken back"
      }
    },
    roles: Words {
      switch $0 {
      case .attorney: "Attorney"
      case .accreditedRepresentative: "Accredited representative"
      case .legalAssistant: "Legal assistant"
      case .lawStudent: "Law student"
      case .interpreter: "Interpreter"
      }
    },
    ties: Words {
      switch $0 {
      case .retained: "A client who retained you"
      case .prospective: "A prospective client"
      case .expeditedRemoval: "A consultation in expedited removal"
      case .other: "Something else"
      }
    },
    g28: Words {
      switch $0 {
      case .none: "None yet"
      case .unsigned: "Prepared, unsigned"
      case .signed: "Signed"
      case .filed: "Filed"
      }
    },
    modes: Words {
      switch $0 {
      case .contact: "In person, contact"
      case .noContact: "In person, no contact"
      case .video: "By video"
      case .call: "Scheduled call"
      case .documents: "Exchange of documents"
      }
    },
    urgencies: Words {
      switch $0 {
      case .none: "It can wait"
      case .hearing: "A hearing"
      case .interview: "An interview"
      case .removal: "A removal"
      case .medical: "Health"
      }
    },
    reasons: Words {
      switch $0 {
      case .noLegalVisits: "“No legal visits here”"
      case .closed: "“We are closed”"
      case .noRoom: "“No room free”"
      case .notScheduled: "“You have no appointment”"
      case .prospective: "“Not your client yet”"
      case .noG28: "“No G-28”"
      case .identifier: "“No A-Number or other number”"
      case .role: "“Only attorneys”"
      case .identification: "Identification was missing"
      case .noContact: "“No contact visits”"
      case .clientDeclined: "“The person does not want to”"
      case .clientGone: "“The person is not here any more”"
      case .count: "“It is count time”"
      case .meal: "“It is meal time”"
      case .timeLimit: "“Your time is up”"
      case .security: "“Security”"
      case .emergency: "“There is an emergency”"
      case .none: "No reason given"
      case .other: "Another reason"
      }
    },
    demands: Words {
      switch $0 {
      case .g28: "A Form G-28"
      case .aNumber: "The A-Number"
      case .otherIdentifier: "Another number or paper"
      }
    },
    channels: Words {
      switch $0 {
      case .inPerson: "In person"
      case .phone: "By phone"
      case .email: "By e-mail"
      case .fax: "By fax"
      case .webForm: "Form on a website"
      case .eFile: "ERO eFile"
      case .videoPortal: "Video portal"
      case .mail: "By mail"
      }
    },
    grades: Words {
      switch $0 {
      case .a: "A: official record, photo or e-mail of that time"
      case .b: "B: signed declaration at first hand"
      case .c: "C: first hand, unsigned"
      case .d: "D: second hand"
      }
    },
    standings: Words {
      switch $0 {
      case .requester: "You, or somebody of your office"
      case .plaintiffsCounsel: "Counsel for the plaintiffs of an order"
      case .detained: "The person who is held"
      case .family: "Family"
      case .official: "An official"
      case .observer: "Somebody else who saw it"
      }
    },
    precisions: Words {
      switch $0 {
      case .minute: "To the minute"
      case .quarter: "Within a quarter of an hour"
      case .hour: "Within an hour"
      case .day: "Only the day"
      }
    },
    verdicts: Words {
      switch $0 {
      case .upheld: "The finding holds"
      case .notUpheld: "The finding does not hold"
      case .unclear: "It stays unclear"
      }
    })
}
