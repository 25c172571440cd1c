import type { CatalogueEntry } from './entry.js'

/** Problems that 1-parse reports. */
export const parseProblems = {
  'cannot-read-sentence': {
    severity: 'error',
    message: {
      zh: '这句话读不懂：“{found}”处应为{expected}',
      en: 'this sentence cannot be read: at "{found}" {expected} is expected',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
