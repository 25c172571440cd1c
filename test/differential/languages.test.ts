import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { models } from './arbitrary-models.js'
import { compiled, meaningOf } from './compiled.js'
import { patience, runs } from './settings.js'

test(
  'a scheme in Chinese words means what it means in English words',
  () => {
    fc.assert(
      fc.property(models, (model) => {
        expect(meaningOf(compiled(model, 'zh'))).toEqual(meaningOf(compiled(model, 'en')))
      }),
      runs(60),
    )
  },
  patience,
)

test(
  'the same text gives the same scheme',
  () => {
    fc.assert(
      fc.property(models, fc.constantFrom('zh' as const, 'en' as const), (model, language) => {
        expect(JSON.stringify(compiled(model, language))).toBe(JSON.stringify(compiled(model, language)))
      }),
      runs(10),
    )
  },
  patience,
)
