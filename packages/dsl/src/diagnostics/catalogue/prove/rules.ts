import type { CatalogueEntry } from '../entry.js'

/** Conditions and rules that nothing depends on, that contradict each other, or that run against their words. */
export const ruleProofs = {
  'condition-never-holds': {
    severity: 'warning',
    message: { zh: '这个条件不可能成立：{condition}{why}', en: 'this condition can never hold: {condition}{why}' },
    label: { zh: '从不成立', en: 'never holds' },
  },
  'condition-always-holds': {
    severity: 'warning',
    message: { zh: '这个条件总是成立：{condition}{why}', en: 'this condition always holds: {condition}{why}' },
    label: { zh: '总是成立', en: 'always holds' },
  },
  'rule-never-applies': {
    severity: 'warning',
    message: {
      zh: '这一句永远用不上：它的条件和除外不可能这样同时成立',
      en: 'this rule can never apply: its condition and exception leave no case',
    },
  },
  'rule-changes-nothing': {
    severity: 'warning',
    message: {
      zh: '这一句不起作用：怎么填都是 0',
      en: 'this rule changes nothing: whatever is reported, it comes to 0',
    },
  },
  'score-always-same': {
    severity: 'warning',
    message: {
      zh: '这一句分不出高低：怎么填都得 {points} 分',
      en: 'this rule tells nobody apart: whatever is reported, it gives {points} points',
    },
    hint: { zh: '所用的数据因此不会要求填报', en: 'its fact is therefore not even asked for' },
  },
  'table-always-same': {
    severity: 'warning',
    message: {
      zh: '这张表分不出高低：每种情形都是 {value}',
      en: 'this table tells nobody apart: every case is {value}',
    },
    hint: { zh: '所用的数据因此不会要求填报', en: 'its fact is therefore not even asked for' },
  },
  'row-never-reached': {
    severity: 'warning',
    message: {
      zh: '轮不到这一档：其他各档已经包括了所有情形',
      en: 'nothing is left for this row: the others take every case',
    },
  },
  'choice-never-largest': {
    severity: 'warning',
    message: {
      zh: '轮不到这一种：它成立时，分值不小于它的另一种也总是成立',
      en: 'this choice never counts: wherever it holds, another that is at least as large holds too',
    },
    related: { zh: '总是由它计', en: 'counts instead' },
  },
  'branch-hidden': {
    severity: 'warning',
    message: {
      zh: '轮不到这一支：它的条件成立时，前面的条件已经成立',
      en: 'this branch is never taken: where its condition holds, the one before it does too',
    },
    related: { zh: '先看这个条件', en: 'comes first' },
  },
  'decision-always-barred': {
    severity: 'warning',
    message: {
      zh: '这一句定不了“{grade}”：它成立时，总是不得评为“{grade}”',
      en: 'this never makes a unit "{grade}": wherever it holds, "{grade}" is barred',
    },
    related: { zh: '在这里不得评', en: 'barred here' },
  },
  'award-always-barred': {
    severity: 'warning',
    message: {
      zh: '没有单位能得到“{award}”：够这里的条件的，总是不得授予',
      en: 'no unit can get award "{award}": whoever meets the condition here is barred from it',
    },
    related: { zh: '在这里不得授予', en: 'barred here' },
  },
  'amount-always-same': {
    severity: 'warning',
    message: {
      zh: '“{outcome}”分不出高低：怎么填都是 {value}',
      en: '"{outcome}" tells nobody apart: whatever is reported, it is {value}',
    },
  },
  'bonus-can-take': {
    severity: 'warning',
    message: {
      zh: '这里写的是加，算出来却可以是负数，最少 {low} 分',
      en: 'this adds points, and can come to {low}: below 0 it takes them',
    },
    hint: {
      zh: '要减的另写一句；或者写“0 与 … 中的较高者”',
      en: 'put what takes points in a sentence of its own, or write: the higher of 0 and …',
    },
  },
  'deduction-can-be-negative': {
    severity: 'info',
    message: {
      zh: '扣减的分值算出来可以是负数（最少 {low}），那时按 0 计，不会倒加',
      en: 'the amount can come out below 0 ({low}); it then takes nothing',
    },
  },
  'rewarded-and-punished': {
    severity: 'warning',
    message: {
      zh: '“{fact}”多了，这里受罚，而另一句却因它受奖',
      en: 'more of "{fact}" is punished here, while another rule rewards it',
    },
    related: { zh: '在这里受奖', en: 'rewards it' },
  },
  'higher-score-punished': {
    severity: 'warning',
    message: {
      zh: '“{score}”得分高了，这里反而受罚',
      en: 'a higher score is punished here: the more "{score}" comes to, the sooner this applies',
    },
    hint: {
      zh: '要罚得分低的，写“低于”；要罚减分多的，写“减分”',
      en: 'to punish a low score write "below"; to punish many penalties write "penalty is above …"',
    },
  },
  'counted-twice': {
    severity: 'warning',
    message: { zh: '“{fact}”已经{does}一次，这里又{does}一次', en: '"{fact}" {does} a second time here' },
    related: { zh: '前一次', en: 'the first time' },
    hint: {
      zh: '只应计一次的，删去一句；确要计两次的，在下面写：已知 “counted-twice”，原因 “…”',
      en: 'if it should count once, remove one of them; if twice is meant, write below it: accepted "counted-twice" because "…"',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
