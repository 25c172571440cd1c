/** A tour or scheme broken in one place: what is proved of it, and the questions it leaves, are found at the line that was broken. */
import { catalogue, entryOf, stageOf, type ProblemCode } from '@merit/dsl'
import { describe, expect, test } from 'vitest'
import { at, changed, lineOf, problemsAt, schemeText, type SchemeName } from './schemes.js'

type Variant = readonly [
  code: ProblemCode,
  scheme: SchemeName,
  changes: readonly (readonly [string, string])[],
  /** Words of the line where it is found, if not those written last. */
  place?: string,
]

const mistakes: readonly Variant[] = [
  ['condition-never-holds', 'tour', [['“信访件”超过 2 的，扣 3 分', '有“议事规则”的，扣 3 分']]],
  ['condition-never-holds', 'tour in English', [[`grade is better than "last year's grade"`, 'total is above 130']]],
  ['condition-always-holds', 'tour', [['等次为“一般”及以下的，予以', '总分不低于 -10 的，予以']]],
  ['rule-never-applies', 'tour', [['有“决策失误”的，扣 10 分', '有“决策失误”的，扣 10 分，有“决策失误”的除外']]],
  ['rule-changes-nothing', 'tour', [['每件“信访件”扣 0.5 分，最多', '每件“信访件”扣 0 分，最多']]],
  ['score-always-same', 'tour', [['“良”得 85%，“中”得 70%，“差”0 分', '“良”满分，“中”满分，“差”满分']]],
  [
    'table-always-same',
    'dongcheng',
    [['2 × “发展党员数” ÷ “发展党员计划数”', '2 ×（按“档案等次”：“优”、“良”1，其余 1）']],
  ],
  ['row-never-reached', 'tour', [['80% 以上得 10 分，其余 0 分', '0% 以上得 10 分，其余 0 分']]],
  [
    'choice-never-largest',
    'dongcheng',
    [['缺少“民主生活会整改清单”扣 1 分', '缺少“民主生活会”且缺少“民主生活会整改清单”的，扣 1 分']],
  ],
  [
    'branch-hidden',
    'dongcheng',
    [
      [
        '2 × “发展党员数” ÷ “发展党员计划数”',
        '若 “发展党员数”不低于 1 则 1，否则 若 “发展党员数”不低于 2 则 2，否则 0',
      ],
    ],
  ],
  ['decision-always-barred', 'tour', [['有“重大事故”的，定为“较差”', '有“违纪违法”且有“重大事故”的，定为“优秀”']]],
  [
    'award-always-barred',
    'tour',
    [
      [
        '等次为“一般”及以下的，予以',
        '有“巡察问题”且等次为“优秀”的，授予“整改先进”；有“巡察问题”的，不得授予“整改先进”\n等次为“一般”及以下的，予以',
      ],
    ],
    '授予“整改先进”；',
  ],
  // Barred by the grade that it is given for
  [
    'award-always-barred',
    'tour',
    [['等次为“一般”及以下的，予以', '等次为“良好”及以上的，不得授予“党建示范点”\n等次为“一般”及以下的，予以']],
    '等次为“优秀”的前 1 名',
  ],
  [
    'amount-always-same',
    'tour',
    [['等次为“一般”及以下的，予以', '“奖金”为 800 + 0 × “党课”\n等次为“一般”及以下的，予以']],
    '“奖金”为',
  ],
  // 3 and at most one more: neither 1 nor 9
  [
    'limit-never-reached',
    'tour',
    [
      [
        '有“巡察问题”的，降 1 档',
        '定义 “档” 为 3，每步保持在 1 至 9\n  “党课”超过 8 的，加 1\n“档”高于 3 的，予以“表扬”；有“巡察问题”的，降 1 档',
      ],
    ],
    '定义 “档”',
  ],
  [
    'rule-changes-nothing',
    'tour',
    [
      [
        '有“巡察问题”的，降 1 档',
        '定义 “档” 为 3，每步保持在 1 至 4\n  “党课”超过 8 的，加 1\n  “党课”低于 2 的，减 0\n“档”高于 3 的，予以“表扬”；有“巡察问题”的，降 1 档',
      ],
    ],
    '的，减 0',
  ],
  [
    'condition-always-holds',
    'tour',
    [['等次为“一般”及以下的，予以', '须 同类中“党课”高于 4 的占比不超过 100%\n等次为“一般”及以下的，予以']],
    '须 同类',
  ],
  [
    'condition-never-holds',
    'tour',
    [['等次为“一般”及以下的，予以', '须 同类中“党课”高于 4 的占比超过 100%\n等次为“一般”及以下的，予以']],
    '须 同类',
  ],
  [
    'bonus-can-take',
    'tour',
    [['每次“媒体曝光”减 2 分，最多减 10 分', '有“媒体曝光”的，加（3 - “媒体曝光”）分，最高加 2 分']],
  ],
  ['rewarded-and-punished', 'tour', [['有“巡察问题”的，降 1 档', '“党课”超过 8 的，降 1 档；有“巡察问题”的，降 1 档']]],
  // One of two grounds, and the one by itself
  ['rewarded-and-punished', 'tour', [['有“巡察问题”的，降 1 档', '“党课”超过 8 或有“巡察问题”的，降 1 档']]],
  // Through a definition of several facts: nobody who has 1000 commendations stays within 10
  [
    'rewarded-and-punished',
    'tour',
    [
      [
        '有“巡察问题”的，降 1 档',
        '定义 “事项数” 为 “党课” + “媒体曝光”\n“事项数”超过 10 的，不得评为“优秀”；有“巡察问题”的，降 1 档',
      ],
    ],
    '“事项数”超过 10 的',
  ],
  [
    'rewarded-and-punished',
    'tour',
    [['有“巡察问题”的，降 1 档', '有“媒体曝光”的，总分最低 60 分；有“巡察问题”的，降 1 档']],
    '每次“媒体曝光”减',
  ],
  // A record more is punished as a record
  [
    'rewarded-and-punished',
    'tour',
    [['有“巡察问题”的，降 1 档', '每项“表彰”加 1 分，最高加 2 分；有“表彰”的，不得评为“优秀”']],
  ],
  [
    'higher-score-punished',
    'tour',
    [['有“巡察问题”的，降 1 档', '指标 2 高于 12 分的，不得评为“优秀”；有“巡察问题”的，降 1 档']],
  ],
  ['counted-twice', 'dongcheng', [['每次“党建例会缺开”扣 0.5 分', '每次“三会一课缺开”扣 0.4 分']]],
  [
    'points-out-of-reach',
    'tour',
    [
      [
        '指标 3.1 “党课” 10 分\n  每开展 1 次“党课”得 2.5 分',
        '指标 3.1 “党课” 10 分\n  每开展 1 次“党课”得 2.5 分，最高得 8 分',
      ],
    ],
    '指标 3.1 “党课” 10 分',
  ],
  ['formula-outside-points', 'dongcheng', [['3 × “班子认可访谈”中“认可”的占比', '3 + “班子集中学习”']]],
  ['cap-beyond-points', 'tour', [['扣 0.5 分，最多扣 4 分', '扣 0.5 分，最多扣 40 分']]],
  ['cap-never-reached', 'tour', [['“信访件”：数量（件）', '“信访件”：数量（件），不超过 6']], '每件“信访件”扣'],
  ['all-cap-never-reached', 'group', [['加分合计最高 4 分', '加分合计最高 6 分']]],
  ['total-limit-never-reached', 'dongcheng', [['总分最高 100 分', '总分最高 120 分']]],
  [
    'limit-never-reached',
    'dongcheng',
    [['2 × “发展党员数” ÷ “发展党员计划数”', '2 × “重点任务完成率”，保持在 0 至 3']],
  ],
  ['grade-out-of-reach', 'tour', [['“优秀”：90 分以上，不超过 50%', '“优秀”：120 分以上，不超过 50%']]],
  ['grade-out-of-reach', 'dongcheng', [['“五星级”：90 分以上', '“五星级”：超过 100 分']]],
  ['grade-taken-by-better', 'yujiang', [['“达标”：80 分以上', '“达标”：0 分以上']], '“不达标”：其余'],
  ['grade-never-given', 'towns', [['等次 “优秀”、“良好”、“一般”', '等次 “优秀”、“良好”、“一般”、“较差”']]],
  ['blocked-falls-past', 'tour', [['“良好”：75 分以上', '“良好”：75 分以上不满 90 分']]],
  ['nothing-below-block', 'tour', [['有“违纪违法”的，不得评为“优秀”', '有“违纪违法”的，不得评为“较差”']]],
  [
    'share-without-place',
    'tour',
    [
      ['“镇街”、“市直单位”\n等次', '“镇街”、“市直单位”（9 个）\n等次'],
      ['不超过 50%', '不超过 10%'],
    ],
  ],
  [
    'shares-beyond-all',
    'tour',
    [
      ['“优秀”：前 2 名', '“优秀”：前 60%'],
      ['“一般”：后 2 名', '“一般”：后 50%'],
    ],
  ],
  [
    'quota-never-reached',
    'tour',
    [
      ['“镇街”、“市直单位”\n等次', '“镇街”、“市直单位”（9 个）\n等次'],
      ['不超过 50%', '不超过 10 个'],
    ],
  ],
  [
    'award-beyond-units',
    'tour',
    [
      ['“镇街”、“市直单位”\n等次', '“镇街”（8 个）、“市直单位”（9 个）\n等次'],
      ['等次为“优秀”的前 1 名', '等次为“优秀”的前 20 名'],
    ],
  ],
]

const questions: readonly Variant[] = [
  ['deduction-can-be-negative', 'tour', [['有“决策失误”的，扣 10 分', '扣（“党课” - 4）分']]],
  ['ties-open', 'group', [['  总分相同的，“书记述职评议”得分高者在前\n', '']], '等次评定按总分'],
  ['award-ties-open', 'yujiang', [['  总分相同的，名次并列\n', '']], '等次为“先进”的前 5 名'],
  [
    'freed-place-open',
    'dongcheng',
    [
      ['“五星级”：90 分以上', '“五星级”：90 分以上，不超过 10%'],
      ['“部门否决”的，不得评为“四星级”', '“部门否决”的，降 1 档'],
    ],
  ],
  [
    'freed-award-open',
    'tour',
    [['等次为“一般”及以下的，', '有“巡察问题”的，不得授予“党建示范点”\n等次为“一般”及以下的，']],
    '不得授予“党建示范点”',
  ],
  ['downgrades-open', 'group', [['降档就高，不累计\n', '']], '按本年度的“降档事项”的“情节”降档'],
  ['empty-average-open', 'group', [['  无人评分的，权重由其他各项分摊\n', '']], '“集团领导评分”的平均分占 40%'],
  [
    'rounding-open',
    'dongcheng',
    [['# 示意：原文未写小数位数。\n得分保留 2 位小数，四舍五入\n', '']],
    '满分 100 分\n考核对象',
  ],
  ['bonus-above-full-marks', 'hubei', [['总分最高 100 分\n', '']], '本年度的“奖励”按'],
  ['total-below-nought', 'tour', [['最多减 10 分', '最多减 90 分']]],
  [
    'amount-can-be-negative',
    'tour',
    [['等次为“一般”及以下的，予以', '“奖金”为 800 ×（“党课” - 2）\n等次为“一般”及以下的，予以']],
    '“奖金”为',
  ],
  [
    'missing-period-open',
    'tour',
    [
      [
        '板块 “年度工作考评” 满分 100 分\n  按“年度评奖”计分：“一等奖”100 分，“二等奖”90 分，“其他”80 分\n',
        '标准 “检查标准” 满分 100 分\n数据\n  “差错”：数量（处）\n指标 1 “质量” 100 分\n  每处“差错”扣 1 分\n\n板块 “年度工作考评” 按季度采用标准“检查标准”，取 4 个季度平均\n',
      ],
    ],
    '板块 “年度工作考评”',
  ],
  ['year-open', 'tour', [['本年度的“表彰”按', '“表彰”按']]],
  ['matter-open', 'tour in English', [[', highest only per "matter"', '']], 'bonus by "level"'],
  [
    'used-twice-in-item',
    'dongcheng',
    [['缺少“民主协商记录”扣 1 分', '缺少“民主协商记录”扣 0.5 分；缺少“民主协商记录”且缺少“经费台账”的，扣 0.5 分']],
  ],
  ['counted-in-item-and-total', 'tour', [['每次“媒体曝光”减 2 分', '每件“信访件”减 2 分']]],
  ['formula-beyond-points', 'dongcheng', [['3 × “班子认可访谈”中“认可”的占比', '3 × “书记群众公认度” ÷ 0.8']]],
]

function named(variants: readonly Variant[]) {
  return variants.map(([code, scheme, changes, place]) => ({ code, scheme, changes, place }))
}

describe('one mistake in a scheme that has none', () => {
  test.each(named(mistakes))('$code in $scheme', ({ code, scheme, changes, place }) => {
    const text = schemeText(scheme)
    expect(problemsAt(text)).toEqual([])
    const broken = changed(text, changes)
    expect(problemsAt(broken)).toContain(at(lineOf(broken, place ?? changes.at(-1)![1]), code))
  })
})

describe('one answer left out', () => {
  test.each(named(questions))('$code in $scheme', ({ code, scheme, changes, place }) => {
    const text = schemeText(scheme)
    const open = changed(text, changes)
    const asked = at(lineOf(open, place ?? changes.at(-1)![1]), code)
    expect(problemsAt(open, ['info'])).toContain(asked)
    expect(problemsAt(text, ['info']).filter((one) => one.endsWith(code)).length).toBeLessThan(
      problemsAt(open, ['info']).filter((one) => one.endsWith(code)).length,
    )
    expect(problemsAt(open, ['error'])).toEqual([])
  })
})

test('every proof and every question has its variant', () => {
  const all = (Object.keys(catalogue) as ProblemCode[]).filter((code) => stageOf(code) === 'prove')
  expect([...new Set(mistakes.map(([code]) => code))].sort()).toEqual(
    all.filter((code) => entryOf(code).severity !== 'info').sort(),
  )
  expect([...new Set(questions.map(([code]) => code))].sort()).toEqual(
    all.filter((code) => entryOf(code).severity === 'info').sort(),
  )
})
