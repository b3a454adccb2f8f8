/// Every predicate that a rule may use. Adding one is one file and one line here.
package let allPredicates: [Predicate] = [
  .openMinutes
]
