/** Units as the tables that people would send them in. */

type Facts = Readonly<Record<string, unknown>>

export interface Unit {
  readonly unit: string
  readonly kind?: string
  readonly facts: Facts
  readonly reviews?: Readonly<Record<string, { readonly facts: Facts }>>
}

/** The units as CSV, a column for each fact that is no list of records, then what each review found. */
export function unitsCsv(units: readonly Unit[]): string {
  const rows = units.map((unit) => new Map([...columnsOf(unit.facts, ''), ...reviewColumns(unit)]))
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))]
  return csv([
    ['unit', 'kind', ...names],
    ...units.map(({ unit, kind }, index) =>
      [unit, kind ?? ''].concat(names.map((name) => cell(rows[index]?.get(name)))),
    ),
  ])
}

function columnsOf(facts: Facts, prefix: string): readonly (readonly [string, unknown])[] {
  return Object.entries(facts).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (isRecords(value)) return []
    const isNest = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isNest ? columnsOf(value as Facts, `${prefix}${name}/`) : [[prefix + name, value]]
  })
}

function reviewColumns({ reviews }: Unit): readonly (readonly [string, unknown])[] {
  const all = Object.entries(reviews ?? {})
  return [
    ...all.map(([review]) => [review, true] as const),
    ...all.flatMap(([review, { facts }]) => columnsOf(facts, `${review}/`)),
  ]
}

/** The facts that are lists of records, in the order in which they come up. */
export function recordFacts(units: readonly Unit[]): readonly string[] {
  const names = units.flatMap(({ facts }) => Object.keys(facts).filter((name) => isRecords(facts[name])))
  return [...new Set(names)]
}

/** The records of one fact as CSV. */
export function recordsCsv(units: readonly Unit[], fact: string): string {
  const rows = units.flatMap(({ unit, facts }) =>
    ((facts[fact] ?? []) as readonly Record<string, unknown>[]).map((record) => ({ unit, record })),
  )
  const fields = [...new Set(rows.flatMap(({ record }) => Object.keys(record)))]
  return csv([
    ['unit', ...fields],
    ...rows.map(({ unit, record }) => [unit].concat(fields.map((field) => cell(record[field])))),
  ])
}

function isRecords(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'object'
}

export function cell(value: unknown): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? '有' : '无'
  if (!Array.isArray(value)) return String(value)
  return value.length === 0 ? '无' : value.map(cell).join('；')
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',') + '\r\n').join('')
}

/** Text in GB18030, for characters of one or two bytes: the decoder's table, turned round. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030', { fatal: true })
  const codes = new Map<string, readonly number[]>()
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      if (second === 0x7f) continue
      const sign = decoder.decode(Uint8Array.of(first, second))
      if (!codes.has(sign)) codes.set(sign, [first, second])
    }
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))),
  )
}
