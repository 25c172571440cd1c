import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file beside these tests, as text. */
export function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8')
}
