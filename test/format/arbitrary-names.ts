import { foldName } from '@merit/engine/scheme'
import { constantFrom, nat, oneof, record, string, tuple, type Arbitrary } from 'fast-check'
import type { DateLiteral, ItemNumber, Name, Num } from '@merit/dsl'

export const span = { start: 0, end: 0 }

const usual = constantFrom(
  'a',
  'b',
  'F',
  '工作计划',
  '信访件',
  'work plan',
  "last year's grade",
  '610办',
  '有或无',
  '扣 2 分',
  'item 1',
  '且',
  '的',
)

/** Names as authors write them, and odd ones: marks of every kind, blanks, signs of the language. */
const odd = constantFrom(
  '落实“一岗双责”情况',
  '《条例》',
  '《a》和《b》',
  'a "b" c',
  '「甲」',
  '甲」乙',
  'a”b',
  '“',
  '"',
  '『x』「y',
  ' lead',
  'trail ',
  'a # b',
  '// x',
  '注：y',
  'a，b；c。d',
  '（x',
  '90% 以上',
  '2026-03-01',
  '😀',
  'Ａ１',
  'e\u0301',
  '> x',
  'a\tb',
)

const random = string({
  unit: constantFrom(...'ab甲乙1２ ，。"“”「』《(（#'.split('')),
  minLength: 1,
  maxLength: 6,
}).filter((raw) => foldName(raw) !== '' && readable(raw))

/** Whether some pair of quotes can hold the name: a name that none can hold cannot be typed. */
function readable(raw: string): boolean {
  if (!raw.includes('"') || !/[「」]/.test(raw) || !/[『』]/.test(raw)) return true
  return !/[“”]/.test(raw)
}

export const name: Arbitrary<Name> = oneof(
  { weight: 6, arbitrary: usual },
  { weight: 2, arbitrary: odd },
  { weight: 1, arbitrary: random },
).map((raw) => ({ text: foldName(raw), raw, span }))

const decimalText = oneof(
  nat(200).map(String),
  tuple(nat(99), nat(99)).map(([whole, rest]) => `${whole}.${rest}`),
)

export const whole: Arbitrary<Num> = nat(20).map((value) => ({ text: String(value), percent: false, span }))
export const positive: Arbitrary<Num> = decimalText.map((text) => ({ text, percent: false, span }))
export const percentage: Arbitrary<Num> = decimalText.map((text) => ({ text, percent: true, span }))
export const positiveOrPercentage = oneof(positive, percentage)
export const signed: Arbitrary<Num> = tuple(positiveOrPercentage, constantFrom('', '-')).map(
  ([{ text, percent }, sign]) => ({
    text: /^[0.]+$/.test(text) ? text : `${sign}${text}`,
    percent,
    span,
  }),
)

export const date: Arbitrary<DateLiteral> = record({ year: nat(99), month: nat(11), day: nat(27) }).map(
  ({ year, month, day }) => ({
    text: `20${String(year).padStart(2, '0')}-${String(month + 1).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
    span,
  }),
)

export const itemNumber: Arbitrary<ItemNumber> = tuple(nat(9), nat(9), nat(9), nat(2)).map(([a, b, c, levels]) => ({
  text: [a + 1, b + 1, c + 1].slice(0, levels + 1).join('.'),
  span,
}))
