/// Countries as people write them: ISO codes, names in English and Spanish, nationalities.
package enum Countries {
  /// The ISO 3166-1 alpha-2 code for a name, a nationality or a code, forgiving one typing error in longer words.
  package static func code(_ text: String) -> String? {
    let words = Fold.words(text).filter { !ignored.contains($0) }
    let key = words.joined(separator: " ")
    guard !key.isEmpty else { return nil }
    if let code = table[key] ?? table[words.joined()] { return code }
    guard key.utf8.count >= 6 else { return nil }
    let near = Set(table.lazy.filter { $0.key.utf8.count >= 6 && EditDistance.isAtMostOne(key, $0.key) }.map(\.value))
    return near.count == 1 ? near.first : nil
  }

  /// All codes, sorted.
  package static let codes: [String] = Array(Set(table.values)).sorted()

  /// Whether two countries are taken for each other in records: neighbours of one region, or old and new names.
  package static func isSameRegion(_ a: String, _ b: String) -> Bool {
    guard let first = region[a] else { return false }
    return first == region[b]
  }

  private static let ignored: Set<String> = [
    "the", "of", "de", "la", "el", "los", "las", "republic", "republica", "and", "y",
  ]

  private static let region: [String: Int] = {
    var result: [String: Int] = [:]
    for (index, group) in regions.enumerated() {
      for code in group.split(separator: " ") { result[String(code)] = index }
    }
    return result
  }()

  private static let table: [String: String] = {
    var result: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let columns = line.split(separator: "|").map(String.init)
      guard let code = columns.first else { continue }
      result[code.lowercased()] = code
      for column in columns.dropFirst() {
        let words = Fold.words(column).filter { !ignored.contains($0) }
        result[words.joined(separator: " ")] = code
        result[words.joined()] = code
      }
    }
    return result
  }()

  private static let regions = [
    "GT SV HN NI CR BZ PA", "MX", "CO VE EC", "PE BO", "CU DO PR HT", "BR PT", "CL AR UY PY",
    "RU UA BY MD SU", "KZ UZ KG TJ TM", "GE AM AZ", "CN TW HK MO", "IN PK BD NP LK", "VN LA KH", "ET ER SO DJ",
    "SN GM GN GW ML MR", "CI GH TG BJ BF LR SL NG", "CM CD CG CF AO GA", "IQ SY LB JO PS", "IR AF",
    "MA DZ TN LY EG SD SS",
    "YE SA OM AE KW QA BH", "RO BG AL MK RS ME BA HR XK YU", "JM BS TT GY BB SR", "KE UG RW BI TZ",
  ]

  // Code, names in English and Spanish, nationalities in both languages and genders, other and former names.
  // swift-format-ignore
  private static let lines = """
    AF|Afghanistan|Afganistán|Afghan|afgano|afgana
    AL|Albania|Albanian|albanés|albanesa
    DZ|Algeria|Argelia|Algerian|argelino|argelina
    AD|Andorra|andorrano|andorrana
    AO|Angola|Angolan|angoleño|angoleña|angolano
    AG|Antigua and Barbuda|Antigua y Barbuda|Antiguan|antiguano
    AR|Argentina|Argentine|Argentinian|argentino
    AM|Armenia|Armenian|armenio
    AU|Australia|Australian|australiano|australiana
    AT|Austria|Austrian|austríaco|austríaca
    AZ|Azerbaijan|Azerbaiyán|Azerbaijani|Azeri|azerbaiyano|azerí
    BS|Bahamas|Bahamian|bahameño|bahameña
    BH|Bahrain|Baréin|Bahrein|Bahraini
    BD|Bangladesh|Bangladés|Bangladeshi|bangladesí
    BB|Barbados|Barbadian|barbadense
    BY|Belarus|Bielorrusia|Belarusian|bielorruso|bielorrusa
    BE|Belgium|Bélgica|Belgian|belga
    BZ|Belize|Belice|Belizean|beliceño|beliceña
    BJ|Benin|Benín|Beninese|beninés|beninesa
    BT|Bhutan|Bután|Bhutanese|butanés
    BO|Bolivia|Bolivian|boliviano|boliviana
    BA|Bosnia and Herzegovina|Bosnia y Herzegovina|Bosnia|Bosnian|bosnio
    BW|Botswana|Botsuana|Botswanan
    BR|Brazil|Brasil|Brazilian|brasileño|brasileña|brasileiro|brasileira
    BN|Brunei|Brunéi
    BG|Bulgaria|Bulgarian|búlgaro|búlgara
    BF|Burkina Faso|Burkinabe|burkinés|Upper Volta
    BI|Burundi|Burundian|burundés
    KH|Cambodia|Camboya|Cambodian|camboyano|camboyana
    CM|Cameroon|Camerún|Cameroonian|camerunés|camerunesa|Cameroun
    CA|Canada|Canadá|Canadian|canadiense
    CV|Cape Verde|Cabo Verde|Cape Verdean|caboverdiano|caboverdiana
    CF|Central African Republic|República Centroafricana|Central African|centroafricano
    TD|Chad|Chadian|chadiano
    CL|Chile|Chilean|chileno|chilena
    CN|China|Chinese|chino|PRC|People's Republic of China|República Popular China
    CO|Colombia|Colombian|colombiano|colombiana|Columbia
    KM|Comoros|Comoras|Comorian
    CG|Congo|Republic of the Congo|Congo Brazzaville|Congo-Brazzaville
    CD|Democratic Republic of the Congo|República Democrática del Congo|DR Congo|DRC|RDC|Congo Kinshasa|Zaire|Congolese|congoleño|congoleña
    CR|Costa Rica|Costa Rican|costarricense|tico|tica
    CI|Côte d'Ivoire|Ivory Coast|Costa de Marfil|Ivorian|marfileño|marfileña
    HR|Croatia|Croacia|Croatian|croata
    CU|Cuba|Cuban|cubano|cubana
    CY|Cyprus|Chipre|Cypriot|chipriota
    CZ|Czechia|Chequia|Czech Republic|República Checa|Czech|checo|checa|Czechoslovakia
    DK|Denmark|Dinamarca|Danish|danés|danesa
    DJ|Djibouti|Yibuti|Djiboutian
    DM|Dominica
    DO|Dominican Republic|República Dominicana|Dominican|dominicano|dominicana|RD|Santo Domingo
    EC|Ecuador|Ecuadorian|Ecuadorean|ecuatoriano|ecuatoriana|Equador
    EG|Egypt|Egipto|Egyptian|egipcio|egipcia
    SV|El Salvador|Salvador|Salvadoran|Salvadorean|Salvadorian|salvadoreño|salvadoreña|guanaco
    GQ|Equatorial Guinea|Guinea Ecuatorial|ecuatoguineano|ecuatoguineana
    ER|Eritrea|Eritrean|eritreo|eritrea
    EE|Estonia|Estonian|estonio
    SZ|Eswatini|Esuatini|Swaziland|Suazilandia
    ET|Ethiopia|Etiopía|Ethiopian|etíope
    FJ|Fiji|Fiyi|Fijian|fiyiano
    FI|Finland|Finlandia|Finnish|finlandés|finlandesa
    FR|France|Francia|French|francés|francesa
    GA|Gabon|Gabón|Gabonese|gabonés
    GM|Gambia|The Gambia|Gambian|gambiano|gambiana
    GE|Georgia|Georgian|georgiano|georgiana
    DE|Germany|Alemania|German|alemán|alemana
    GH|Ghana|Ghanaian|ghanés|ghanesa
    GR|Greece|Grecia|Greek|griego|griega
    GD|Grenada|Granada|Grenadian|granadino
    GT|Guatemala|Guatemalan|guatemalteco|guatemalteca|chapín|chapina
    GN|Guinea|Guinean|guineano|guineana|Guinée|Guinea Conakry
    GW|Guinea-Bissau|Guinea Bisáu|Guinea Bissau
    GY|Guyana|Guyanese|guyanés|guyanesa
    HT|Haiti|Haití|Haitian|haitiano|haitiana|Ayiti
    HN|Honduras|Honduran|hondureño|hondureña|catracho|catracha
    HK|Hong Kong
    HU|Hungary|Hungría|Hungarian|húngaro|húngara
    IS|Iceland|Islandia|Icelandic
    IN|India|Indian|indio|hindú|Punjab
    ID|Indonesia|Indonesian|indonesio
    IR|Iran|Irán|Iranian|iraní|Persia
    IQ|Iraq|Irak|Iraqi|iraquí
    IE|Ireland|Irlanda|Irish|irlandés|irlandesa
    IL|Israel|Israeli|israelí
    IT|Italy|Italia|Italian|italiano|italiana
    JM|Jamaica|Jamaican|jamaiquino|jamaicano|jamaicana|jamaiquina
    JP|Japan|Japón|Japanese|japonés|japonesa
    JO|Jordan|Jordania|Jordanian|jordano|jordana
    KZ|Kazakhstan|Kazajistán|Kazakh|Kazakhstani|kazajo|kazaja
    KE|Kenya|Kenia|Kenyan|keniano|keniana
    KI|Kiribati
    XK|Kosovo|Kosovar
    KW|Kuwait|Kuwaiti|kuwaití
    KG|Kyrgyzstan|Kirguistán|Kyrgyz|kirguís|Kirghizia
    LA|Laos|Lao|Laotian|laosiano|laosiana
    LV|Latvia|Letonia|Latvian|letón|letona
    LB|Lebanon|Líbano|Lebanese|libanés|libanesa
    LS|Lesotho|Lesoto
    LR|Liberia|Liberian|liberiano|liberiana
    LY|Libya|Libia|Libyan|libio
    LI|Liechtenstein
    LT|Lithuania|Lituania|Lithuanian|lituano|lituana
    LU|Luxembourg|Luxemburgo
    MO|Macau|Macao
    MG|Madagascar|Malagasy|malgache
    MW|Malawi|Malaui|Malawian
    MY|Malaysia|Malasia|Malaysian|malasio
    MV|Maldives|Maldivas
    ML|Mali|Malí|Malian|maliense|malí
    MT|Malta|Maltese|maltés
    MH|Marshall Islands|Islas Marshall|Marshallese
    MR|Mauritania|Mauritanian|mauritano|mauritana
    MU|Mauritius|Mauricio|Mauritian
    MX|Mexico|México|Mexican|mexicano|mexicana|Méjico|Mex|Estados Unidos Mexicanos
    FM|Micronesia|Micronesian|micronesio
    MD|Moldova|Moldavia|Moldovan|moldavo|moldava
    MC|Monaco|Mónaco
    MN|Mongolia|Mongolian|mongol|mongola
    ME|Montenegro|Montenegrin|montenegrino
    MA|Morocco|Marruecos|Moroccan|marroquí
    MZ|Mozambique|Mozambican|mozambiqueño
    MM|Myanmar|Burma|Birmania|Burmese|birmano|birmana
    NA|Namibia|Namibian|namibio
    NR|Nauru
    NP|Nepal|Nepalese|Nepali|nepalí|nepalés
    NL|Netherlands|Países Bajos|Holland|Holanda|Dutch|neerlandés|holandés|holandesa
    NZ|New Zealand|Nueva Zelanda|Nueva Zelandia|neozelandés
    NI|Nicaragua|Nicaraguan|nicaragüense|nica
    NE|Niger|Níger|Nigerien|nigerino
    NG|Nigeria|Nigerian|nigeriano|nigeriana
    KP|North Korea|Corea del Norte|North Korean|norcoreano
    MK|North Macedonia|Macedonia del Norte|Macedonia|Macedonian|macedonio
    NO|Norway|Noruega|Norwegian|noruego
    OM|Oman|Omán|Omani
    PK|Pakistan|Pakistán|Pakistani|pakistaní|paquistaní
    PW|Palau|Palaos
    PS|Palestine|Palestina|Palestinian|palestino|Gaza|West Bank
    PA|Panama|Panamá|Panamanian|panameño|panameña
    PG|Papua New Guinea|Papúa Nueva Guinea
    PY|Paraguay|Paraguayan|paraguayo|paraguaya
    PE|Peru|Perú|Peruvian|peruano|peruana
    PH|Philippines|Filipinas|Filipino|Filipina|Philippine
    PL|Poland|Polonia|Polish|polaco|polaca
    PT|Portugal|Portuguese|portugués|portuguesa
    PR|Puerto Rico|Puerto Rican|puertorriqueño|puertorriqueña
    QA|Qatar|Catar|Qatari
    RO|Romania|Rumania|Rumanía|Romanian|rumano|rumana
    RU|Russia|Rusia|Russian|ruso|rusa|Russian Federation|Federación Rusa
    RW|Rwanda|Ruanda|Rwandan|ruandés
    KN|Saint Kitts and Nevis|San Cristóbal y Nieves|St Kitts
    LC|Saint Lucia|Santa Lucía|St Lucia
    VC|Saint Vincent and the Grenadines|San Vicente y las Granadinas|St Vincent
    WS|Samoa|Samoan|samoano
    SM|San Marino
    ST|São Tomé and Príncipe|Santo Tomé y Príncipe
    SA|Saudi Arabia|Arabia Saudita|Arabia Saudí|Saudi|saudí|saudita
    SN|Senegal|Senegalese|senegalés|senegalesa
    RS|Serbia|Serbian|serbio
    SC|Seychelles
    SL|Sierra Leone|Sierra Leona|Sierra Leonean|sierraleonés
    SG|Singapore|Singapur|Singaporean|singapurense
    SK|Slovakia|Eslovaquia|Slovak|eslovaco
    SI|Slovenia|Eslovenia|Slovenian|esloveno
    SB|Solomon Islands|Islas Salomón
    SO|Somalia|Somali|somalí
    ZA|South Africa|Sudáfrica|South African|sudafricano|sudafricana
    KR|South Korea|Corea del Sur|Korea|Corea|South Korean|Korean|coreano|coreana|surcoreano
    SS|South Sudan|Sudán del Sur|South Sudanese
    ES|Spain|España|Spanish|Spaniard|español|española
    LK|Sri Lanka|Sri Lankan|esrilanqués|Ceylon
    SD|Sudan|Sudán|Sudanese|sudanés|sudanesa
    SR|Suriname|Surinam|Surinamese|surinamés
    SE|Sweden|Suecia|Swedish|sueco
    CH|Switzerland|Suiza|Swiss|suizo
    SY|Syria|Siria|Syrian|sirio
    TW|Taiwan|Taiwán|Taiwanese|taiwanés
    TJ|Tajikistan|Tayikistán|Tajik|tayiko
    TZ|Tanzania|Tanzanian|tanzano
    TH|Thailand|Tailandia|Thai|tailandés|tailandesa
    TL|Timor-Leste|Timor Oriental|East Timor
    TG|Togo|Togolese|togolés|togolesa
    TO|Tonga|Tongan|tongano
    TT|Trinidad and Tobago|Trinidad y Tobago|Trinidad|Trinidadian|trinitense
    TN|Tunisia|Túnez|Tunisian|tunecino
    TR|Turkey|Turquía|Türkiye|Turkish|turco|turca
    TM|Turkmenistan|Turkmenistán|Turkmen|turcomano
    TV|Tuvalu
    UG|Uganda|Ugandan|ugandés
    UA|Ukraine|Ucrania|Ukrainian|ucraniano|ucraniana
    AE|United Arab Emirates|Emiratos Árabes Unidos|UAE|Emirati
    GB|United Kingdom|Reino Unido|UK|Great Britain|Gran Bretaña|England|Inglaterra|British|británico|británica|inglés
    US|United States|Estados Unidos|USA|United States of America|American|estadounidense|EEUU|EUA
    UY|Uruguay|Uruguayan|uruguayo|uruguaya
    UZ|Uzbekistan|Uzbekistán|Uzbek|uzbeko|uzbeka
    VU|Vanuatu
    VE|Venezuela|Venezuelan|venezolano|venezolana
    VN|Vietnam|Viet Nam|Vietnamese|vietnamita
    YE|Yemen|Yemeni|yemení
    ZM|Zambia|Zambian|zambiano
    ZW|Zimbabwe|Zimbabue|Zimbabwean|zimbabuense
    SU|Soviet Union|Unión Soviética|USSR|URSS
    YU|Yugoslavia
    """
}
