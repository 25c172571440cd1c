import type { CatalogueEntry } from '../entry.js'

/** Soft spots: what the scheme leaves unsaid, with what holds until it is said. */
export const questions = {
  'ties-open': {
    severity: 'info',
    message: {
      zh: '总分相同的怎么办？没有写：名次并列，“前几名”可能因此多出；按比例和名额的，并列越界的都不列入',
      en: 'what of equal totals? Unsaid: they share the place, so "top n" may be more than n; of a share or number of places, units tied across the edge stay out',
    },
    related: { zh: '这里也没有写', en: 'unsaid here too' },
    fix: { zh: '写明：{sentence}', en: 'say so: {sentence}' },
  },
  'award-ties-open': {
    severity: 'info',
    message: {
      zh: '授予“{award}”时总分相同的怎么办？没有写：名次并列，授予的可能因此多出',
      en: 'what of equal totals for award "{award}"? Unsaid: they share the place, so there may be more awards than places',
    },
    hint: { zh: '在等次评定里写：总分相同的，“…”得分高者在前', en: 'say it in the grading: ties by "…"' },
  },
  'freed-place-open': {
    severity: 'info',
    message: {
      zh: '降档空出的名额由谁补？不递补：其他单位的等次不变',
      en: 'who fills a place that a downgrade frees? Nobody: the grades of the others stay',
    },
    related: { zh: '名额在这里', en: 'the places' },
  },
  'freed-award-open': {
    severity: 'info',
    message: {
      zh: '不得授予“{award}”的单位空出的名额由谁补？由下一名递补',
      en: 'who gets the place of a unit barred from award "{award}"? The next one',
    },
  },
  'downgrades-open': {
    severity: 'info',
    message: { zh: '几次降档怎么算？没有写：累计', en: 'do several downgrades add up? Unsaid: they do' },
    fix: { zh: '只按最重的一次的，写明：{sentence}', en: 'if only the gravest counts, say so: {sentence}' },
  },
  'empty-average-open': {
    severity: 'info',
    message: {
      zh: '没有人评分时怎么办？没有写：该单位作缺少数据处理，没有等次',
      en: 'what if nobody gives a mark? Unsaid: the unit is incomplete and gets no grade',
    },
    fix: { zh: '由其他各项分摊的，写明：{sentence}', en: 'if the others take its weight, say so: {sentence}' },
  },
  'rounding-open': {
    severity: 'info',
    message: {
      zh: '得分保留几位小数？没有写：不取舍，等次和名次都按精确值',
      en: 'to how many decimals are scores rounded? Unsaid: not at all, grades and ranks go by the exact value',
    },
    fix: { zh: '写明：{sentence}', en: 'say so: {sentence}' },
  },
  'bonus-above-full-marks': {
    severity: 'info',
    message: {
      zh: '加分能否使总分超过满分 {full} 分？没有写：能',
      en: 'may bonuses lift a total above the full marks of {full}? Unsaid: they may',
    },
    fix: { zh: '以满分为限的，写明：{sentence}', en: 'if full marks are the limit, say so: {sentence}' },
  },
  'total-below-nought': {
    severity: 'info',
    message: {
      zh: '减分减到哪里为止？没有写：总分可以低于 0 分',
      en: 'where do penalties stop? Unsaid: a total can fall below 0',
    },
    fix: { zh: '减到 0 为止的，写明：{sentence}', en: 'if 0 is the limit, say so: {sentence}' },
  },
  'amount-can-be-negative': {
    severity: 'info',
    sample: { zh: '最少的单位', en: 'a unit with the least' },
    message: {
      zh: '“{outcome}”算到哪里为止？没有写：可以是负数，最少 {low}',
      en: 'where does "{outcome}" stop? Unsaid: it can fall below 0, to {low}',
    },
    hint: { zh: '以 0 为限的，写“0 与 … 中的较高者”', en: 'if 0 is the limit, write: the higher of 0 and …' },
  },
  'missing-period-open': {
    severity: 'info',
    message: {
      zh: '缺少的{period}怎么办？没有写：缺一个{period}，单位就作缺少数据处理，没有等次',
      en: 'what of a missing {period}? Unsaid: the unit is incomplete and gets no grade',
    },
    fix: { zh: '计 0 分的，写明：{sentence}', en: 'if it counts 0, say so: {sentence}' },
  },
  'year-open': {
    severity: 'info',
    message: {
      zh: '哪一年的“{fact}”算数？没有写：不论“{field}”，全部都算',
      en: 'of which year must "{fact}" be? Unsaid: all count, whatever their "{field}"',
    },
    fix: { zh: '只算本年度的，写明', en: "if only the scheme's year counts, say so" },
  },
  'matter-open': {
    severity: 'info',
    message: {
      zh: '同一“{field}”有几条“{fact}”的怎么算？没有写：每条都算',
      en: 'what if "{fact}" lists the same "{field}" several times? Unsaid: each counts',
    },
    fix: { zh: '就高不就低的，写明', en: 'if only the highest counts, say so' },
  },
  'used-twice-in-item': {
    severity: 'info',
    message: {
      zh: '“{fact}”在本项用了两次：两句都成立时，两句都算',
      en: '"{fact}" is used twice in this item: where both rules apply, both count',
    },
    related: { zh: '前一次', en: 'the first time' },
  },
  'counted-in-item-and-total': {
    severity: 'info',
    message: {
      zh: '“{fact}”在指标里已经{does}，总分上又{does}：两处都算',
      en: '"{fact}" {does} in an item and again on the total: both count',
    },
    related: { zh: '在指标里', en: 'in the item' },
  },
  'formula-beyond-points': {
    severity: 'info',
    message: {
      zh: '算式可以得出本项分值以外的数：{cut}',
      en: 'the formula can leave the points of its item: {cut}',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
