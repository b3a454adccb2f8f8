import Foundation
import Testing

@testable import Services

@Suite struct `Two lists` {
  static let right = """
    id,full_name,birth_date,country
    r1,"XILOJ TZOC, MARIA JOSEFA",1991-04-02,Guatemala
    r2,"GARCIA LOPEZ, JOSE LUIS",1988-07-15,Mexico
    r3,"DIALLO, MAMADOU",1999-01-01,Guinea
    r4,"NGUYEN, VAN THANH",1979-12-30,Vietnam
    r5,"VILLARREAL, ESTEBAN",1984-03-09,Honduras

    """

  static let lists: [(name: String, left: String, matches: [String])] = [
    (
      "names as families say them", "id,full_name,birth_date,country\na,María Josefa Xiloj Tzoc,1991-04-02,GT\n",
      ["a = r1"]
    ),
    (
      "names in columns of their own",
      "id,given_name,family_name,birth_date,country\na,Jose Luis,Garcia Lopez,1988-07-15,MX\n", ["a = r2"]
    ),
    ("a spelling that sounds the same", "id,name,dob\na,Esteban Viyareal,1984-03-09\n", ["a = r5"]),
    ("day and month exchanged", "id,name,dob\na,Esteban Villarreal,1984-09-03\n", ["a = r5"]),
    (
      "semicolons and headings in Spanish", "id;Nombre completo;Fecha de nacimiento\na;Esteban Villarreal;09/03/1984\n",
      []
    ),
    ("nobody who is in both", "id,name,dob\na,Ottoline Zebrowski,1950-05-05\n", []),
    ("line ends of Windows", "id,name,dob\r\na,Esteban Villarreal,1984-03-09\r\n", ["a = r5"]),
    ("a byte order mark", "\u{FEFF}id,name,dob\na,Esteban Villarreal,1984-03-09\n", ["a = r5"]),
    ("another alphabet", "id,name,dob,country\na,Эстебан Вильярреаль,1984-03-09,Honduras\n", ["a = r5"]),
    (
      "a name that runs from right to left",
      "id,name,dob,country\na,مامادو ديالو,1999-01-01,Guinea\nb,Mamadou Diallo,1999-01-01,GN\n",
      ["b = r3"]
    ),
  ]

  @Test(arguments: lists) func `are linked by`(_ list: (name: String, left: String, matches: [String])) async throws {
    try await LinkScene.with { scene in
      let found = try await scene.link(list.left, Self.right)
      #expect(Set(list.matches).isSubset(of: Set(found)), "\(list.name): \(found)")
      if list.matches.isEmpty, list.name.contains("nobody") { #expect(found.isEmpty) }
    }
  }

  /// The example of the README.
  @Test func `of a hotline and a county are linked as the README says`() async throws {
    try await LinkScene.with { scene in
      let found = try await scene.link(
        """
        id;Nombre completo;Fecha de nacimiento;País
        h1;María Josefa Xiloj Tzoc;02/04/1991;Guatemala
        h2;Chepe Villarreal Paz;09/03/1984;Honduras
        h3;Mamadou Diallo;31/12/1998;Guinea
        h4;Ana Lucía Quispe;17/06/1995;Perú

        """,
        """
        id,name,dob,country
        r1,"XILOJTZOC, MARIA J",1991-04-02,GT
        r2,"VILLAREAL, JOSE",1984-03-09,HN
        r3,"JALLOW, MAMADU",1998-12-31,GN
        r4,"PEREZ, ANA",1975-06-17,MX

        """)
      #expect(found == ["h1 = r1", "h2 = r2", "h3 = r3"])
    }
  }

  @Test func `give four columns, and reasons when asked`() async throws {
    try await LinkScene.with { scene in
      let left = try scene.write("left.csv", "id,name,dob\na,Esteban Villareal,1984-03-09\n")
      let right = try scene.write("right.csv", Self.right)
      let plain = try await scene.link(.two(left: left, right: right))
      #expect(plain.header == "left_id,right_id,weight,probability")
      #expect(plain.matches.map(\.count) == [4])
      let told = try await scene.link(.two(left: left, right: right)) { $0.reasons = true }
      #expect(told.header == "left_id,right_id,weight,probability,reasons")
      let reasons = try #require(told.matches.first?.last)
      #expect(reasons.contains("familyName"))
      #expect(reasons.contains("birth exact +"))
      #expect(told.matches.first?.first == "a")
    }
  }

  @Test func `are read from Latin-1 and with tabs`() async throws {
    try await LinkScene.with { scene in
      let text = "id\tname\tdob\na\tEsteban Villarreal Peña\t1984-03-09\n"
      let left = try scene.write("left.tsv", try #require(text.data(using: .isoLatin1)))
      let right = try scene.write("right.csv", Self.right)
      #expect(try await scene.link(.two(left: left, right: right)).matches.map { $0[1] } == ["r5"])
    }
  }

  @Test func `meet by number when a name was written quite otherwise`() async throws {
    try await LinkScene.with { scene in
      let found = try await scene.link(
        "id,name,A-Number\na,Chepe Lopez,A 201-555-017\n",
        "id,name,A#\nr1,Jose Lopez,201555017\nr2,Jose Lopez,99123456\n")
      #expect(found == ["a = r1"])
    }
  }

  @Test func `are told what could not be read, by line and column, and go on`() async throws {
    try await LinkScene.with { scene in
      let left = try scene.write(
        "left.csv",
        """
        id,name,dob,country
        a,Esteban Villarreal,1984-02-31,Honduras
        b,,1990-01-01,
        c,Esteban Villarreal,1984-03-09,Atlantis
        d,Ana Paz,1990-01-01,MX,surplus

        """)
      let ran = try await scene.link(.two(left: left, right: scene.write("right.csv", Self.right)))
      #expect(ran.matches.contains { $0[0] == "c" && $0[1] == "r5" })
      let faults = try #require(ran.report.lists.first?.faults)
      #expect(faults.map(\.line) == [2, 3, 4, 5])
      #expect(faults.map(\.column) == [3, nil, 4, 5])
      #expect(faults.map(\.outcome) == [.kept, .rejected, .kept, .rejected])
      let lines = ran.report.lines.joined(separator: "\n")
      #expect(lines.contains("left.csv: 2 rows taken, 2 left out."))
      #expect(lines.contains("line 2, column 3: There is no such day in any calendar."))
    }
  }

  @Test func `say when ids repeat or are missing`() async throws {
    try await LinkScene.with { scene in
      let left = try scene.write("left.csv", "name,dob\nEsteban Villarreal,1984-03-09\n")
      let twice = Self.right + "r5,\"VILLARREAL, ESTEBAN\",1983-03-09,Honduras\n"
      let ran = try await scene.link(.two(left: left, right: scene.write("right.csv", twice)))
      #expect(ran.matches.map { $0.prefix(2).joined(separator: " = ") } == ["2 = r5"])
      let lines = ran.report.lines.joined(separator: "\n")
      #expect(lines.contains("No column holds an id: the number of the line stands for it."))
      #expect(lines.contains("1 rows have the id of a row before them; each is linked by itself."))
    }
  }

  @Test func `pair each row once at most when asked`() async throws {
    try await LinkScene.with { scene in
      let left = "id,name,dob\na,Esteban Villarreal,1984-03-09\nb,Esteban Villarreal,1984-03-19\n"
      let lists = LinkOptions.Lists.two(
        left: try scene.write("left.csv", left), right: try scene.write("right.csv", Self.right))
      #expect(try await scene.link(lists).matches.count == 2)
      let paired = try await scene.link(lists) { $0.oneToOne = true }.matches
      #expect(paired.map { $0[0] } == ["a"])
    }
  }

  @Test func `write no match below the threshold`() async throws {
    try await LinkScene.with { scene in
      let lists = LinkOptions.Lists.two(
        left: try scene.write("left.csv", "id,name\na,Jose Garcia\n"),
        right: try scene.write("right.csv", Self.right))
      #expect(try await scene.link(lists).matches.isEmpty)
      let all = try await scene.link(lists) { $0.threshold = 0 }.matches
      #expect(all.contains { $0[1] == "r2" })
    }
  }

  static let hopeless: [(left: String, sentence: String)] = [
    ("", "holds no lines"),
    ("id,colour\n1,red\n", "says which column holds names"),
    ("id,name,dob\n", "no row below them"),
    ("%PDF-1.7 and so on", "is a PDF"),
  ]

  @Test(arguments: hopeless) func `say in a sentence why they cannot be linked`(
    _ list: (left: String, sentence: String)
  ) async throws {
    try await LinkScene.with { scene in
      let failure = await #expect(throws: LinkFailure.self) { try await scene.link(list.left, Self.right) }
      #expect(failure?.sentence.contains(list.sentence) == true, "\(failure?.sentence ?? "")")
    }
  }

  @Test func `are never overwritten by their matches`() async throws {
    try await LinkScene.with { scene in
      let right = try scene.write("right.csv", Self.right)
      let left = try scene.write("left.csv", "id,name\na,Ana Paz\n")
      await #expect(throws: LinkFailure.sameFile(right)) {
        try await scene.link(.two(left: left, right: right)) { $0.output = right }
      }
      try FileManager.default.createSymbolicLink(atPath: scene.path("other.csv"), withDestinationPath: right)
      await #expect(throws: LinkFailure.sameFile(right)) {
        try await scene.link(.two(left: left, right: right)) { $0.output = scene.path("other.csv") }
      }
      #expect(try String(contentsOfFile: right, encoding: .utf8) == Self.right)
      await #expect(throws: LinkFailure.unwritable("/no/such/folder/x.csv", reason: "there is no such folder")) {
        try await scene.link(.two(left: left, right: right)) { $0.output = "/no/such/folder/x.csv" }
      }
    }
  }
}

@Suite struct `One list with itself` {
  static let list = """
    id,name,dob,country
    1,Esteban Villarreal Paz,1984-03-09,HN
    2,Josefina Xiloj,1991-04-02,GT
    3,ESTEBAN VILLAREAL PAZ,1984-03-09,HN
    4,Mamadou Diallo,1999-01-01,GN
    5,VILLARREAL PAZ ESTEBAN,1984-03-09,

    """

  @Test func `shows who stands in it more than once, each pair one time`() async throws {
    try await LinkScene.with { scene in
      let ran = try await scene.link(.one(scene.write("list.csv", Self.list)))
      #expect(Set(ran.matches.map { $0.prefix(2).joined(separator: " = ") }) == ["1 = 3", "1 = 5", "3 = 5"])
      #expect(ran.report.lists.count == 1)
    }
  }

  @Test func `puts nobody into two pairs when asked`() async throws {
    try await LinkScene.with { scene in
      let ran = try await scene.link(.one(scene.write("list.csv", Self.list))) { $0.oneToOne = true }
      #expect(ran.matches.count == 1)
    }
  }

  @Test func `shows nobody when all are different`() async throws {
    try await LinkScene.with { scene in
      let rows = Self.list.split(separator: "\n").filter { !$0.hasPrefix("3") && !$0.hasPrefix("5") }
      let ran = try await scene.link(.one(scene.write("list.csv", rows.joined(separator: "\n"))))
      #expect(ran.matches.isEmpty)
    }
  }

  /// Invented houses of four, who share two rare surnames; every twentieth person stands in the list again, misspelt.
  @Test func `does not take brothers and sisters for one person`() async throws {
    let given = ["Jose", "Juan", "Maria", "Luis", "Carlos", "Alberto", "Francisco", "Jesus", "Antonio", "Ana", "Rosa"]
    let syllables = ["ba", "go", "ri", "lu", "mez", "tor", "van", "qui", "sal", "pe", "nor", "di", "cha"]
    func surname(_ number: Int) -> String {
      syllables[number % 13] + syllables[number / 13 % 13] + syllables[(number * 7 + number / 169) % 13]
    }
    var rows: [String] = []
    for person in 0..<2000 {
      let house = person / 4
      let name = "\(given[(house + person % 4 * 3) % 11]) \(surname(house * 5)) \(surname(house * 11 + 3))"
      let birth = "\(1960 + person * 17 % 43)-0\(1 + person % 9)-\(10 + person * 7 % 19)"
      rows.append("p\(person),\(name),\(birth)")
      if person.isMultiple(of: 20) { rows.append("q\(person),\(name.dropLast()),\(birth)") }
    }
    try await LinkScene.with { scene in
      let list = try scene.write("list.csv", (["id,name,dob"] + rows).joined(separator: "\n"))
      let matches = try await scene.link(.one(list)).matches
      let right = matches.count { $0[0].dropFirst() == $0[1].dropFirst() }
      #expect(right >= 98, "of 100 who stand in it twice")
      #expect(matches.count - right <= 2, "\(matches.filter { $0[0].dropFirst() != $0[1].dropFirst() })")
    }
  }
}
