import type { Condition, Expression } from '../../ast/index.js'
import { T } from '../tokens/kinds.js'
import { unitKinds } from './amount.js'
import { asCondition } from './clause-kinds.js'
import { present, type Notation } from './notation.js'
import type { Endings } from './rules.js'

/** What may end a rule: a cap, a readable reminder, an exception, in any order. */
export function defineEndings($: Notation): void {
  const { rules } = $

  $.define('endings', (): Endings => {
    const endings: Endings[] = []
    $.repeat(() => {
      $.optional(() => $.take(T.Comma), 1)
      endings.push($.sub(rules.ending))
    })
    return $.act(() => {
      const seen = endings.flatMap((ending) => Object.keys(ending))
      const twice = seen.find((key, i) => seen.indexOf(key) !== i)
      if (twice !== undefined) $.report({ code: 'said-twice', span: $.since($.peek(0).startOffset), data: {} })
      return Object.assign({}, ...endings)
    })
  })

  $.define('ending', () =>
    $.either<Endings>([
      { GATE: () => capBehind(), ALT: () => ({ cap: $.sub(rules.capBehind) }) },
      { IGNORE_AMBIGUITIES: true, ALT: () => ({ cap: $.sub(rules.cap) }) },
      { ALT: () => ({ reminder: $.sub(rules.reminder) }) },
      {
        ALT: () => {
          $.take(T.ExceptWhen)
          const except = $.sub(rules.condition)
          return { except }
        },
      },
      { ALT: () => ({ where: $.sub(rules.onlyCounted) }) },
      { GATE: () => exceptionAhead(), ALT: () => ({ except: $.sub(rules.chineseException) }) },
    ]),
  )

  /** `at most 4` · `最多扣 4 分` · `以 4 分为限` */
  $.define('cap', () =>
    $.either<Expression>([
      {
        ALT: () => {
          $.takeOne([T.Cap, T.AtMost, T.AtMostSign])
          const cap = $.sub(rules.amount)
          $.sub(rules.unit)
          return cap
        },
      },
      {
        GATE: () => !$.next(T.UpTo, T.ItemsOwn),
        ALT: () => {
          $.take(T.UpTo)
          const cap = $.sub(rules.amount, 1)
          $.sub(rules.unit, 1)
          return cap
        },
      },
      {
        GATE: () => !$.next(T.Using, T.ThisItem),
        ALT: () => {
          $.take(T.Using)
          const cap = $.sub(rules.amount, 2)
          $.sub(rules.unit, 2)
          $.take(T.WithinLimit)
          return cap
        },
      },
    ]),
  )

  /** `15 分封顶` */
  $.define('capBehind', () => {
    const cap = $.sub(rules.amount)
    $.sub(rules.unit)
    $.take(T.Cap)
    return cap
  })

  function capBehind(): boolean {
    return $.next(T.Number, T.Cap) || $.next(T.Number, unitKinds, T.Cap) || $.next(T.Name, T.PointUnit, T.Cap)
  }

  /** `up to the item's 10 points` · `扣完本项 10 分为止` · `以本项分值为限` */
  $.define('reminder', () => {
    const start = $.here()
    const points = $.either([
      {
        ALT: () => {
          $.take(T.UpTo)
          $.take(T.ItemsOwn)
          return $.sub(rules.itemsPoints)
        },
      },
      {
        ALT: () => {
          $.take(T.UntilGone)
          const said = $.sub(rules.itemsPoints, 1)
          $.optional(() => $.take(T.Until))
          return said
        },
      },
      {
        ALT: () => {
          $.take(T.Using)
          const said = $.sub(rules.itemsPoints, 2)
          $.take(T.WithinLimit)
          return said
        },
      },
    ])
    return $.act(() => ({ ...present({ points: points.points }), span: $.since(start) }))
  })

  $.define('itemsPoints', () => {
    $.optional(() => $.take(T.ThisItem))
    const points = $.optional(() => $.takeNumber(), 1)
    $.optional(() => $.takeOne([T.PointUnit, T.Worth]), 2)
    return { points }
  })

  /** `C 的除外` */
  $.define('chineseException', () => {
    const clause = $.sub(rules.clause)
    $.optional(() => $.take(T.De))
    $.take(T.ExceptWhen)
    return $.act((): Condition => asCondition($, clause))
  })

  /** `only where "evidence"` · `只计有“佐证”的` */
  $.define('onlyCounted', () => {
    $.takeOne([T.OnlyCounted, T.WhereClause])
    const where = $.sub(rules.condition)
    $.optional(() => $.take(T.De))
    return where
  })

  function exceptionAhead(): boolean {
    return !$.next(T.ExceptWhen) && $.comesFirst([T.ExceptWhen], [])
  }
}

/** A cap or reminder where none can stand is reported. */
export function onlyException($: Notation, endings: Endings): { except?: Condition } {
  const odd = endings.cap ?? endings.reminder
  if (odd !== undefined) $.report({ code: 'no-cap-here', span: odd.span, data: {} })
  if (endings.where !== undefined) $.report({ code: 'no-records-counted', span: endings.where.span, data: {} })
  return present({ except: endings.except })
}
