/// Countries as people write them: ISO codes of two or three letters, names in English and Spanish, nationalities.
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
    guard let first = regionsByCode[a] else { return false }
    return first == regionsByCode[b]
  }

  private static let ignored: Set<String> = [
    "the", "of", "de", "la", "el", "los", "las", "republic", "republica", "and", "y",
  ]

  static let regionsByCode: [String: Int] = {
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

  // Codes of two and three letters, names in English and Spanish, nationalities in both languages and genders, other
  // and former names.
  // swift-format-ignore
  private static let lines = """
    AF|AFG|Afghanistan|Afganistán|Afghan|afgano|afgana
    AL|ALB|Albania|Albanian|albanés|albanesa
    DZ|DZA|Algeria|Argelia|Algerian|argelino|argelina
    AD|Andorra|andorrano|andorrana
    AO|AGO|Angola|Angolan|angoleño|angoleña|angolano
    AG|ATG|Antigua and Barbuda|Antigua y Barbuda|Antiguan|antiguano
    AR|ARG|Argentina|Argentine|Argentinian|argentino
    AM|ARM|Armenia|Armenian|armenio
    AU|AUS|Australia|Australian|australiano|australiana
    AT|AUT|Austria|Austrian|austríaco|austríaca
    AZ|AZE|Azerbaijan|Azerbaiyán|Azerbaijani|Azeri|azerbaiyano|azerí
    BS|BHS|Bahamas|Bahamian|bahameño|bahameña
    BH|BHR|Bahrain|Baréin|Bahrein|Bahraini
    BD|BGD|Bangladesh|Bangladés|Bangladeshi|bangladesí
    BB|BRB|Barbados|Barbadian|barbadense
    BY|BLR|Belarus|Bielorrusia|Belarusian|bielorruso|bielorrusa
    BE|BEL|Belgium|Bélgica|Belgian|belga
    BZ|BLZ|Belize|Belice|Belizean|beliceño|beliceña
    BJ|BEN|Benin|Benín|Beninese|beninés|beninesa
    BT|BTN|Bhutan|Bután|Bhutanese|butanés
    BO|BOL|Bolivia|Bolivian|boliviano|boliviana
    BA|BIH|Bosnia and Herzegovina|Bosnia y Herzegovina|Bosnia|Bosnian|bosnio
    BW|BWA|Botswana|Botsuana|Botswanan
    BR|BRA|Brazil|Brasil|Brazilian|brasileño|brasileña|brasileiro|brasileira
    BN|BRN|Brunei|Brunéi
    BG|BGR|Bulgaria|Bulgarian|búlgaro|búlgara
    BF|BFA|Burkina Faso|Burkinabe|burkinés|Upper Volta
    BI|BDI|Burundi|Burundian|burundés
    KH|KHM|Cambodia|Camboya|Cambodian|camboyano|camboyana
    CM|CMR|Cameroon|Camerún|Cameroonian|camerunés|camerunesa|Cameroun
    CA|CAN|Canada|Canadá|Canadian|canadiense
    CV|CPV|Cape Verde|Cabo Verde|Cape Verdean|caboverdiano|caboverdiana
    CF|CAF|Central African Republic|República Centroafricana|Central African|centroafricano
    TD|TCD|Chad|Chadian|chadiano
    CL|CHL|Chile|Chilean|chileno|chilena
    CN|CHN|China|Chinese|chino|PRC|People's Republic of China|República Popular China
    CO|COL|Colombia|Colombian|colombiano|colombiana|Columbia
    KM|COM|Comoros|Comoras|Comorian
    CG|COG|Congo|Republic of the Congo|Congo Brazzaville|Congo-Brazzaville
    CD|COD|Democratic Republic of the Congo|República Democrática del Congo|DR Congo|DRC|RDC|Congo Kinshasa|Zaire|Congolese|congoleño|congoleña
    CR|CRI|Costa Rica|Costa Rican|costarricense|tico|tica
    CI|CIV|Côte d'Ivoire|Ivory Coast|Costa de Marfil|Ivorian|marfileño|marfileña
    HR|HRV|Croatia|Croacia|Croatian|croata
    CU|CUB|Cuba|Cuban|cubano|cubana
    CY|CYP|Cyprus|Chipre|Cypriot|chipriota
    CZ|CZE|Czechia|Chequia|Czech Republic|República Checa|Czech|checo|checa|Czechoslovakia
    DK|DNK|Denmark|Dinamarca|Danish|danés|danesa
    DJ|DJI|Djibouti|Yibuti|Djiboutian
    DM|DMA|Dominica
    DO|DOM|Dominican Republic|República Dominicana|Dominican|dominicano|dominicana|RD|Santo Domingo
    EC|ECU|Ecuador|Ecuadorian|Ecuadorean|ecuatoriano|ecuatoriana|Equador
    EG|EGY|Egypt|Egipto|Egyptian|egipcio|egipcia
    SV|SLV|El Salvador|Salvador|Salvadoran|Salvadorean|Salvadorian|salvadoreño|salvadoreña|guanaco
    GQ|GNQ|Equatorial Guinea|Guinea Ecuatorial|ecuatoguineano|ecuatoguineana
    ER|ERI|Eritrea|Eritrean|eritreo|eritrea
    EE|EST|Estonia|Estonian|estonio
    SZ|SWZ|Eswatini|Esuatini|Swaziland|Suazilandia
    ET|ETH|Ethiopia|Etiopía|Ethiopian|etíope
    FJ|FJI|Fiji|Fiyi|Fijian|fiyiano
    FI|FIN|Finland|Finlandia|Finnish|finlandés|finlandesa
    FR|FRA|France|Francia|French|francés|francesa
    GA|GAB|Gabon|Gabón|Gabonese|gabonés
    GM|GMB|Gambia|The Gambia|Gambian|gambiano|gambiana
    GE|GEO|Georgia|Georgian|georgiano|georgiana
    DE|DEU|Germany|Alemania|German|alemán|alemana
    GH|GHA|Ghana|Ghanaian|ghanés|ghanesa
    GR|GRC|Greece|Grecia|Greek|griego|griega
    GD|GRD|Grenada|Granada|Grenadian|granadino
    GT|GTM|Guatemala|Guatemalan|guatemalteco|guatemalteca|chapín|chapina
    GN|GIN|Guinea|Guinean|guineano|guineana|Guinée|Guinea Conakry
    GW|GNB|Guinea-Bissau|Guinea Bisáu|Guinea Bissau
    GY|GUY|Guyana|Guyanese|guyanés|guyanesa
    HT|HTI|Haiti|Haití|Haitian|haitiano|haitiana|Ayiti
    HN|HND|Honduras|Honduran|hondureño|hondureña|catracho|catracha
    HK|HKG|Hong Kong
    HU|HUN|Hungary|Hungría|Hungarian|húngaro|húngara
    IS|ISL|Iceland|Islandia|Icelandic
    IN|IND|India|Indian|indio|hindú|Punjab
    ID|IDN|Indonesia|Indonesian|indonesio
    IR|IRN|Iran|Irán|Iranian|iraní|Persia
    IQ|IRQ|Iraq|Irak|Iraqi|iraquí
    IE|IRL|Ireland|Irlanda|Irish|irlandés|irlandesa
    IL|ISR|Israel|Israeli|israelí
    IT|ITA|Italy|Italia|Italian|italiano|italiana
    JM|JAM|Jamaica|Jamaican|jamaiquino|jamaicano|jamaicana|jamaiquina
    JP|JPN|Japan|Japón|Japanese|japonés|japonesa
    JO|JOR|Jordan|Jordania|Jordanian|jordano|jordana
    KZ|KAZ|Kazakhstan|Kazajistán|Kazakh|Kazakhstani|kazajo|kazaja
    KE|KEN|Kenya|Kenia|Kenyan|keniano|keniana
    KI|KIR|Kiribati
    XK|XKX|Kosovo|Kosovar
    KW|KWT|Kuwait|Kuwaiti|kuwaití
    KG|KGZ|Kyrgyzstan|Kirguistán|Kyrgyz|kirguís|Kirghizia
    LA|Laos|Lao|Laotian|laosiano|laosiana
    LV|LVA|Latvia|Letonia|Latvian|letón|letona
    LB|LBN|Lebanon|Líbano|Lebanese|libanés|libanesa
    LS|LSO|Lesotho|Lesoto
    LR|LBR|Liberia|Liberian|liberiano|liberiana
    LY|LBY|Libya|Libia|Libyan|libio
    LI|LIE|Liechtenstein
    LT|LTU|Lithuania|Lituania|Lithuanian|lituano|lituana
    LU|LUX|Luxembourg|Luxemburgo
    MO|MAC|Macau|Macao
    MG|MDG|Madagascar|Malagasy|malgache
    MW|MWI|Malawi|Malaui|Malawian
    MY|MYS|Malaysia|Malasia|Malaysian|malasio
    MV|MDV|Maldives|Maldivas
    ML|MLI|Mali|Malí|Malian|maliense|malí
    MT|MLT|Malta|Maltese|maltés
    MH|MHL|Marshall Islands|Islas Marshall|Marshallese
    MR|MRT|Mauritania|Mauritanian|mauritano|mauritana
    MU|MUS|Mauritius|Mauricio|Mauritian
    MX|Mexico|México|Mexican|mexicano|mexicana|Méjico|Mex|Estados Unidos Mexicanos
    FM|FSM|Micronesia|Micronesian|micronesio
    MD|MDA|Moldova|Moldavia|Moldovan|moldavo|moldava
    MC|MCO|Monaco|Mónaco
    MN|MNG|Mongolia|Mongolian|mongol|mongola
    ME|MNE|Montenegro|Montenegrin|montenegrino
    MA|MAR|Morocco|Marruecos|Moroccan|marroquí
    MZ|MOZ|Mozambique|Mozambican|mozambiqueño
    MM|MMR|Myanmar|Burma|Birmania|Burmese|birmano|birmana
    NA|NAM|Namibia|Namibian|namibio
    NR|NRU|Nauru
    NP|NPL|Nepal|Nepalese|Nepali|nepalí|nepalés
    NL|NLD|Netherlands|Países Bajos|Holland|Holanda|Dutch|neerlandés|holandés|holandesa
    NZ|NZL|New Zealand|Nueva Zelanda|Nueva Zelandia|neozelandés
    NI|NIC|Nicaragua|Nicaraguan|nicaragüense|nica
    NE|NER|Niger|Níger|Nigerien|nigerino
    NG|NGA|Nigeria|Nigerian|nigeriano|nigeriana
    KP|PRK|North Korea|Corea del Norte|North Korean|norcoreano
    MK|MKD|North Macedonia|Macedonia del Norte|Macedonia|Macedonian|macedonio
    NO|NOR|Norway|Noruega|Norwegian|noruego
    OM|OMN|Oman|Omán|Omani
    PK|PAK|Pakistan|Pakistán|Pakistani|pakistaní|paquistaní
    PW|PLW|Palau|Palaos
    PS|PSE|Palestine|Palestina|Palestinian|palestino|Gaza|West Bank
    PA|PAN|Panama|Panamá|Panamanian|panameño|panameña
    PG|PNG|Papua New Guinea|Papúa Nueva Guinea
    PY|PRY|Paraguay|Paraguayan|paraguayo|paraguaya
    PE|PER|Peru|Perú|Peruvian|peruano|peruana
    PH|PHL|Philippines|Filipinas|Filipino|Filipina|Philippine
    PL|POL|Poland|Polonia|Polish|polaco|polaca
    PT|PRT|Portugal|Portuguese|portugués|portuguesa
    PR|PRI|Puerto Rico|Puerto Rican|puertorriqueño|puertorriqueña
    QA|QAT|Qatar|Catar|Qatari
    RO|ROU|Romania|Rumania|Rumanía|Romanian|rumano|rumana
    RU|RUS|Russia|Rusia|Russian|ruso|rusa|Russian Federation|Federación Rusa
    RW|RWA|Rwanda|Ruanda|Rwandan|ruandés
    KN|KNA|Saint Kitts and Nevis|San Cristóbal y Nieves|St Kitts
    LC|LCA|Saint Lucia|Santa Lucía|St Lucia
    VC|VCT|Saint Vincent and the Grenadines|San Vicente y las Granadinas|St Vincent
    WS|WSM|Samoa|Samoan|samoano
    SM|SMR|San Marino
    ST|STP|São Tomé and Príncipe|Santo Tomé y Príncipe
    SA|SAU|Saudi Arabia|Arabia Saudita|Arabia Saudí|Saudi|saudí|saudita
    SN|SEN|Senegal|Senegalese|senegalés|senegalesa
    RS|SRB|Serbia|Serbian|serbio
    SC|SYC|Seychelles
    SL|SLE|Sierra Leone|Sierra Leona|Sierra Leonean|sierraleonés
    SG|SGP|Singapore|Singapur|Singaporean|singapurense
    SK|SVK|Slovakia|Eslovaquia|Slovak|eslovaco
    SI|SVN|Slovenia|Eslovenia|Slovenian|esloveno
    SB|SLB|Solomon Islands|Islas Salomón
    SO|SOM|Somalia|Somali|somalí
    ZA|ZAF|South Africa|Sudáfrica|South African|sudafricano|sudafricana
    KR|KOR|South Korea|Corea del Sur|Korea|Corea|South Korean|Korean|coreano|coreana|surcoreano
    SS|SSD|South Sudan|Sudán del Sur|South Sudanese
    ES|ESP|Spain|España|Spanish|Spaniard|español|española
    LK|LKA|Sri Lanka|Sri Lankan|esrilanqués|Ceylon
    SD|SDN|Sudan|Sudán|Sudanese|sudanés|sudanesa
    SR|SUR|Suriname|Surinam|Surinamese|surinamés
    SE|SWE|Sweden|Suecia|Swedish|sueco
    CH|CHE|Switzerland|Suiza|Swiss|suizo
    SY|SYR|Syria|Siria|Syrian|sirio
    TW|TWN|Taiwan|Taiwán|Taiwanese|taiwanés
    TJ|TJK|Tajikistan|Tayikistán|Tajik|tayiko
    TZ|TZA|Tanzania|Tanzanian|tanzano
    TH|THA|Thailand|Tailandia|Thai|tailandés|tailandesa
    TL|TLS|Timor-Leste|Timor Oriental|East Timor
    TG|TGO|Togo|Togolese|togolés|togolesa
    TO|TON|Tonga|Tongan|tongano
    TT|TTO|Trinidad and Tobago|Trinidad y Tobago|Trinidad|Trinidadian|trinitense
    TN|TUN|Tunisia|Túnez|Tunisian|tunecino
    TR|TUR|Turkey|Turquía|Türkiye|Turkish|turco|turca
    TM|TKM|Turkmenistan|Turkmenistán|Turkmen|turcomano
    TV|TUV|Tuvalu
    UG|UGA|Uganda|Ugandan|ugandés
    UA|UKR|Ukraine|Ucrania|Ukrainian|ucraniano|ucraniana
    AE|ARE|United Arab Emirates|Emiratos Árabes Unidos|UAE|Emirati
    GB|GBR|United Kingdom|Reino Unido|UK|Great Britain|Gran Bretaña|England|Inglaterra|British|británico|británica|inglés
    US|United States|Estados Unidos|USA|United States of America|American|estadounidense|EEUU|EUA
    UY|URY|Uruguay|Uruguayan|uruguayo|uruguaya
    UZ|UZB|Uzbekistan|Uzbekistán|Uzbek|uzbeko|uzbeka
    VU|VUT|Vanuatu
    VE|VEN|Venezuela|Venezuelan|venezolano|venezolana
    VN|VNM|Vietnam|Viet Nam|Vietnamese|vietnamita
    YE|YEM|Yemen|Yemeni|yemení
    ZM|ZMB|Zambia|Zambian|zambiano
    ZW|ZWE|Zimbabwe|Zimbabue|Zimbabwean|zimbabuense
    AI|AIA|Anguilla|Anguila
    AS|ASM|American Samoa|Samoa Americana
    AW|ABW|Aruba|arubeño
    BM|BMU|Bermuda|Bermudas|Bermudian
    CW|CUW|Curaçao|Curazao
    EH|ESH|Western Sahara|Sahara Occidental|Sahrawi|saharaui
    GF|GUF|French Guiana|Guayana Francesa|Guyane
    GI|GIB|Gibraltar
    GP|GLP|Guadeloupe|Guadalupe
    GU|GUM|Guam
    KY|CYM|Cayman Islands|Islas Caimán
    MP|MNP|Northern Mariana Islands|Islas Marianas del Norte
    MQ|MTQ|Martinique|Martinica
    MS|MSR|Montserrat
    SX|SXM|Sint Maarten|San Martín
    TC|TCA|Turks and Caicos Islands|Turks and Caicos|Islas Turcas y Caicos
    VA|VAT|Holy See|Vatican City|Santa Sede|Vaticano
    VG|VGB|British Virgin Islands|Virgin Islands British|Islas Vírgenes Británicas
    VI|VIR|US Virgin Islands|Virgin Islands|Virgin Islands US|Islas Vírgenes
    SU|SUN|Soviet Union|Unión Soviética|USSR|URSS
    YU|YUG|Yugoslavia
    """
}
