/** What is settled by the data of a unit. */
import type { FactValue, UnitData } from '../../api.js'
import { DataError } from '../../problems/index.js'
import { listPlaces } from '../../reading/lists.js'
import { replaced, type Row } from '../../reading/row.js'
import { collectFaults } from '../../reading/faults.js'
import type { UnitReader } from '../../reading/unit.js'
import type { Fact, NodeId } from '../../scheme/index.js'
import { rangeOfFact, type FactRange } from '../fact.js'
import { fallbackOf, type Model } from '../model/model.js'
import { pointOf } from '../model/outside.js'
import { aggregateOver, elementRanges } from './concrete.js'
import type { Settled } from './study.js'

/** What a unit reports, after the findings of its reviews. Throws a DataError with every fault of the unit. */
export function settledBy(model: Model, reader: UnitReader, given: UnitData): Settled {
  const row = readRow(reader, given)
  const { facts, grades } = model.scheme
  const places = listPlaces(facts)
  const numberOf = (place: number): number | undefined => {
    const found = row.numbers[row.at + place] as number
    if (!Number.isNaN(found)) return found
    const fact = facts[place] as Fact
    return fact.default === undefined ? undefined : fallbackOf(fact)
  }
  const listOf = (place: number): readonly FactValue[] | undefined => {
    const found = row.lists[places[place] as number]
    if (Array.isArray(found)) return found as readonly FactValue[]
    return (facts[place] as Fact).default === undefined ? undefined : []
  }
  const variables = new Map<number, number>()
  model.facts.forEach((variable, place) => {
    const value = variable === undefined ? undefined : numberOf(place)
    if (variable !== undefined && value !== undefined) variables.set(variable, value)
  })
  const lists = new Set<number>()
  const aggregates = new Map<NodeId, bigint>()
  model.lists.forEach(({ fact, aggregates: own }, list) => {
    const elements = listOf(fact)
    if (elements === undefined) return
    lists.add(list)
    for (const { node } of own) {
      const value = aggregateOver(model, node, elements, (place) =>
        isList(facts[place]) ? undefined : numberOf(place),
      )
      if (value !== undefined) aggregates.set(node, value)
    }
  })
  return {
    variables,
    lists,
    aggregate: (node) => aggregates.get(node),
    fact: (place): FactRange | undefined => {
      const fact = facts[place] as Fact
      if (isList(fact)) {
        const elements = listOf(place)
        if (elements === undefined) return undefined
        return { kind: 'list', max: BigInt(elements.length), elements: elementRanges(fact, elements, grades.length) }
      }
      const variable = model.facts[place]
      const value = variable === undefined ? undefined : variables.get(variable)
      const range = rangeOfFact(fact, grades.length, true)
      if (value === undefined || range.kind === 'list') return undefined
      return { kind: 'value', range: pointOf(range.range, value) }
    },
  }
}

function isList(fact: Fact | undefined): boolean {
  return fact?.type.kind === 'many' || fact?.type.kind === 'records'
}

function readRow(reader: UnitReader, given: UnitData): Row {
  const faults = collectFaults()
  const numbers = new Float64Array(reader.width).fill(Number.NaN)
  const reading = reader.read(given, 0, numbers, 0, faults)
  if (reading === undefined || faults.found.length > 0) throw new DataError(faults.found)
  let { row } = reading
  for (const finding of reading.findings ?? []) if (finding !== undefined) row = replaced(row, finding)
  return row
}
