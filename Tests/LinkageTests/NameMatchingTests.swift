import Linkage
import Testing

@Suite struct `Names` {
  @Test func `tables of names are read`() {
    #expect(NamesInUse.lexicon.areNicknames("pepe", "jose"))
    #expect(NamesInUse.lexicon.placeholders.contains("baby boy"))
  }

  /// Pairs that one person bears. Every one must speak for a match: more than eight bits.
  @Test(arguments: [
    // Spanish-speaking America
    ("José García López", "GARCIA LOPEZ, JOSE"), ("Jose Villarreal", "VILLARREAL LOPEZ, JOSE ANTONIO"),
    ("José López García", "GARCIA LOPEZ, JOSE"), ("Juan García López", "JUAN GARCIALOPEZ"),
    ("María de la Cruz Pérez", "DELACRUZ PEREZ MARIA"), ("Pepe Mendoza Villarreal", "JOSE MENDOZA VILLARREAL"),
    ("Chuy Hernández Ramírez", "JESUS HERNANDEZ RAMIRES"), ("Lupe Gonzales", "GUADALUPE GONZALEZ"),
    ("Ma. Sánchez Mendoza", "MARIA SANCHEZ MENDOZA"), ("M.ª Sánchez Mendoza", "MARIA SANCHEZ MENDOZA"),
    ("Jhon Zúñiga Cepeda", "JOHN SUNIGA ZEPEDA"), ("Brayan Echeverría", "BRIAN ECHAVARRIA"),
    ("Yesenia Villarreal", "JESSENIA VILLAREAL"), ("Francisco Mendoza Reyes", "FRANCISCO MENDSOZA REYES"),
    ("Juan Carlos Villarreal", "JUAN C VILLARREAL"), ("Ana Núñez Peña", "ANA NUNEZ PENA"),
    ("Maria Villarreal Mendoza", "MARIA VILLARREAL DE GARCIA"), ("Juan Perez Jr.", "PEREZ JUAN"),
    ("Jose Antonio Hernandez Villarreal", "HERNANDEZ VILLARR, JOSE ANTONIO"),
    // Maya
    ("Mateo Xiloj Tzoc", "MATEO SHILOJ TSOC"), ("Pedro Ixcoy Cux", "PEDRO ISCOY CUSH"),
    // Brazil, Haiti
    ("João Gonçalves Júnior", "JOAO GONCALVES"), ("Jean-Baptiste Guerrier", "GUERRIER JEAN BAPTISTE"),
    ("Jean Baptiste Guerrier", "JEANBAPTISTE GERYE"), ("Wilner Pyè", "PIERRE WILNER"),
    // China, Vietnam, Korea
    ("Chen Xiaoming", "XIAO MING CHEN"), ("Huang Zhiqiang", "ZHIQIANG WONG"), ("Nguyễn Văn Hùng", "HUNG VAN NGUYEN"),
    // India, Arabic, West Africa, Ethiopia
    ("Gurpreet Singh", "SINGH GURPRIT"), ("Mohamed Al-Hashimi", "MUHAMMAD ALHASHIMI"),
    ("Mamadou Diallo", "MAMADU JALLOW"),
    ("Tesfaye Haile Gebre", "TESFAY HAYLE"),
    // Russia, Ukraine, Armenia
    ("Yuliya Shevchenko", "JULIA SHEVCHENKO"), ("Aleksandr Khachatryan", "ALEXANDER KHACHATRIAN"),
  ])
  func `of one person agree in spite of how they are written`(sought: String, listed: String) {
    #expect(NamesInUse.bits(sought, listed) > 8)
    #expect(abs(NamesInUse.bits(sought, listed) - NamesInUse.bits(listed, sought)) < 1e-9)
  }

  /// Pairs of different people. None may reach what a country and a birth year could carry to an answer.
  @Test(arguments: [
    ("Carlos Alberto Arias", "Carlos Alberto Baglietto"), ("José Antonio García", "José Antonio Hernández"),
    ("Francisco Mendoza", "Luis Mendoza"), ("María Guadalupe", "María Guadalupe Sánchez Reyes"),
    ("Juan Garza", "Juan García"), ("Gurpreet Singh", "Balwinder Singh"), ("Mohamed Ali", "Mohamed Hassan"),
    ("Jean Pierre", "Jean Baptiste"), ("Chen Wei", "Chen Jing"), ("Ana Lopez", "Ana Perez"),
  ])
  func `of different people do not carry a match`(sought: String, listed: String) {
    #expect(NamesInUse.bits(sought, listed) < 6.5)
  }

  @Test func `that are men's and women's forms of one name are told apart by what else is known`() {
    // Francisco and Francisca are one letter apart and two people: the letter costs, and the sex costs more.
    #expect(
      NamesInUse.bits("Francisco Mendoza", "Francisca Mendoza")
        < NamesInUse.bits("Francisco Mendoza", "Francisko Mendoza"))
  }

  @Test(arguments: ["FNU LNU", "N.N.", "BABY BOY", "UNKNOWN", "", "  ", "-", "x"])
  func `that are placeholders have nothing to compare`(listed: String) {
    #expect(NamesInUse.bits("José García", listed) == 0)
  }
}
