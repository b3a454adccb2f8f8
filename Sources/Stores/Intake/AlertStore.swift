package import CivilTime
package import Postgres
package import Records

/// Alerts: what the public is warned of, what became of it, and who wants them by mail.
package struct AlertStore<Session: PostgresSession>: Sendable {
  let session: Session

  package init(_ session: Session) { self.session = session }

  // MARK: Reading

  /// Alerts that have not expired: what anybody may read, through a function.
  package func live(at now: Timestamp) async throws(PostgresError) -> [AlertLine] {
    try await lines("select * from paradero.live_alerts(\(now))")
  }

  private static var select: PostgresQuery {
    """
    select a.id, a.place, a.state::text as state, a.zone, a.band_start, a.band_end, a.what, a.basis, a.made_at,
      a.expires_at, a.standing, r.place as right_place, r.band_start as right_start, r.band_end as right_end,
      (select max(e.at) from alert_event e where e.alert_id = a.id) as corrected_at
    from alert a
      left join lateral (select e.place, e.band_start, e.band_end from alert_event e
        where e.alert_id = a.id and e.kind = 'corrected' order by e.id desc limit 1) r on true
    """
  }

  package func alerts(standingOn intake: Int64) async throws(PostgresError) -> [AlertLine] {
    try await lines(
      """
      \(fragment: Self.select)
      where exists (select from alert_source s where s.alert_id = a.id and s.intake_id = \(intake)) order by a.id desc
      """)
  }

  package func alert(_ id: Int64) async throws(PostgresError) -> AlertLine? {
    try await lines("\(fragment: Self.select) where a.id = \(id)").first
  }

  /// The newest, expired ones too, for those who work on them.
  package func newest(_ limit: Int) async throws(PostgresError) -> [AlertLine] {
    try await lines("\(fragment: Self.select) order by a.id desc limit \(limit)")
  }

  private func lines(_ query: PostgresQuery) async throws(PostgresError) -> [AlertLine] {
    var found: [AlertLine] = []
    for row in try await session.rows(query) {
      var right: AlertScene?
      if let place = try row["right_place", as: String?.self],
        let starts = try row["right_start", as: Timestamp?.self], let ends = try row["right_end", as: Timestamp?.self]
      {
        right = AlertScene(place: place, starts: starts, ends: ends)
      }
      found.append(
        AlertLine(
          id: try row["id", as: Int64.self],
          told: AlertScene(
            place: try row["place", as: String.self], starts: try row["band_start", as: Timestamp.self],
            ends: try row["band_end", as: Timestamp.self]),
          state: try row["state", as: String.self], zone: Zone(try row["zone", as: String.self]),
          kind: IntakeKind(rawValue: try row["what", as: String.self]) ?? .other,
          basis: AlertBasis(rawValue: try row["basis", as: String.self]) ?? .twoSources,
          madeAt: try row["made_at", as: Timestamp.self], expiresAt: try row["expires_at", as: Timestamp.self],
          standing: AlertStanding(rawValue: try row["standing", as: String.self]) ?? .live, right: right,
          correctedAt: try row["corrected_at", as: Timestamp?.self]))
    }
    return found
  }

  /// The reports that an alert stands on.
  package func sources(of alert: Int64) async throws(PostgresError) -> [Int64] {
    var found: [Int64] = []
    for row in try await session.rows("select intake_id from alert_source where alert_id = \(alert) order by 1") {
      found.append(try row.decode(Int64.self))
    }
    return found
  }

  /// How many were written to, and how many of them were told of the last correction.
  package struct Reach: Sendable, Equatable {
    package let sent: Int
    package let waiting: Int
    package let failed: Int
    package let corrected: Int
  }

  package func reach(of alert: Int64) async throws(PostgresError) -> Reach {
    let row = try await session.first(
      """
      select count(distinct subscriber_id) filter (where event_id is null and state in ('sending', 'sent', 'uncertain')),
        count(*) filter (where state = 'waiting'), count(*) filter (where state = 'failed'),
        count(distinct subscriber_id) filter (where event_id is not null and state in ('sending', 'sent', 'uncertain'))
      from alert_message where alert_id = \(alert)
      """)
    let (sent, waiting, failed, corrected) = try row?.decode(Int.self, Int.self, Int.self, Int.self) ?? (0, 0, 0, 0)
    return Reach(sent: sent, waiting: waiting, failed: failed, corrected: corrected)
  }

  // MARK: Publishing

  package struct NewAlert: Sendable {
    package let scene: AlertScene
    package let state: String
    package let zone: Zone
    package let kind: IntakeKind
    package let basis: AlertBasis
    package let expiresAt: Timestamp
    package let isSample: Bool

    package init(
      scene: AlertScene, state: String, zone: Zone, kind: IntakeKind, basis: AlertBasis, expiresAt: Timestamp,
      isSample: Bool
    ) {
      (self.scene, self.state, self.zone, self.kind) = (scene, state, zone, kind)
      (self.basis, self.expiresAt, self.isSample) = (basis, expiresAt, isSample)
    }
  }

  /// Publishes an alert; whether what it stands on suffices the database says when the transaction ends.
  package func publish(
    _ new: NewAlert, standingOn intakes: [Int64], account: Int64, now: Timestamp
  ) async throws(PostgresError) -> Int64 {
    let id =
      try await session.first(
        """
        insert into alert (place, state, zone, band_start, band_end, what, basis, account_id, is_sample, made_at, expires_at)
        values (\(new.scene.place), \(new.state), \(new.zone.identifier), \(new.scene.starts), \(new.scene.ends),
          \(new.kind.rawValue), \(new.basis.rawValue), \(account), \(new.isSample), \(now), \(new.expiresAt))
        returning id
        """)?.decode(Int64.self) ?? 0
    try await session.execute(
      """
      insert into alert_source (alert_id, intake_id) select \(id), i.id from intake i where i.id = any (\(intakes))
      """)
    return id
  }

  /// What reports of an incident could stand behind, if anything; the one rule is the database's.
  package func basis(of intakes: [Int64]) async throws(PostgresError) -> AlertBasis? {
    let row = try await session.first(
      """
      select case
        when exists (select from intake i join trained_observer o on o.id = i.observer_id
            and coalesce(o.ended_at, 'infinity') > i.taken_at
          where i.id = any (\(intakes)) and i.basis = 'saw' and i.truth <> 'false_alarm') then 'observer'
        when exists (select from intake i
          where i.id = any (\(intakes)) and i.basis = 'saw' and i.truth <> 'false_alarm' and i.caller_hash is not null
          group by i.incident_id having count(distinct i.caller_hash) >= 2) then 'two_sources' end
      """)
    return try row?.decode(String?.self).flatMap(AlertBasis.init(rawValue:))
  }

  package func correct(
    _ id: Int64, _ standing: AlertStanding, right: AlertScene?, account: Int64, now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into alert_event (alert_id, kind, place, band_start, band_end, account_id, at)
      values (\(id), \(standing.rawValue), \(right?.place), \(right?.starts), \(right?.ends), \(account), \(now))
      """)
  }

  // MARK: Subscriptions

  package struct Subscription: Sendable, Equatable {
    package let states: [String]
    package let subscribedAt: Timestamp
  }

  package func subscription(of account: Int64) async throws(PostgresError) -> Subscription? {
    let row = try await session.first(
      "select states, subscribed_at from alert_subscriber where account_id = \(account) and ended_at is null")
    return try row.map { row throws(PostgresError) in
      let (states, at) = try row.decode([String].self, Timestamp.self)
      return Subscription(states: states, subscribedAt: at)
    }
  }

  package func subscribe(
    _ account: Int64, selector: [UInt8], contact: [UInt8], language: String, states: [String], now: Timestamp
  ) async throws(PostgresError) {
    try await session.execute(
      """
      insert into alert_subscriber (account_id, selector, contact, language, states, subscribed_at)
      values (\(account), \(selector), \(contact), \(language), \(states), \(now))
      on conflict (account_id) do update set selector = \(selector), contact = \(contact), language = \(language),
        states = \(states), subscribed_at = \(now), ended_at = null
      """)
  }

  /// Ends it; the address stays for a day, for corrections of what was sent to it.
  package func unsubscribe(_ account: Int64, now: Timestamp) async throws(PostgresError) -> Bool {
    try await session.execute(
      "update alert_subscriber set ended_at = \(now) where account_id = \(account) and ended_at is null") > 0
  }
}
