import type { Num, RoundingMode } from '../../ast/index.js'
import { is, T, type Token } from '../tokens/kinds.js'
import { present, type Notation } from './notation.js'

const separators = [T.Comma, T.ListComma]

/** The head of a scheme, and notes. */
export function defineHead($: Notation): void {
  const { rules } = $

  $.define('schemeSentence', () => {
    $.take(T.Scheme)
    const title = $.takeName()
    const { year, version } = $.sub(rules.edition)
    return $.act(() => ({ kind: 'scheme', title, year, ...present({ version }) }))
  })

  /** `for 2026, version 1` · `2026年度 第1版` */
  $.define('edition', () => {
    $.optional(() => $.takeOne([T.For, T.Comma]))
    const year = $.takeNumber()
    $.optional(() => $.take(T.Year), 1)
    $.optional(() => $.takeOne(separators, 1), 2)
    const version = $.optional(() => $.sub(rules.version), 3)
    return { year, version }
  })

  $.define('version', () =>
    $.either<Num>([
      {
        ALT: () => {
          $.take(T.Version)
          return $.takeNumber()
        },
      },
      {
        ALT: () => {
          $.take(T.Ordinal)
          const version = $.takeNumber(1)
          $.take(T.Version, 1)
          return version
        },
      },
    ]),
  )

  $.define('issuerSentence', () => {
    $.take(T.IssuedBy)
    $.optional(() => $.take(T.Colon))
    const name = $.takeName()
    return { kind: 'issuer', name }
  })

  $.define('replacesSentence', () => {
    $.take(T.Replaces)
    $.optional(() => $.take(T.Colon))
    const title = $.takeName()
    const { year, version } = $.sub(rules.edition)
    return $.act(() => ({ kind: 'replaces', title, year, ...present({ version }) }))
  })

  $.define('fullMarksSentence', () => {
    $.take(T.FullMarks)
    $.optional(() => $.takeOne([T.Colon, T.Is]))
    const points = $.takeNumber()
    $.optional(() => $.take(T.PointUnit), 1)
    return { kind: 'full-marks', points }
  })

  $.define('roundingSentence', () => {
    const word = $.takeOne([T.ScoresTo, T.ScoresShown])
    const decimals = $.takeNumber()
    $.take(T.Decimals)
    const mode = $.optional(() => {
      $.optional(() => $.take(T.Comma), 1)
      return $.takeOne([T.HalfUp, T.HalfEven, T.RoundDown, T.RoundUp], 1)
    })
    return $.act(() => ({
      kind: 'rounding',
      decimals,
      ...present({ mode: mode === undefined ? undefined : roundingMode(mode) }),
      displayOnly: is(word, T.ScoresShown),
    }))
  })

  $.define('unitKindsSentence', () => {
    $.take(T.UnitKinds)
    $.optional(() => $.take(T.Colon))
    const kinds = [$.sub(rules.unitKind)]
    $.repeat(() => {
      $.takeOne(separators)
      kinds.push($.sub(rules.unitKind, 1))
    })
    return { kind: 'unit-kinds', kinds }
  })

  /** `"a" (20 units)` · `“a”（20 个）` */
  $.define('unitKind', () => {
    const name = $.takeName()
    const count = $.optional(() => {
      $.take(T.Open)
      const number = $.takeNumber()
      $.optional(() => $.take(T.Measure), 1)
      $.take(T.Close)
      return number
    })
    return $.act(() => ({ name, ...present({ count }) }))
  })

  $.define('gradesSentence', () => {
    $.takeOne([T.Grades, T.Grade])
    $.optional(() => $.take(T.Colon))
    const grades = $.sub(rules.names)
    return { kind: 'grades', grades }
  })

  $.define('includeSentence', () => {
    $.take(T.Include)
    $.optional(() => $.take(T.Colon))
    const file = $.takeName()
    return { kind: 'include', file }
  })

  $.define('notEncodedSentence', () => {
    $.take(T.NotEncoded)
    const { subject: what, because } = $.sub(rules.reasoned)
    return $.act(() => ({ kind: 'not-encoded', what, because }))
  })

  $.define('acceptedSentence', () => {
    $.take(T.Accepted)
    const { subject: code, because } = $.sub(rules.reasoned)
    return $.act(() => ({ kind: 'accepted', code, because }))
  })

  $.define('reasoned', () => {
    const subject = $.takeName()
    $.optional(() => $.take(T.Comma))
    $.take(T.Because)
    $.optional(() => $.take(T.Colon), 1)
    const because = $.takeName(1)
    return { subject, because }
  })

  $.define('basisSentence', () => {
    $.take(T.Basis)
    $.optional(() => $.take(T.Colon))
    const basis = $.takeName()
    return { kind: 'basis', basis }
  })
}

function roundingMode(word: Token): RoundingMode {
  if (is(word, T.HalfUp)) return 'half-up'
  if (is(word, T.HalfEven)) return 'half-even'
  return is(word, T.RoundDown) ? 'down' : 'up'
}
