internal import Foundation

extension Phrases {
  /// "+9.6" or "−1.3": a weight with its sign and one decimal.
  package func weight(_ bits: Double) -> String {
    bits.formatted(
      FloatingPointFormatStyle<Double>(locale: locale).precision(.fractionLength(1)).sign(strategy: .always()))
  }
}
