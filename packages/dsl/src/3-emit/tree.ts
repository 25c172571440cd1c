/** The scheme as it is emitted: each part by period followed by what it is in its periods. */
import type { Scheme } from '../ast/index.js'
import type { Analysis } from '../2-analyze/tables.js'

export function treeOf({ parsed, parts }: Pick<Analysis, 'parsed' | 'parts'>): Scheme {
  return { ...parsed.scheme, parts }
}
