import type { CatalogueEntry } from '../entry.js'

/** Grades, places and awards that nobody can get. */
export const gradeProofs = {
  'grade-out-of-reach': {
    severity: 'warning',
    sample: { zh: '总分最高的单位', en: 'a unit with the highest total' },
    message: {
      zh: '没有{of}单位能评为“{grade}”：要 {low} 分，总分最高 {highest} 分',
      en: 'no unit{of} can be "{grade}": it takes {low}, and the highest total is {highest}',
    },
    related: {
      zh: '有 {points} 分，最多得 {most} 分，少 {lost} 分',
      en: 'worth {points}, gives at most {most}: loses {lost}',
    },
  },
  'grade-taken-by-better': {
    severity: 'warning',
    sample: { zh: '总分最低的单位', en: 'a unit with the lowest total' },
    message: {
      zh: '没有{of}单位会评为“{grade}”：总分最低 {lowest} 分，都够得上“{better}”',
      en: 'no unit{of} can be "{grade}": the lowest total is {lowest}, which makes everyone "{better}"',
    },
    related: { zh: '谁都够得上这一档', en: 'everyone meets this' },
  },
  'grade-never-given': {
    severity: 'warning',
    message: { zh: '没有一句话会评出“{grade}”', en: 'nothing ever gives the grade "{grade}"' },
    hint: {
      zh: '在等次评定里给它一行，或从等次中删去',
      en: 'give it a line in the grading, or take it out of the grades',
    },
  },
  'blocked-falls-past': {
    severity: 'warning',
    sample: { zh: '这样的单位', en: 'such a unit' },
    message: {
      zh: '评不上“{better}”而总分够 {low} 分的单位，也不在“{grade}”这一档之内，会落到更低的等次',
      en: 'a unit that is kept out of "{better}" with {low} or more does not fit "{grade}" either, and falls past it',
    },
    related: { zh: '因此可能评不上“{better}”', en: 'may keep it out of "{better}"' },
    fix: { zh: '删去上端，由高到低依次评定', en: 'remove the upper end: grades are tried from the best down' },
  },
  'nothing-below-block': {
    severity: 'warning',
    message: {
      zh: '“{grade}”是最低的等次：不得评为它的单位可能没有等次',
      en: '"{grade}" is the lowest grade: a unit kept out of it can end without one',
    },
    hint: {
      zh: '要评为最低等次的，写：…的，定为“{grade}”',
      en: 'to give the lowest grade, write: … makes it "{grade}"',
    },
  },
  'share-without-place': {
    severity: 'warning',
    message: {
      zh: '“{kind}”只有 {units} 个，{share} 不足 1 个，“{grade}”没有名额',
      en: 'there are {units} units of "{kind}": {share} of them is no place for "{grade}"',
    },
  },
  'shares-beyond-all': {
    severity: 'warning',
    message: {
      zh: '前 {top} 和后 {bottom} 合计 {sum}，超过了全部',
      en: 'the top {top} and the bottom {bottom} make {sum}, more than everybody',
    },
    related: { zh: '先按这一句', en: 'taken first' },
  },
  'quota-never-reached': {
    severity: 'warning',
    message: {
      zh: '“{kind}”只有 {units} 个，不超过 {places} 个的限制用不上',
      en: 'there are {units} units of "{kind}": the limit of {places} can never bind',
    },
  },
  'award-beyond-units': {
    severity: 'warning',
    message: {
      zh: '授予“{award}”有 {places} 个名额，够条件的最多 {most} 个',
      en: 'award "{award}" has {places} places, and at most {most} units can compete for it',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
