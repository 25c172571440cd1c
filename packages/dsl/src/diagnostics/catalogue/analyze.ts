import type { CatalogueEntry } from './entry.js'

/** Problems that 2-analyze reports. */
export const analyzeProblems = {
  'unknown-name': {
    severity: 'error',
    message: { zh: '没有名为“{name}”的数据', en: 'there is no fact named "{name}"' },
  },
} as const satisfies Record<string, CatalogueEntry>
