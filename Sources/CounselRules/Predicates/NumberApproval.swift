extension Predicate {
  /// Whether an attorney's telephone number was approved in time; a number that the bar lists has a shorter time.
  static let numberApproval = Predicate(
    "numberApproval", triggers: EventKinds(.numberSubmitted), needs: [.limitMinutes, .otherLimitMinutes]
  ) { timeline, rule in
    let short = rule.parameters.limitMinutes ?? 0, long = rule.parameters.otherLimitMinutes ?? 0
    return timeline.all(.numberSubmitted).map { index in
      func read(_ limit: Int) -> Ruling {
        Clock(limit: limit, stops: EventKinds(.numberApproved), able: [.requester], missing: .numberApproval)
          .read(timeline, from: index)
      }
      switch timeline.events[index].details.barListed {
      case true?: return read(short)
      case false?: return read(long)
      case nil:
        // Whether it was listed matters only between the two limits.
        let first = read(short), last = read(long)
        if first.outcome == last.outcome || last.outcome == .breached { return last }
        if first.outcome == .met { return first }
        var ruling = last
        if ruling.outcome == .met { ruling.outcome = .unknown([.barListing]) }
        return ruling
      }
    }
  }
}
