import type { Level } from '../../ast/index.js'
import { T } from '../tokens/kinds.js'
import { present, type Notation } from './notation.js'

const separators = [T.Comma, T.ListComma]

/** Named lists of words with what they count. */
export function defineLevels($: Notation): void {
  const { rules } = $

  $.define('levelsSentence', () => {
    $.takeOne([T.Levels, T.StepUnit])
    const name = $.takeName()
    $.take(T.Colon)
    const levels = [$.sub(rules.level)]
    $.repeat(() => {
      $.takeOne(separators, 1)
      levels.push($.sub(rules.level, 1))
    })
    return { kind: 'levels', name, levels }
  })

  /** `"good" 100` · `“好”100 分` · `"good"` */
  $.define('level', (): Level => {
    const start = $.here()
    const word = $.takeName()
    const value = $.optional(() => {
      $.optional(() => $.take(T.Earns), 1)
      const number = $.sub(rules.number)
      $.sub(rules.unit)
      return number
    })
    return $.act(() => ({ word, ...present({ value }), span: $.since(start) }))
  })
}
