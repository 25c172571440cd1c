import { expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { enHead, found } from './problems.js'

const scheme = (note: string) => `${enHead}
facts
  "plan": yes or no
  "remark": text
  ${note}

item 1 "Plan" 10 points
  missing "plan" costs 4
`

test('a warning that is meant is not shown, and the scheme compiles', () => {
  const { problems, scheme: compiled } = compile(scheme('accepted "unused-fact" because "kept for the archive"'))
  expect(problems).toEqual([])
  expect(compiled).toBeDefined()
})

test('only in the sentence it stands below', () => {
  const text = scheme('').replace('  "remark"', '  accepted "unused-fact" because "x"\n  "remark"')
  expect(found(text)).toEqual(['"unused-fact": accepts-nothing', '"remark": unused-fact'])
})

test('only the code it names', () => {
  expect(found(scheme('accepted "numbering-gap" because "x"'))).toEqual([
    '"remark": unused-fact',
    '"numbering-gap": accepts-nothing',
  ])
})

test('errors stay errors', () => {
  const text = scheme('').replace(
    'missing "plan" costs 4',
    'missing "plam" costs 4\n  accepted "unknown-name" because "x"',
  )
  const { problems, scheme: compiled } = compile(text)
  expect(problems.map(({ code }) => code)).toEqual(['unused-fact', 'unknown-name', 'error-cannot-be-accepted'])
  expect(compiled).toBeUndefined()
})

test('a warning of the parser can be accepted too', () => {
  const text = scheme('accepted "unused-fact" because "x"').replace(
    'missing "plan" costs 4',
    'costs 4 when missing "plan" and "plan" or missing "plan"\n  accepted "mixed-and-or" because "read as written"',
  )
  expect(found(text)).toEqual([])
})
