import { spanOf, T } from '../tokens/kinds.js'
import { weightedSource } from '../listed.js'
import { present, type Notation } from './notation.js'
import { periodsOf, type PartDetail } from './period.js'

/** Headers of items, parts, rubrics and totals, and the lines of a part that are no rules. */
export function defineItems($: Notation): void {
  const { rules } = $

  $.define('itemSentence', () => {
    $.take(T.Item)
    const number = $.takeOne([T.Number, T.Numbering])
    const name = $.takeName()
    $.optional(() => $.take(T.Comma))
    const points = $.sub(rules.pointsInBrackets)
    $.optional(() => $.take(T.Colon), 1)
    return $.act(() => ({
      kind: 'item',
      number: { text: number.image.normalize('NFKC').trim(), span: spanOf(number) },
      name,
      points,
    }))
  })

  /** `10 points` · `（10 分）` · `满分 10 分` */
  $.define('pointsInBrackets', () => {
    const bracket = $.optional(() => $.take(T.Open))
    $.optional(() => $.takeOne([T.FullMarks, T.OutOf]), 1)
    const points = $.takeNumber()
    $.optional(() => $.take(T.PointUnit), 2)
    $.optional(
      () => $.take(T.Close),
      3,
      () => bracket !== undefined,
    )
    return points
  })

  $.define('partSentence', () => {
    $.take(T.Part)
    const name = $.takeName()
    const said: PartDetail[] = []
    $.repeat(() => {
      $.optional(() => $.takeOne([T.Comma, T.ListComma]))
      said.push($.sub(rules.partDetail))
    })
    $.optional(() => $.take(T.Colon), 1)
    return $.act(() => {
      const { full, kinds, rubric } = Object.assign({}, ...said) as PartDetail
      const periods = periodsOf($, said)
      return { kind: 'part', name, ...present({ full }), kinds: kinds ?? [], ...present({ rubric, periods }) }
    })
  })

  $.define('partDetail', () =>
    $.either<PartDetail>([
      {
        ALT: () => {
          const full = $.sub(rules.outOf)
          return { full }
        },
      },
      {
        ALT: () => {
          $.take(T.For)
          const kinds = $.sub(rules.names)
          return { kinds }
        },
      },
      {
        ALT: () => {
          $.takeOne([T.By, T.Adopting])
          $.take(T.Rubric)
          const rubric = $.takeName()
          return { rubric }
        },
      },
      { ALT: () => $.sub(rules.periodDetail) },
    ]),
  )

  $.define('outOf', () => {
    $.takeOne([T.FullMarks, T.OutOf])
    const full = $.takeNumber()
    $.optional(() => $.take(T.PointUnit))
    return full
  })

  $.define('rubricSentence', () => {
    $.take(T.Rubric)
    const name = $.takeName()
    $.optional(() => $.take(T.Comma))
    const full = $.sub(rules.outOf)
    $.optional(() => $.take(T.Colon), 1)
    return { kind: 'rubric', name, full }
  })

  $.define('totalSentence', () => {
    $.take(T.Total)
    const kinds = $.optional(() => $.sub(rules.kindsMeant))
    $.optional(() => $.take(T.Colon), 1)
    return $.act(() => ({ kind: 'total', kinds: kinds ?? [] }))
  })

  /** `for "town"` · `of "town"` · `（“镇街”）` */
  $.define('kindsMeant', () =>
    $.either([
      {
        ALT: () => {
          $.takeOne([T.For, T.Of])
          return $.sub(rules.names)
        },
      },
      {
        ALT: () => {
          $.take(T.Open)
          const kinds = $.sub(rules.names, 1)
          $.take(T.Close)
          return kinds
        },
      },
    ]),
  )

  $.define('emptyGroupSentence', () => {
    $.take(T.EmptyGroup)
    $.optional(() => $.take(T.Comma))
    $.take(T.WeightShared)
    return { kind: 'empty-group' }
  })

  $.define('checkedBySentence', () => {
    $.take(T.CheckedBy)
    $.optional(() => $.takeOne([T.Colon, T.Is]))
    const ways = $.sub(rules.names)
    return { kind: 'checked-by', ways }
  })

  $.define('remarksSentence', () => {
    $.take(T.Remarks)
    $.optional(() => $.takeOne([T.Colon, T.Is]))
    const fact = $.takeName()
    return { kind: 'remarks', fact }
  })

  /** English `40% average of "F"`, `"part"`; Chinese weights come behind, with the rule that begins with a clause. */
  $.define('weightedSentence', () => {
    const weight = $.optional(() => $.takeNumber(), 0)
    const source = $.sub(rules.expression)
    return $.act(() => ({ kind: 'weighted-line', ...present({ weight }), source }))
  })

  /** `"a", "b" 20% each` · `“a”、“b”的平均分各占 20%` */
  $.define('equalWeightsSentence', () => {
    const average = $.optional(() => {
      $.take(T.Average)
      return $.take(T.Of)
    })
    const sources = [$.takeName()]
    $.repeat(() => {
      $.takeOne([T.Comma, T.ListComma, T.With, T.And])
      sources.push($.takeName(1))
    })
    const averageBehind = $.optional(() => {
      $.take(T.De)
      return $.take(T.Average, 1)
    }, 1)
    const weight = $.either([
      {
        ALT: () => {
          $.take(T.EachWeighs)
          return $.takeNumber()
        },
      },
      {
        ALT: () => {
          const weight = $.takeNumber(1)
          $.take(T.Each)
          return weight
        },
      },
    ])
    return $.act(() => {
      const averaged = average !== undefined || averageBehind !== undefined
      if (sources.length > 1) return { kind: 'weighted-lines', weight, sources, average: averaged }
      return { kind: 'weighted-line', weight, source: weightedSource(sources[0]!, averaged) }
    })
  })
}
