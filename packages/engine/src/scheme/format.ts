/**
 * The compiled format, written once: every field of the document, and what it refers to. It is written in words (`text`, `list`, `object`,
 * `may` be left out …) that have two meanings: for zod, which makes of it the published schema (`schema.ts`), and for the loader, which
 * reads documents by it without carrying zod (`load/shape.ts`).
 */
import type { ZodMiniType } from 'zod/mini'
import type { Words } from './schema.js'
import type { FactType } from './types.js'

export function formatIn(words: Words) {
  const { text, hash, whole, natural, positive, decimals, yesNo, yes, nothing, expr } = words
  const { list, some, may, object, oneOf, variants, either } = words
  const { fact, index, earlier, score, wholeScore, condition, lateScore, lateCondition } = words
  const sentence = index('sentences')
  const amount = object({ value: whole, unit: positive })

  const numberType = object({
    kind: oneOf(['count', 'number', 'percentage']),
    unit: positive,
    min: whole,
    max: whole,
    cut: may(whole),
    word: may(text),
  })
  const plainTypes = [
    object({ kind: oneOf(['yes-no']), wording: may(oneOf(['true-false'])) }),
    numberType,
    object({ kind: oneOf(['choice']), options: list(text) }),
    object({ kind: oneOf(['date']) }),
    object({ kind: oneOf(['text']) }),
    object({ kind: oneOf(['grade']) }),
  ] as const

  /** What an element of a list, or a field of a record, can be: no list. */
  const elementType: ZodMiniType<FactType> = variants(plainTypes)

  const recordField = object({
    name: text,
    machineName: may(text),
    type: elementType,
    default: may(either([whole, yesNo, text])),
    askedAs: may(text),
  })

  const factType = variants([
    ...plainTypes,
    object({ kind: oneOf(['many']), of: elementType, max: natural }),
    object({ kind: oneOf(['records']), fields: list(recordField), max: natural }),
  ])

  const reported = object({
    id: text,
    name: text,
    aliases: may(list(text)),
    machineName: may(text),
    under: may(text),
    period: may(text),
    reports: may(oneOf(['period'])),
    alsoAs: may(list(text)),
    type: factType,
    default: may(either([whole, yesNo, text, nothing])),
    assessed: may(oneOf(['score', 'amount'])),
    askedAs: may(text),
    reportedBy: may(text),
    evidence: may(yes),
    sentence,
  })

  const base = { id: text, sentence: may(sentence) }
  const roundingMode = oneOf(['half-up', 'half-even', 'down', 'up'])

  const node = variants([
    object({
      ...base,
      kind: oneOf(['logic']),
      type: oneOf(['number', 'boolean']),
      unit: may(positive),
      over: may(text),
      logic: expr,
      big: may(yes),
    }),
    object({
      ...base,
      kind: oneOf(['aggregate']),
      of: text,
      where: may(expr),
      value: expr,
      groupBy: may(expr),
      pick: may(oneOf(['max', 'min'])),
      drop: may(object({ ifMoreThan: natural })),
      take: oneOf(['sum', 'count', 'max', 'min']),
      unit: positive,
      big: may(yes),
    }),
    object({
      ...base,
      kind: oneOf(['round']),
      of: text,
      unit: positive,
      mode: roundingMode,
      big: may(yes),
    }),
    object({ ...base, kind: oneOf(['grade']) }),
    object({
      ...base,
      kind: oneOf(['field']),
      take: oneOf(['max', 'min', 'max-over', 'min-over', 'sum', 'count', 'rank-down', 'rank-up']),
      of: may(text),
      where: may(text),
      unit: positive,
      big: may(yes),
    }),
  ])

  const line = object({
    effect: oneOf([
      'costs',
      'earns',
      'also-earns',
      'scored',
      'scores-zero',
      'not-applicable',
      'weighted',
      'bonus',
      'penalty',
      'limit',
    ]),
    sentence,
    amount: may(score),
    uncapped: may(score),
    fires: may(condition),
    weight: may(amount),
    part: may(index('parts')),
    limits: may(object({ of: oneOf(['bonus', 'penalty', 'total']), to: oneOf(['at-most', 'at-least', 'is']) })),
  })

  const item = object({
    number: text,
    name: text,
    key: text,
    points: amount,
    part: may(index('parts')),
    parent: may(earlier),
    score,
    applies: may(condition),
    treatment: may(oneOf(['full-points', 'left-out'])),
    checkedBy: may(list(text)),
    remarks: may(list(fact('text'))),
    lines: list(line),
    sentence,
  })

  const part = object({
    name: text,
    full: amount,
    score,
    applies: may(condition),
    treatment: may(oneOf(['full-points', 'left-out'])),
    remarks: may(list(fact('text'))),
    kinds: may(list(index('kinds'))),
    of: may(earlier),
    period: may(text),
    lines: list(line),
    sentence,
  })

  const trigger = { when: condition, sentence }
  const lateTrigger = { when: lateCondition, sentence }
  const share = { numerator: positive, denominator: positive }
  const quota = variants([
    object({ kind: oneOf(['share']), ...share }),
    object({ kind: oneOf(['count']), count: natural }),
  ])
  const bandEnd = object({ value: whole, unit: positive, included: yesNo })

  const gradeLine = object({
    grade: index('grades'),
    criterion: variants([
      object({ kind: oneOf(['band']), low: may(bandEnd), high: may(bandEnd) }),
      object({ kind: oneOf(['top', 'bottom']), quota }),
      object({ kind: oneOf(['otherwise']) }),
    ]),
    limit: may(object({ kind: oneOf(['at-most', 'places']), quota })),
    sentence,
  })

  const grading = object({
    lines: list(gradeLine),
    ties: variants([
      object({ kind: oneOf(['share', 'left-out']), sentence: may(sentence) }),
      object({ kind: oneOf(['by']), scores: list(score), sentence }),
    ]),
    sentence,
  })

  const kind = object({
    name: text,
    count: may(natural),
    needs: list(object({ fact: fact(), onlyIfAnyOf: may(list(condition)) })),
    requires: list(
      object({
        node: score,
        when: may(condition),
        reason: oneOf(['empty-average', 'division-by-zero', 'nothing-applies', 'empty-field']),
        fact: may(fact()),
        sentence,
      }),
    ),
    gradable: may(condition),
    parts: list(index('parts')),
    items: list(index('items')),
    total: score,
    base: score,
    bonus: score,
    penalty: score,
    lines: list(line),
    grading: may(grading),
    totalSentence: may(sentence),
  })

  const orderedSteps = object({
    result: lateScore,
    start: lateScore,
    steps: list(object({ ...lateTrigger, after: lateScore })),
  })

  const absentMarks = object({ sum: lateScore, raters: lateScore, mark: amount, sentence })

  const award = object({
    name: text,
    kinds: list(index('kinds')),
    top: may(natural),
    grades: may(list(index('grades'))),
    when: may(lateCondition),
    scope: oneOf(['each', 'together']),
    bars: list(object(lateTrigger)),
    sentence,
  })

  const review = object({
    name: text,
    lines: list(
      object({
        who: variants([
          object({ kind: oneOf(['grades']), grades: list(index('grades')) }),
          object({ kind: oneOf(['rest', 'all']) }),
        ]),
        draw: may(object(share)),
        sentence,
      }),
    ),
    sentence,
  })

  const mustHold = object({
    when: lateCondition,
    figures: list(lateScore),
    kinds: may(list(index('kinds'))),
    sentence,
  })

  const ballots = object({
    fact: fact('list'),
    voids: list(object(trigger)),
    ownMarkExcluded: may(object({ sentence })),
    sentence,
  })

  const sourceSentence = object({
    text,
    file: may(text),
    line: positive,
    column: positive,
    endLine: positive,
    endColumn: positive,
    official: may(list(text)),
    basis: may(list(text)),
  })

  const compiledScheme = object({
    format: oneOf(['merit/1']),
    title: text,
    year: whole,
    version: natural,
    language: oneOf(['zh', 'en']),
    sourceHash: hash,
    issuer: may(text),
    replaces: may(object({ title: text, year: whole, version: may(natural) })),
    fullMarks: may(amount),
    rounding: may(object({ decimals, mode: roundingMode, sentence })),
    shown: object({ decimals, all: yesNo, sentence: may(sentence) }),
    grades: list(text),
    facts: list(reported),
    nodes: list(node),
    steps: may(list(orderedSteps)),
    absentMarks: may(list(absentMarks)),
    items: list(item),
    parts: list(part),
    kinds: some(kind),
    notGraded: list(object(trigger)),
    makes: list(object({ ...trigger, grade: index('grades') })),
    blocks: list(object({ ...trigger, grade: index('grades') })),
    downgrades: list(object({ steps: wholeScore, sentence })),
    downgradesGravestOnly: may(object({ sentence })),
    gradeLimits: list(object({ steps: natural, above: fact('grade'), sentence })),
    awards: list(award),
    outcomes: list(object({ name: text, ...lateTrigger, for: may(fact('text')), by: may(whole) })),
    amounts: may(list(object({ name: text, value: lateScore, when: may(lateCondition), sentence }))),
    reviews: list(review),
    mustHold: may(list(mustHold)),
    ballots: may(list(ballots)),
    notEncoded: list(object({ what: text, because: text, sentence })),
    sentences: list(sourceSentence),
  })

  return {
    amount,
    elementType,
    recordField,
    factType,
    line,
    item,
    part,
    gradeLine,
    grading,
    kind,
    award,
    review,
    mustHold,
    ballots,
    sourceSentence,
    compiledScheme,
    node,
    fact: reported,
  }
}
