/** An example of every problem that the engine can report, in the names of either language. */
import type { DataCode, DataFaults, DataPlace, SchemeCode, SchemeFaults, UseCode, UseFaults } from '@merit/engine'

export type Language = 'zh' | 'en'

/** Where the problem is, and its data. */
export type SchemeExamples = { readonly [C in SchemeCode]: readonly [path: string, data: SchemeFaults[C]] }
export type DataExamples = { readonly [C in DataCode]: readonly [place: DataPlace, data: DataFaults[C]] }
export type UseExamples = { readonly [C in UseCode]: UseFaults[C] }

export const schemeExamples: SchemeExamples = {
  'text-not-parsed': ['', {}],
  'not-a-scheme': ['', { found: '[…]' }],
  'later-format': ['format', { format: 'merit/2', formats: ['merit/1'] }],
  'unknown-format': ['format', { format: 'Merit 1', formats: ['merit/1'] }],
  'not-plain': ['nodes[3].logic', { found: 'function' }],
  'forbidden-key': ['facts[0]', { key: '__proto__' }],
  'too-deep': ['nodes[3].logic', { most: 200 }],
  'list-too-long': ['grades', { found: 1200, most: 1000 }],
  'too-large': ['nodes[70000]', { most: 10_000_000 }],
  'unknown-field': ['nodes[3]', { field: 'twist' }],
  'missing-field': ['nodes[3]', { field: 'logic' }],
  'wrong-value': ['facts[0].sentence', { expected: 'not-negative', found: '-1' }],
  'wrong-id': ['nodes[3].id', { expected: 'n3', found: 'n4' }],
  'name-twice': ['kinds[1]', { name: 'town' }],
  'unknown-reference': ['nodes[3].logic.+[0].var', { reference: 'n99' }],
  'later-reference': ['nodes[3].logic.+[0].var', { reference: 'n7' }],
  'wrong-index': ['items[0].part', { found: 5, length: 2 }],
  'not-an-expression': ['nodes[3].logic', { found: '[…]' }],
  'wrong-operator': ['nodes[3].logic', { operator: 'sqrt' }],
  'wrong-operands': ['nodes[3].logic', { operator: '<', found: 1, takes: '2' }],
  'wrong-type': ['nodes[3].logic.+[1]', { expected: 'number', found: 'condition' }],
  'wrong-fact': ['nodes[3].of', { fact: 'work plan', expected: 'list' }],
  'not-whole': ['downgrades[0].steps', { reference: 'n7' }],
  'before-the-grade': ['items[0].score', { reference: 'n7' }],
  'second-grade': ['nodes[9]', {}],
  'too-many-phases': ['nodes[9]', { most: 10 }],
  'not-of-the-field': ['mustHold[0].when', { reference: 'f0' }],
  'not-of-the-ballot': ['ballots[0].voids', { reference: 'f0' }],
  'empty-range': ['facts[0].type', { least: 10, greatest: 0 }],
  'can-pass-2-53': ['nodes[3].logic', { greatest: '10000000000000000' }],
  'can-grow-without-end': ['nodes[3]', { most: 4096 }],
  'too-tangled': ['nodes[3]', {}],
}

export function dataExamples(language: Language): DataExamples {
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const unit = { index: 2, unit: say('河东街道', 'Riverside') }
  const [plan, rate, level] = [
    say('工作计划', 'work plan'),
    say('收缴率', 'dues rate'),
    say('档案等次', 'archive level'),
  ]
  const [town, review, votes] = [say('镇街', 'town'), say('区级复核', 'district review'), say('测评票', 'votes')]
  const honours = say('表彰', 'commendation')
  const onBallot = { fact: votes, ballot: 3 }
  const override = { ...unit, override: 1 }
  return {
    'no-units': [{}, {}],
    'units-not-a-list': [{}, { found: '{…}' }],
    'unknown-data-key': [{}, { key: 'unit', nearest: 'units' }],
    'too-many-units': [{}, { kind: town, found: 120_000, most: 100_000 }],
    'unit-not-an-object': [{ index: 2 }, { found: 'null' }],
    'unit-of-another-scheme': [unit, {}],
    'unit-without-name': [{ index: 2 }, { found: '—' }],
    'unit-twice': [{ index: 4, unit: unit.unit }, { first: 2 }],
    'unknown-unit-key': [unit, { key: 'fact', nearest: 'facts' }],
    'kind-missing': [unit, { kinds: [town, say('机关', 'bureau')] }],
    'unknown-kind': [unit, { found: say('镇衔', 'tovn'), nearest: town, kinds: [town, say('机关', 'bureau')] }],
    'facts-missing': [unit, {}],
    'facts-not-an-object': [unit, { found: '[…]' }],
    'unknown-fact': [unit, { key: say('工作计化', 'work plam'), nearest: plan }],
    'fact-twice': [{ ...unit, fact: plan }, { key: 'work_plan' }],
    'part-of-other-kind': [unit, { part: say('月度检查', 'monthly checks'), kind: town }],
    'not-yes-or-no': [{ ...unit, fact: plan }, { found: 'yes' }],
    'not-a-number': [{ ...unit, fact: rate }, { found: say('九成', 'most') }],
    'not-finite': [{ ...unit, fact: rate }, { found: 'NaN' }],
    'too-precise': [
      { ...unit, fact: rate },
      { found: '97.65', decimals: 1 },
    ],
    'out-of-range': [
      { ...unit, fact: rate },
      { found: '130', least: '0', greatest: '100', percent: true },
    ],
    'unknown-word': [
      { ...unit, fact: level },
      { found: say('良号', 'godo'), nearest: say('良好', 'good'), words: [say('良好', 'good')] },
    ],
    'not-text': [{ ...unit, fact: honours, element: 2, field: say('事项', 'matter') }, { found: '7' }],
    'not-a-date': [{ ...unit, fact: honours, element: 2, field: say('日期', 'date') }, { found: '1/3/2026' }],
    'no-such-date': [{ ...unit, fact: honours, element: 2, field: say('日期', 'date') }, { found: '2026-02-30' }],
    'not-a-list': [{ ...unit, fact: honours }, { found: '{…}' }],
    'list-too-long': [
      { ...unit, fact: honours },
      { found: 100_001, most: 100_000 },
    ],
    'not-a-record': [{ ...unit, fact: honours, element: 2 }, { found: 'null' }],
    'field-missing': [{ ...unit, fact: honours, element: 2 }, { field: say('级别', 'level') }],
    'unknown-record-field': [
      { ...unit, fact: honours, element: 2 },
      { key: say('级则', 'levle'), nearest: say('级别', 'level') },
    ],
    'field-twice': [{ ...unit, fact: honours, element: 2 }, { key: 'level' }],
    'reviews-not-an-object': [unit, { found: '[…]' }],
    'unknown-review': [unit, { review: say('市级复核', 'distric review'), nearest: review }],
    'finding-not-an-object': [{ ...unit, review }, { found: 'true' }],
    'unknown-finding-key': [
      { ...unit, review },
      { key: 'fact', nearest: 'facts' },
    ],
    'finding-twice': [unit, { review }],
    'not-under-review': [unit, { review }],
    'lot-not-drawn': [unit, { review }],
    'lots-not-an-object': [{}, { found: '[…]' }],
    'unknown-lot': [{}, { review: say('市级复核', 'distric review'), nearest: review }],
    'seed-not-text': [{}, { review, found: '42' }],
    'overrides-not-a-list': [unit, { found: '{…}' }],
    'override-not-an-object': [override, { found: 'null' }],
    'unknown-override-key': [override, { key: 'reason', nearest: 'on' }],
    'override-lacks': [override, { key: 'why' }],
    'override-not-dated': [override, { found: '2026' }],
    'unknown-override': [override, { of: '1.9', nearest: '1.1' }],
    'override-unclear': [override, { of: '1' }],
    'override-twice': [override, { of: 'total' }],
    'override-not-a-score': [override, { of: '1.1', found: '12', least: '0', greatest: '10' }],
    'override-under-field': [override, { of: '2.1' }],
    'override-no-grade': [override, { found: say('优', 'excelent'), nearest: say('优秀', 'excellent') }],
    'ballots-not-an-object': [{}, { found: '[…]' }],
    'unknown-ballots': [{}, { ballots: say('评议票', 'vote'), nearest: votes }],
    'ballots-not-a-list': [{}, { ballots: votes, found: '{…}' }],
    'ballots-twice': [{}, { ballots: 'votes_of_staff' }],
    'too-many-ballots': [{}, { ballots: votes, found: 100_001, most: 100_000 }],
    'ballot-not-an-object': [onBallot, { found: 'null' }],
    'ballot-without-rater': [onBallot, { found: '—' }],
    'rater-twice': [{ ...onBallot, rater: say('甲', 'Rater A') }, { first: 1 }],
    'unknown-ballot-key': [onBallot, { key: 'mark', nearest: 'marks' }],
    'marks-not-an-object': [{ ...onBallot, rater: say('甲', 'Rater A') }, { found: '[…]' }],
    'mark-for-unknown-unit': [
      { ...onBallot, rater: say('甲', 'Rater A') },
      { found: say('河西', 'Riversid'), nearest: unit.unit },
    ],
    'mark-twice': [{ ...onBallot, rater: say('甲', 'Rater A'), unit: unit.unit }, { found: ` ${unit.unit}` }],
    'ballots-beside-marks': [{ ...unit, fact: votes }, { ballots: votes }],
  }
}

export function useExamples(language: Language): UseExamples {
  const kinds = language === 'zh' ? ['镇街', '机关'] : ['town', 'bureau']
  return {
    'unknown-language': { found: 'fr' },
    'not-a-result': { found: '{…}' },
    'ahead-of-another-scheme': { found: 'a1b2c3', made: 'd4e5f6' },
    'not-a-loaded-scheme': { found: '{…}' },
    'not-an-explanation': { found: '{…}' },
    'wrong-option': { option: 'ranges', found: 'true' },
    'no-such-kind': { found: 'city', kinds },
    'no-such-unit': { index: 12, length: 10 },
    'block-of-another-scheme': {},
    'block-given-away': {},
  }
}
