import Foundation
import Gateway
import Services
import Site
import Testing

@Suite struct APITests {
  static func post(_ body: String, type: String = "application/json", language: String = "en") -> Request {
    Fixtures.request(.post, "/api/v1/search", headers: ["Content-Type": type, "Accept-Language": language], body: body)
  }

  private func object(_ response: Response) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(response.content.utf8)) as? [String: Any])
  }

  @Test func `a search gives the same facts as the page`() async throws {
    let response = await Fixtures.application(Outcomes.oneHeld).respond(
      to: Self.post(#"{"name":"Maria Lopez","birth":"1989","sex":null}"#))
    #expect(response.status == .ok)
    let answer = try object(response)
    #expect(answer["outcome"] as? String == "found")
    let record = try #require((answer["records"] as? [[String: Any]])?.first)
    #expect(record["situation"] as? String == "inCustody")
    #expect(record["invented"] as? Bool == true)
    #expect(record["reportedAt"] as? String == "2026-11-20T19:30:00Z")
    #expect(record["source"] as? String == "roster")
    #expect((record["happened"] as? [String: String]) == ["precision": "minute", "at": "2026-11-20T17:30:00Z"])
    #expect((record["facility"] as? [String: String])?["page"] == "http://localhost:8080/en/facility/LOSHOLD")
    let fits = try #require(record["fits"] as? [String])
    let page = await Fixtures.application(Outcomes.oneHeld).respond(to: Fixtures.form("/en/search", "name=Maria"))
      .content
    #expect(fits.count == 4 && fits.allSatisfy(page.contains))
    #expect((record["misfits"] as? [String]) == [])
    #expect(page.contains(try #require(record["nameIsCommon"] as? String)))
  }

  @Test func `a search that finds nothing gives the steps, in the language asked for`() async throws {
    let answer = try object(
      await Fixtures.application(Outcomes.notFound).respond(to: Self.post(#"{"name":"Maria"}"#, language: "es")))
    let advice = try #require(answer["advice"] as? [String: Any])
    #expect(advice["title"] as? String == "No encontramos un registro que corresponda")
    #expect((advice["steps"] as? [[String: Any]])?.count == 10)
    #expect((advice["locatorSpellings"] as? [[String: String]])?.first == ["first": "Maria", "last": "Lopez Garcia"])
    #expect(answer["records"] == nil)
  }

  static let refused: [(body: String, type: String, status: Int, code: String)] = [
    ("{", "application/json", 400, "not-an-object-of-texts"),
    ("[]", "application/json", 400, "not-an-object-of-texts"),
    (#"{"name":1}"#, "application/json", 400, "not-an-object-of-texts"),
    (#"{"name":{"a":"b"}}"#, "application/json", 400, "not-an-object-of-texts"),
    (#"{"name":"Maria","surname":"x"}"#, "application/json", 400, "unknown-field"),
    (#"{"name":"Maria"}"#, "text/plain", 415, "json-wanted"),
    ("name=Maria", "application/x-www-form-urlencoded", 415, "json-wanted"),
    ("{}", "application/json", 422, "invalid-fields"),
    (#"{"name":"Maria","birth":"31 February"}"#, "application/json", 422, "invalid-fields"),
    // 129 characters, as the API's description counts them: what a page would pass over counts.
    ("{\"name\":\"Maria\(String(repeating: " ", count: 124))\"}", "application/json", 422, "invalid-fields"),
  ]

  @Test(arguments: refused) func `what cannot be searched is answered with problem details`(
    _ c: (body: String, type: String, status: Int, code: String)
  ) async throws {
    let response = await Fixtures.application(Outcomes.notFound).respond(to: Self.post(c.body, type: c.type))
    #expect(response.status.code == c.status)
    #expect(response.headers["Content-Type"] == "application/problem+json")
    #expect(try object(response)["code"] as? String == c.code)
  }

  @Test func `faults name their field and a fixed word, never what was sent`() async throws {
    let body =
      #"{"name":"Maria","birth":"Zzyzx","country":"Qwertyland","aNumber":"12","sex":"Zzyzx","arrestedOn":"Zzyzx"}"#
    let response = await Fixtures.application(Outcomes.notFound).respond(to: Self.post(body))
    #expect(
      try object(response)["errors"] as? [String: String] == [
        "birth": "not-a-date", "country": "unknown-country", "aNumber": "not-an-a-number", "sex": "unknown-sex",
        "arrestedOn": "not-a-date",
      ])
    #expect(!response.content.contains("Zzyzx") && !response.content.contains("Qwerty"))
  }

  @Test func `a facility is given whole`() async throws {
    let site = Fixtures.application(Outcomes.notFound)
    let place = try object(await site.respond(to: Fixtures.request(.get, "/api/v1/facilities/LOSHOLD")))
    #expect(place["kind"] as? String == "hold_room")
    #expect(place["timeZone"] as? String == "America/Los_Angeles")
    #expect((place["fieldOffice"] as? [String: String])?["phone"] == "(213) 830-7911")
    #expect(((place["transfers"] as? [String: Any])?["destinations"] as? [[String: Any]])?.count == 4)
    let missing = await site.respond(to: Fixtures.request(.get, "/api/v1/facilities/NOWHERE"))
    #expect(missing.status == .notFound)
    #expect(try object(missing)["code"] as? String == "no-such-facility")
  }

  @Test func `facilities are found, and counted by state when nothing is asked`() async throws {
    let site = Fixtures.application(Outcomes.notFound)
    let found = try object(
      await site.respond(to: Fixtures.request(.get, "/api/v1/facilities", query: [("q", "adelanto")])))
    #expect(found["total"] as? Int == 1)
    #expect(
      (found["facilities"] as? [[String: String]])?.first?["api"] == "http://localhost:8080/api/v1/facilities/ADLNTCA")
    let counts = try object(await site.respond(to: Fixtures.request(.get, "/api/v1/facilities")))
    #expect((counts["states"] as? [[String: Any]])?.count == 3)
  }

  @Test func `the OpenAPI document names every API route with its methods, and no other`() async throws {
    let document = try object(
      await Fixtures.application(Outcomes.notFound).respond(to: Fixtures.request(.get, "/api/v1/openapi.json")))
    #expect(document["openapi"] as? String == "3.1.0")
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let routes = `A route`.all.filter { $0.path.hasPrefix("/api/") }
    #expect(Set(paths.keys) == Set(routes.map(\.template)))
    for route in routes {
      #expect(Set(try #require(paths[route.template]).keys) == Set(route.methods.map { $0.rawValue.lowercased() }))
    }
  }

  @Test func `the OpenAPI document knows every field of a search`() async throws {
    let document = try object(
      await Fixtures.application(Outcomes.notFound).respond(to: Fixtures.request(.get, "/api/v1/openapi.json")))
    let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]]
    let fields = try #require(schemas?["Search"]?["properties"] as? [String: [String: Any]])
    #expect(Set(fields.keys) == Set(SearchField.allCases.map(\.rawValue)))
    for field in SearchField.allCases { #expect(fields[field.rawValue]?["maxLength"] as? Int == field.limit) }
  }
}
