// @ts-check
/** How loading and assessing grow with the scheme: 100, 1,000 and 10,000 items that carry rules, lists and records among them. */
import { loadScheme } from '@merit/engine'
import { largeScheme, largeUnits } from '../large-scheme.js'
import { contest, each } from './contest.js'
import { compiled } from './subject.js'

const sizes = [100, 1_000, 10_000]
/** Of each size as many as make this many items: all are warmed up alike. */
const itemsInAll = 20_000

const rows = []
for (const items of sizes) {
  const json = compiled(largeScheme(items))
  const scheme = loadScheme(json)
  const [units, first] = [largeUnits(items, itemsInAll / items), largeUnits(items, 1)[0]]
  if (first === undefined) throw new Error('no unit')
  const time = await contest({
    load: each(Array.from({ length: itemsInAll / items / 2 }), () => loadScheme(json).assess(first)),
    assess: each(units, (unit) => scheme.assess(unit)),
  })
  rows.push({ items, facts: scheme.facts.length, load: time.load, assess: time.assess })
}
console.log(JSON.stringify(rows))
