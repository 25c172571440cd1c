import type { Row } from './row.js'

/** Rows by their place, as a list has them; where many units stand in blocks, a row is made when it is asked for. */
export interface Rows {
  readonly length: number
  readonly at: (place: number) => Row | undefined
}

/** Some rows in the place of others. */
export function rowsWith(rows: Rows, others: ReadonlyMap<number, Row>): Rows {
  if (others.size === 0) return rows
  return { length: rows.length, at: (place) => others.get(place) ?? rows.at(place) }
}

/** The rows at these places. */
export function rowsAt(rows: Rows, places: Int32Array): Rows {
  return { length: places.length, at: (place) => rows.at(places[place]!) }
}
