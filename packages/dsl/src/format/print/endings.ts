import type { AdjustmentSentence, Condition, Effect } from '../../ast/index.js'
import { condition, ofCondition } from './condition.js'
import type { Printing } from './context.js'
import { amount } from './expression.js'
import { number, tight } from './words.js'

/** ` except when C` · `，C 的除外` */
export function exception(except: Condition | undefined, printing: Printing): string {
  if (except === undefined) return ''
  return printing.language === 'zh'
    ? `，${ofCondition(except, printing)}除外`
    : ` except when ${condition(except, printing)}`
}

const caps: Readonly<Record<Effect, string>> = {
  costs: '最多扣',
  earns: '最多得',
  'also-earns': '最多加',
  bonus: '最高加',
  penalty: '最多减',
}

/** What may follow an adjustment: which records count, its cap, a reminder, an exception. */
export function endings({ effect, where, cap, reminder, except }: AdjustmentSentence, printing: Printing): string {
  return `${whereOf(where, printing)}${capOf(effect, cap, printing)}${reminderOf(reminder, printing)}${exception(except, printing)}`
}

function whereOf(where: Condition | undefined, printing: Printing): string {
  if (where === undefined) return ''
  return printing.language === 'zh'
    ? `，只计${ofCondition(where, printing)}`
    : `, only where ${condition(where, printing)}`
}

function capOf(effect: Effect, cap: AdjustmentSentence['cap'], printing: Printing): string {
  if (cap === undefined) return ''
  if (printing.language === 'zh') return `，${tight(caps[effect], amount(cap, printing, '分'))}`
  const word = effect === 'bonus' || effect === 'penalty' ? 'capped at' : 'at most'
  return `, ${word} ${amount(cap, printing, '')}`
}

function reminderOf(reminder: AdjustmentSentence['reminder'], { language }: Printing): string {
  if (reminder === undefined) return ''
  const points = reminder.points === undefined ? undefined : number(reminder.points)
  if (language === 'zh') return points === undefined ? '，扣完为止' : `，扣完本项 ${points} 分为止`
  return `, up to the item's ${points === undefined ? 'points' : `${points} points`}`
}
