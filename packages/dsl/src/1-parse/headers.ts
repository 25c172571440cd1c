import { is, T, type Token } from './tokens/kinds.js'

/** Whether tokens clearly begin a header: `指标 1.1 “N”`, `part "N" out of`, `数据`, `总分（“kind”）`, `等次评定`. */
export function beginsHeader(tokens: readonly Token[]): boolean {
  const [first, second, third] = tokens
  if (first === undefined) return false
  switch (first.tokenType) {
    case T.Facts:
      return second === undefined || is(second, T.Colon, T.Semicolon, T.FullStop)
    case T.Item:
      return is(second, T.Number, T.Numbering) ? is(third, T.Name) : is(second, T.Name)
    case T.Part:
    case T.Rubric:
      return is(second, T.Name) && (third === undefined || is(third, ...afterPartName))
    case T.Total:
      return second === undefined || is(second, T.Colon, T.For) || (is(second, T.Open) && is(third, T.Name))
    case T.Grading:
      return true
    case T.Ballots:
    case T.Review:
    case T.Example:
    case T.Scheme:
      return is(second, T.Name)
    default:
      return false
  }
}

const afterPartName = [
  T.FullMarks,
  T.OutOf,
  T.By,
  T.Adopting,
  T.Each,
  T.For,
  T.Comma,
  T.Colon,
  T.Number,
  T.Semicolon,
  T.FullStop,
]
