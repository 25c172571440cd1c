import type { CatalogueEntry } from './entry.js'

/** Problems that 3-emit reports: limits of what can be computed. */
export const emitProblems = {
  'scheme-too-large': {
    severity: 'error',
    message: { zh: '方案过大：{what}超过 {limit}', en: 'the scheme is too large: more than {limit} {what}' },
  },
} as const satisfies Record<string, CatalogueEntry>
