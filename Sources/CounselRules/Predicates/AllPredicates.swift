/// Every predicate that a rule may use. Adding one is one file and one line here.
package let allPredicates: [Predicate] = [
  .turnedAway, .blanketPolicy, .openMinutes, .closureNotice, .closureLength, .refusedBecause, .demandMade,
  .waitAtDoor, .movedWhileWaiting, .movedOutOfReach, .movedBeforeConsult, .transferNotice, .privateRoom,
  .contactVisit, .callPrivate, .callFree, .callAnswered, .callLength, .firstCall, .callOnRequest, .messageDelivery,
  .unansweredAttempts, .requestIgnored, .leadTime, .slotQueue, .visitStopped, .visitLength, .declinedUnverified,
  .signedBeforeCounsel, .locatorListing, .givenInTime, .legalMail, .mailRead, .visitorBanned, .holdTime,
  .custodyDecision, .numberApproval, .reasonedDenial,
]
