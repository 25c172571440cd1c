/** At most so many steps for each name: more means that names were made to have the same places in the table. */
const mostSteps = 16

/**
 * Visits every name that was there before, with the place of the first; of a million names in a fraction of a second and of the memory that
 * a Map of them would take.
 */
export function eachTwin(
  length: number,
  nameOf: (index: number) => string,
  visit: (index: number, first: number) => void,
): void {
  const found: (readonly [index: number, first: number])[] = []
  const isFound = withHashes(length, nameOf, (index, first) => found.push([index, first]))
  if (isFound) for (const [index, first] of found) visit(index, first)
  else withMap(length, nameOf, visit)
}

/** False where it would take too long. */
function withHashes(
  length: number,
  nameOf: (index: number) => string,
  visit: (index: number, first: number) => void,
): boolean {
  const size = 2 ** Math.ceil(Math.log2(length + 1) + 1)
  // A name's place, from 1; 0 where nothing stands.
  const table = new Int32Array(size)
  const hashes = new Int32Array(length)
  let steps = length * mostSteps
  for (let index = 0; index < length; index += 1) {
    const name = nameOf(index)
    const hash = hashOf(name)
    hashes[index] = hash
    let at = hash & (size - 1)
    for (;;) {
      const first = table[at]! - 1
      if (first === -1) {
        table[at] = index + 1
        break
      }
      if (hashes[first] === hash && nameOf(first) === name) {
        visit(index, first)
        break
      }
      at = (at + 1) & (size - 1)
      steps -= 1
      if (steps < 0) return false
    }
  }
  return true
}

function withMap(
  length: number,
  nameOf: (index: number) => string,
  visit: (index: number, first: number) => void,
): void {
  const firsts = new Map<string, number>()
  for (let index = 0; index < length; index += 1) {
    const name = nameOf(index)
    const first = firsts.get(name)
    if (first === undefined) firsts.set(name, index)
    else visit(index, first)
  }
}

/** FNV-1a over UTF-16 units, its bits mixed once more, since places are taken from the lowest. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b)
  return hash ^ (hash >>> 16)
}
