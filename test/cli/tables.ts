/** Units as the tables that people would send them in. */

export interface Unit {
  readonly unit: string
  readonly kind?: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** The units as CSV, a column for each fact that is no list of records. */
export function unitsCsv(units: readonly Unit[]): string {
  const names = [...new Set(units.flatMap(({ facts }) => Object.keys(facts)))].filter(
    (name) => !units.some(({ facts }) => isRecords(facts[name])),
  )
  return csv([
    ['unit', 'kind', ...names],
    ...units.map(({ unit, kind, facts }) => [unit, kind ?? '', ...names.map((name) => cell(facts[name]))]),
  ])
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
  return Array.isArray(value) ? value.map(cell).join('；') : String(value)
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
