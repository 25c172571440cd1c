/**
 * One unit by a compiled scheme, without Merit: its facts read and its nodes computed as docs/compiled-format.md says, expressions by a
 * JsonLogic library. What needs the other units (field values, the grade) is handed in. It takes valid data and looks for no faults.
 */
import { LogicEngine, defaultMethods } from 'json-logic-engine'

const isSorted = (fits) => (values) => values.every((value, at) => at === 0 || fits(values[at - 1], value))

/** Operators in big integers, for nodes that are `big`. Constants and small values come as numbers: `==` holds of 1n and 1. */
const operators = {
  '+': (terms) => terms.map(BigInt).reduce((a, b) => a + b),
  '*': (factors) => factors.map(BigInt).reduce((a, b) => a * b),
  '-': ([a, b]) => (b === undefined ? -BigInt(a) : BigInt(a) - BigInt(b)),
  min: (values) => values.reduce((a, b) => (b < a ? b : a)),
  max: (values) => values.reduce((a, b) => (b > a ? b : a)),
  '<': isSorted((a, b) => a < b),
  '<=': isSorted((a, b) => a <= b),
  '>': isSorted((a, b) => a > b),
  '>=': isSorted((a, b) => a >= b),
  '===': ([a, b]) => a == b,
  '!==': ([a, b]) => a != b,
  in: ([value, options]) => options.some((option) => option == value),
}
const interpreted = { disableInterpretedOptimization: true }
const inDoubles = new LogicEngine(defaultMethods, interpreted)
const inBigIntegers = new LogicEngine({ ...defaultMethods, ...operators }, interpreted)

/** What each fact of a unit reads as, by its id; one that is missing is not there. */
export function readFacts(scheme, unit) {
  const reports = [unit.facts, ...scheme.reviews.map(({ name }) => entry(unit.reviews, [name])?.facts)]
  const read = {}
  for (const fact of scheme.facts) {
    const given = reports.map((facts) => reported(fact, facts)).findLast((one) => one !== undefined)
    // A text that stands by itself is printed and never compared, so it stays as it was written.
    if (given !== undefined)
      read[fact.id] = fact.type.kind === 'text' ? given.trim() : valueOf(fact.type, given, scheme)
    else if (fact.default !== undefined) read[fact.id] = fact.default
  }
  return read
}

function reported({ name, machineName, aliases = [], under, period, reports, alsoAs = [], type }, facts) {
  const part = under === undefined ? facts : entry(facts, [under])
  if (reports !== undefined) return entry(part, [name]) && true
  const place = period === undefined ? part : entry(part, [period])
  const takesNull = type.kind === 'grade'
  const own = entry(place, [name, machineName ?? name, ...aliases], takesNull)
  return own === undefined ? entry(facts, alsoAs, takesNull) : own
}

/** What stands under one of the names. Null is nothing, but for a grade, where it says that there is none. */
function entry(group, names, takesNull = false) {
  const folded = new Set(names.map(foldedName))
  const isMeant = ([key, value]) => folded.has(foldedName(key)) && (value !== null || takesNull)
  return Object.entries(group ?? {}).find(isMeant)?.[1]
}

/** How a given value of each type reads; of the three types of numbers as `wholeUnits`. */
const readers = {
  'yes-no': (given) => given,
  choice: (given, { options }) => placeIn(options, given),
  grade: (given, _, { grades }) => (given === null ? -1 : placeIn(grades, given)),
  date: (given) => Date.parse(`${given.trim()}T00:00:00Z`) / 86_400_000,
  text: (given) => foldedName(given),
  many: (given, { of }, scheme) => given.map((element) => valueOf(of, element, scheme)),
  records: (given, { fields }, scheme) => given.map((record) => fields.map((field) => fieldOf(record, field, scheme))),
}

function valueOf(type, given, scheme) {
  return (readers[type.kind] ?? wholeUnits)(given, type, scheme)
}

function fieldOf(record, { name, machineName, type, default: otherwise }, scheme) {
  const given = entry(record, [name, machineName ?? name], type.kind === 'grade')
  return given === undefined ? otherwise : valueOf(type, given, scheme)
}

/** A JSON number or decimal text as so many 1/`unit`. */
function wholeUnits(given, { unit, max, cut }) {
  const text = foldedName(String(given)).replace(/%$/, '')
  const [, sign, whole, decimals = '', exponent = 0] = /^([+-]?)(\d+)(?:\.(\d+))?(?:e(.*))?$/i.exec(text)
  const power = 10n ** BigInt(Math.abs(exponent - decimals.length))
  const digits = BigInt(sign + whole + decimals) * BigInt(unit)
  return Math.min(Number(exponent < decimals.length ? digits / power : digits * power), cut ?? max)
}

function placeIn(words, given) {
  return words.map(foldedName).indexOf(foldedName(given))
}

/** A name as names are compared. */
function foldedName(name) {
  return name
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .normalize('NFC')
    .replace(/[“”„‟«»「」『』]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every node's integer or condition, by its id. `known` has those of the field and grade nodes. */
export function nodeValues(scheme, kind, facts, known = {}) {
  const nothing = { 'yes-no': false, many: [], records: [] }
  const data = { kind }
  for (const { id, type } of scheme.facts) data[id] = facts[id] ?? nothing[type.kind] ?? 0
  for (const node of scheme.nodes) data[node.id] = known[node.id] ?? small(nodeValue(node, data, scheme))
  return data
}

function nodeValue(node, data, scheme) {
  const evaluate = (expression, names) => (node.big ? inBigIntegers : inDoubles).run(expression, names)
  if (node.kind === 'logic') return evaluate(node.logic, data)
  if (node.kind === 'aggregate') return aggregated(node, data, scheme, evaluate)
  const of = scheme.nodes.find(({ id }) => id === node.of)
  const by = BigInt(of.unit ?? 1) * BigInt(of.over === undefined ? 1 : data[of.over])
  return by === 0n ? 0n : rounded(BigInt(data[of.id]) * BigInt(node.unit), by, node.mode)
}

function aggregated({ of, where = true, value, groupBy = '', pick, drop, take }, data, scheme, evaluate) {
  const isRecords = scheme.facts.find(({ id }) => id === of).type.kind === 'records'
  const best = new Map()
  for (const element of data[of]) {
    const names = { ...data }
    for (const [at, field] of (isRecords ? element : [element]).entries()) names[`e${at}`] = field
    if (!evaluate(where, names)) continue
    const own = BigInt(evaluate(value, names))
    const group = evaluate(groupBy, names)
    const key = group === '' ? Symbol('a group of its own') : group
    if (!best.has(key) || (pick === 'min' ? own < best.get(key) : own > best.get(key))) best.set(key, own)
  }
  const sorted = [...best.values()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const values = drop !== undefined && sorted.length > Math.max(drop.ifMoreThan, 2) ? sorted.slice(1, -1) : sorted
  if (take === 'sum') return values.reduce((a, b) => a + b, 0n)
  return take === 'count' ? values.length : ((take === 'max' ? values.at(-1) : values[0]) ?? 0n)
}

function rounded(numerator, denominator, mode) {
  const [size, by] = [numerator, denominator].map((n) => (n < 0n ? -n : n))
  const [whole, rest] = [size / by, size % by]
  const isNearestUp = rest * 2n > by || (rest * 2n === by && (mode === 'half-up' || whole % 2n === 1n))
  const magnitude = (mode === 'up' ? rest > 0n : mode !== 'down' && isNearestUp) ? whole + 1n : whole
  return numerator < 0n === denominator < 0n ? magnitude : -magnitude
}

/** A value as a plain number where it is exact as one, so that plain JsonLogic can read it. */
function small(value) {
  return typeof value !== 'boolean' && Number.isSafeInteger(Number(value)) ? Number(value) + 0 : value
}
