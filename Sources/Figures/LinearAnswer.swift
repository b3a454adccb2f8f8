/// What `glpsol -w` writes of a linear programme: a line for each row and column, in the order of the programme.
package enum LinearAnswer {
  /// The value of every column; nil unless the optimum was found.
  package static func values(_ text: String) -> [Double]? {
    var values: [Double] = []
    var isOptimal = false
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.first == "s", words.count >= 6 { isOptimal = words[4] == "f" && words[5] == "f" }
      if words.first == "j", words.count >= 4, let value = Double(words[3]) { values.append(value) }
    }
    return isOptimal ? values : nil
  }
}
