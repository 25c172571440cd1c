import type { Fact, FactSpec } from './model.js'
import { decimals, names, type Say } from './write-words.js'

/** A fact's line, and those of its fields. */
export function factLines({ name, spec }: Fact, say: Say): readonly string[] {
  const fields =
    spec.kind === 'records'
      ? [
          say('with "matter": text', '其中“matter”：文字'),
          say(`with "level": one of ${names(spec.levels, say)}`, `其中“level”：${names(spec.levels, say)}之一`),
          say('with "date": date', '其中“date”：日期'),
        ]
      : []
  return [say(`"${name}": ${typeText(spec, say)}`, `“${name}”：${typeText(spec, say)}`), ...fields]
}

function typeText(spec: FactSpec, say: Say): string {
  switch (spec.kind) {
    case 'yes-no': {
      const type = say('yes or no', '有或无')
      if (spec.otherwise === undefined) return type
      return `${type}${spec.otherwise ? say(', yes if not reported', '，未填视为有') : say(', no if not reported', '，未填视为无')}`
    }
    case 'count':
      return `${say('count', '数量')}${spec.otherwise === undefined ? '' : say(', 0 if not reported', '，未填视为 0')}`
    case 'number': {
      const range = say(`number from ${spec.from} to ${spec.max}`, `${spec.from} 到 ${spec.max} 的数`)
      return `${range}${spec.decimals === 0 ? '' : say(`, ${decimals(spec.decimals)}`, `，${spec.decimals} 位小数`)}`
    }
    case 'percentage': {
      const precision = spec.decimals === 0 ? '' : say(` to ${decimals(spec.decimals)}`, `，${spec.decimals} 位小数`)
      const cut = spec.cut ? say(', counted to at most 100%', '，超过 100% 的按 100% 计') : ''
      return `${say('percentage', '百分比')}${precision}${cut}`
    }
    case 'choice':
      return say(`one of ${names(spec.options, say)}`, `${names(spec.options, say)}之一`)
    case 'many-numbers':
      return `${say('many numbers from 0 to 100', '多个 0 到 100 的数')}${spec.decimals === 0 ? '' : say(`, ${decimals(spec.decimals)}`, `，${spec.decimals} 位小数`)}`
    case 'many-words':
      return say(`many of ${names(spec.options, say)}`, `多个${names(spec.options, say)}之一`)
    case 'records':
      return say('records, none if not reported', '记录，未填视为无')
    case 'last-grade':
      return say('grade, none if not reported', '等次，未填视为无')
  }
}
