import type { CatalogueEntry } from '../entry.js'

/** Ballots, and what is looked at of all units. */
export const ballotProblems = {
  'mark-of-several-values': {
    severity: 'error',
    message: {
      zh: '测评票“{name}”写的是一个评分的类型，这里是一组',
      en: 'the ballots "{name}" give the type of one mark, and this is a list',
    },
    hint: { zh: '去掉“多个”：0 到 100 的数', en: 'leave out "many": number from 0 to 100' },
  },
  'ballots-with-default': {
    severity: 'error',
    message: {
      zh: '测评票“{name}”没有“未填”一说：没有评的就不算',
      en: 'the ballots "{name}" have no default: what was not marked does not count',
    },
    hint: { zh: '去掉这一句', en: 'leave it out' },
  },
  'outside-the-ballot': {
    severity: 'error',
    message: {
      zh: '一张票是否作废只看票上的评分；“{name}”不在测评票“{ballots}”上',
      en: 'whether a ballot is void depends on its own marks: "{name}" is not on the ballots "{ballots}"',
    },
  },
  'share-of-what': {
    severity: 'error',
    message: { zh: '占比没有说明是哪些单位的', en: 'the share does not say of which units' },
    hint: { zh: '写明条件：同类中…的占比', en: 'say which: share of units where …' },
  },
} as const satisfies Record<string, CatalogueEntry>
