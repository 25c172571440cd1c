import type { DefaultNode, FactOptions, FactTypeNode, Name, Num } from '../../ast/index.js'
import { is, spanOf, T } from '../tokens/kinds.js'
import { present, type Notation } from './notation.js'

/** Facts, their types, and what may follow a type. */
export function defineFacts($: Notation): void {
  const { rules } = $

  $.define('factsSentence', () => {
    $.take(T.Facts)
    $.optional(() => $.take(T.Colon))
    return { kind: 'facts' }
  })

  $.define('factSentence', () => {
    const names = $.sub(rules.names)
    const described = $.sub(rules.factDescription)
    return $.act(() => {
      const [name, second] = names
      if (second === undefined) return { kind: 'fact', name: name!, ...described }
      const { machineName, ...alike } = described
      if (machineName !== undefined)
        $.report({ code: 'machine-name-of-several', span: names.at(-1)!.span, data: { machine: machineName } })
      return { kind: 'facts-alike', names, ...alike }
    })
  })

  $.define('fieldSentence', () => {
    $.take(T.Where)
    const name = $.takeName()
    const described = $.sub(rules.factDescription)
    return $.act(() => ({ kind: 'field', name, ...described }))
  })

  $.define('factDescription', () => {
    const machine = $.optional(() => $.take(T.Identifier))
    $.take(T.Colon)
    const type = $.sub(rules.factType)
    const options: Partial<FactOptions>[] = []
    $.repeat(() => {
      $.optional(() => $.takeOne([T.Comma, T.ListComma]), 1)
      options.push($.sub(rules.factOption))
    })
    return $.act(() => ({
      type,
      ...present({ machineName: machine === undefined ? undefined : identifier(machine.image) }),
      withEvidence: false,
      ...Object.assign({}, ...options),
    }))
  })

  $.define('factType', () => {
    const start = $.here()
    const type = $.either<(span: FactTypeNode['span']) => FactTypeNode>([
      {
        ALT: () => {
          const word = $.takeOne([T.YesNo, T.TrueFalse])
          const wording = is(word, T.YesNo) ? 'yes-no' : 'true-false'
          return (span) => ({ kind: 'yes-no', wording, span })
        },
      },
      {
        ALT: () => {
          $.take(T.Count)
          const unitWord = $.optional(() => $.sub(rules.unitWord))
          return (span) => ({ kind: 'count', ...present({ unitWord }), span })
        },
      },
      {
        ALT: () => {
          const { from, to, decimals } = $.sub(rules.numberType)
          return (span) => ({ kind: 'number', from, to, ...present({ decimals }), span })
        },
      },
      {
        ALT: () => {
          $.take(T.Percentage)
          const decimals = $.optional(
            () => $.sub(rules.decimalsOfType),
            1,
            () => decimalsNext(),
          )
          return (span) => ({ kind: 'percentage', ...present({ decimals }), span })
        },
      },
      {
        ALT: () => {
          $.take(T.OneOf)
          const options = $.sub(rules.names)
          return (span) => ({ kind: 'choice', options, span })
        },
      },
      {
        ALT: () => {
          const options = $.sub(rules.names, 1)
          $.take(T.OneOf, 1)
          return (span) => ({ kind: 'choice', options, span })
        },
      },
      {
        ALT: () => {
          $.take(T.Date)
          return (span) => ({ kind: 'date', span })
        },
      },
      {
        ALT: () => {
          $.take(T.Text)
          return (span) => ({ kind: 'text', span })
        },
      },
      {
        ALT: () => {
          $.take(T.Grade)
          return (span) => ({ kind: 'grade', span })
        },
      },
      {
        ALT: () => {
          $.take(T.Many)
          const of = $.sub(rules.manyOf)
          return (span) => ({ kind: 'many', of, span })
        },
      },
      {
        ALT: () => {
          $.take(T.Records)
          return (span) => ({ kind: 'records', span })
        },
      },
    ])
    return $.act(() => type($.since(start)))
  })

  function decimalsNext(): boolean {
    const at = $.next([T.Comma, T.ListComma, T.To]) ? 2 : 1
    return is($.peek(at), T.Number) && is($.peek(at + 1), T.Decimals)
  }

  /** `numbers from 0 to 100`, or `of "a", "b"` */
  $.define('manyOf', () => {
    const start = $.here()
    return $.either<FactTypeNode>([
      {
        ALT: () => {
          $.take(T.Of)
          const options = $.sub(rules.names)
          return $.act(() => ({ kind: 'choice', options, span: $.since(start) }))
        },
      },
      { ALT: () => $.sub(rules.factType) },
    ])
  })

  /** `(cases)` · `（件）`: any word. */
  $.define('unitWord', () => {
    $.take(T.Open)
    const words = [$.takeOne([...unitWords])]
    $.repeat(() => {
      words.push($.takeOne([...unitWords], 1))
    })
    $.take(T.Close)
    return $.act(() => words.map((word) => word.image).join(/[a-z]/i.test(words[0]!.image) ? ' ' : ''))
  })

  /** `number[s] from 0 to 100[, 1 decimal]` · `[从] 0 到 100 的数[，1 位小数]` */
  $.define('numberType', () => {
    $.optional(() => $.take(T.NumberWord))
    $.optional(() => $.take(T.From), 1)
    const from = $.sub(rules.number)
    $.takeOne([T.To, T.Dash, T.Minus])
    const to = $.sub(rules.number, 1)
    $.optional(() => {
      $.optional(() => $.take(T.Inside), 4)
      $.take(T.De)
      $.take(T.NumberWord, 1)
    }, 2)
    const decimals = $.optional(
      () => $.sub(rules.decimalsOfType),
      3,
      () => decimalsNext(),
    )
    return { from, to, decimals }
  })

  $.define('decimalsOfType', (): Num => {
    $.optional(() => $.takeOne([T.Comma, T.ListComma, T.To]))
    const decimals = $.takeNumber()
    $.take(T.Decimals)
    return decimals
  })

  $.define('factOption', () =>
    $.either<Partial<FactOptions>>([
      {
        ALT: () => {
          $.takeOne([T.AtMost, T.AtMostSign])
          const atMost = $.sub(rules.number)
          $.sub(rules.unit)
          return { atMost }
        },
      },
      {
        ALT: () => {
          $.take(T.CountedTo)
          const cutAt = $.sub(rules.number, 1)
          return { cutAt }
        },
      },
      { ALT: () => ({ cutAt: $.sub(rules.cutAt) }) },
      { ALT: () => ({ default: $.sub(rules.defaultValue) }) },
      {
        ALT: () => {
          $.take(T.AskedAs)
          $.optional(() => $.take(T.Colon))
          const askedAs = $.takeName()
          return { askedAs }
        },
      },
      {
        ALT: () => {
          $.take(T.ReportedBy)
          const reportedBy = $.takeName(1)
          $.optional(() => $.take(T.Provides), 1)
          return { reportedBy }
        },
      },
      {
        ALT: () => {
          $.take(T.WithEvidence)
          return { withEvidence: true }
        },
      },
    ]),
  )

  /** `超过 100% 的按 100% 计`: both numbers must be the same. */
  $.define('cutAt', () => {
    $.takeOne([T.Above, T.AboveSign])
    const beyond = $.sub(rules.number)
    $.sub(rules.unit)
    $.take(T.De)
    $.optional(() => $.take(T.Comma))
    $.take(T.By)
    const cut = $.sub(rules.number, 1)
    $.sub(rules.unit, 1)
    $.takeOne([T.Earns, T.ScoredVerb], 1)
    return $.act(() => {
      if (beyond.text !== cut.text || beyond.percent !== cut.percent) {
        $.report({
          code: 'cut-elsewhere',
          span: cut.span,
          data: { beyond: shownNumber(beyond), cut: shownNumber(cut) },
        })
      }
      return cut
    })
  })

  /** `no if not reported` · `未填视为无` */
  $.define('defaultValue', () =>
    $.either<DefaultNode>([
      {
        ALT: () => {
          $.take(T.NotReported)
          const value = $.sub(rules.defaultWord)
          $.optional(() => $.take(T.Earns))
          return value
        },
      },
      {
        ALT: () => {
          const value = $.sub(rules.defaultWord, 1)
          $.take(T.NotReported, 1)
          return value
        },
      },
    ]),
  )

  $.define('defaultWord', () =>
    $.either<DefaultNode>([
      {
        ALT: () => {
          const word = $.takeOne([T.Yes, T.Has, T.Is])
          return $.act(() => ({ kind: 'yes', span: spanOf(word) }))
        },
      },
      {
        ALT: () => {
          const word = $.takeOne([T.No, T.None, T.Missing, T.False], 1)
          return $.act(() => ({ kind: 'none', span: spanOf(word) }))
        },
      },
      {
        ALT: () => {
          const value = $.sub(rules.number)
          $.sub(rules.unit)
          return { kind: 'number', value, span: $.act(() => value.span) }
        },
      },
      {
        ALT: () => {
          const name: Name = $.takeName()
          return { kind: 'word', name, span: $.act(() => name.span) }
        },
      },
      {
        ALT: () => {
          const date = $.take(T.DateValue)
          return $.act(() => ({ kind: 'date', value: date.payload.date!, span: spanOf(date) }))
        },
      },
    ]),
  )
}

const unitWords = [
  T.Measure,
  T.PointUnit,
  T.PlaceUnit,
  T.StepUnit,
  T.Unknown,
  T.Days,
  T.Part,
  T.Item,
  T.Places,
  T.Award,
  T.Month,
  T.Quarter,
  T.HalfYear,
]

/** The machine name out of its brackets, half width, its letters as typed. */
function identifier(image: string): string {
  return image.normalize('NFKC').replace(/[() ]/g, '')
}

export function shownNumber(number: Num): string {
  return `${number.text}${number.percent ? '%' : ''}`
}
