/** What is close to a mistake and none: a false alarm costs more trust than a mistake that is missed. */
import { type ProblemCode } from '@merit/dsl'
import { describe, expect, test } from 'vitest'
import { changed, problemsAt, schemeText, type SchemeName } from './schemes.js'

type NearMiss = readonly [what: string, scheme: SchemeName, changes: readonly (readonly [string, string])[]]

const nearMisses: readonly NearMiss[] = [
  ['a cap that is just reached', 'tour', [['“信访件”：数量（件）', '“信访件”：数量（件），不超过 8']]],
  ['a cap that is the whole item', 'tour', [['扣 0.5 分，最多扣 4 分', '扣 0.5 分，最多扣 20 分']]],
  ['a cap on all bonuses that is just reached', 'group', [['加分合计最高 4 分', '加分合计最高 5 分']]],
  ['a limit that the total just reaches', 'dongcheng', [['总分最高 100 分', '总分最高 104 分']]],
  ['a floor at 0 where the total stops there', 'dongcheng', [['总分最高 100 分', '总分最高 100 分\n总分最低 0 分']]],
  ['a threshold that only full marks meet', 'dongcheng', [['“五星级”：90 分以上', '“五星级”：100 分以上']]],
  [
    'a threshold that only bonuses reach',
    'tour',
    [['“优秀”：90 分以上，不超过 50%', '“优秀”：115 分以上，不超过 50%']],
  ],
  ['the lowest grade that only a decision gives', 'tour', [['“较差”：其余', '“较差”：不满 60 分']]],
  ['a grade below bands that only a downgrade leads to', 'tour', [['“一般”：60 分以上', '“一般”：0 分以上']]],
  [
    'a bound that always holds beside one that does not',
    'tour',
    [['“信访件”超过 2 的，扣 3', '“信访件”不低于 0 且“信访件”超过 2 的，扣 3']],
  ],
  [
    'a condition at the end of its range',
    'tour',
    [
      ['“信访件”：数量（件）', '“信访件”：数量（件），不超过 3'],
      ['最多扣 4 分', '最多扣 1.5 分'],
    ],
  ],
  [
    'cases that exclude each other',
    'tour',
    [['有“决策失误”的，扣 10 分', '有“决策失误”的，扣 10 分，有“议事规则”的除外']],
  ],
  [
    'a band row at the end of the range',
    'tour',
    [['按“党费收缴率”计分：98% 以上满分', '按“党费收缴率”计分：100% 以上满分']],
  ],
  [
    'a choice that is smaller, and can hold alone',
    'dongcheng',
    [['缺少“民主生活会整改清单”扣 1 分', '缺少“民主生活会”或“民主生活会整改清单”的，扣 1 分']],
  ],
  [
    'a branch for what is left',
    'dongcheng',
    [
      [
        '2 × “发展党员数” ÷ “发展党员计划数”',
        '若 “发展党员数”不低于 2 则 2，否则 若 “发展党员数”不低于 1 则 1，否则 0',
      ],
    ],
  ],
  [
    'points that only the best can get',
    'tour',
    [['每开展 1 次“党课”得 2.5 分', '每开展 1 次“党课”得 2.5 分，最高得 10 分']],
  ],
  [
    'the same fact for points and for a grade',
    'tour',
    [['有“巡察问题”的，降 1 档', '有“巡察问题”或“媒体曝光”的，降 1 档']],
  ],
  [
    'the same fact in two items of different kinds',
    'group',
    [
      ['每起“八项规定问题”扣 1 分', '每人“党员违纪”扣 1 分'],
      ['  “八项规定问题”：', '  “其他问题”：'],
    ],
  ],
  [
    'two cases of one fact that exclude each other',
    'dongcheng',
    [
      ['缺少“党建责任书”扣 1 分', '“党建例会缺开”为 3 的，扣 1 分'],
      ['每次“党建例会缺开”扣 0.5 分', '“党建例会缺开”为 1 的，扣 0.5 分'],
    ],
  ],
  [
    'few that are rewarded, few that are asked about',
    'tour',
    [['有“巡察问题”的，降 1 档', '“党课”低于 2 的，降 1 档；有“巡察问题”的，降 1 档']],
  ],
  [
    'what is rewarded also keeps a unit out of the lowest grade',
    'tour',
    [
      [
        '有“巡察问题”的，降 1 档',
        '“党课”超过 8 的，不得评为“较差”\n已知 “nothing-below-block”，原因 “另议”\n有“巡察问题”的，降 1 档',
      ],
    ],
  ],
  [
    'a downgrade that what is rewarded brings only together with something else',
    'tour',
    [['有“巡察问题”的，降 1 档', '“党课”超过 8 且有“巡察问题”的，降 1 档']],
  ],
  [
    'what is rewarded is held against something else',
    'tour',
    [['有“巡察问题”的，降 1 档', '“媒体曝光” × 2 超过“党课”的，降 1 档']],
  ],
  [
    'a low score that is punished, and a high one that opens a grade',
    'tour',
    [
      [
        '有“巡察问题”的，降 1 档',
        '指标 2 低于 12 分的，不得评为“优秀”；评为“优秀”须 指标 3 不低于 20 分；有“巡察问题”的，降 1 档',
      ],
    ],
  ],
  [
    'a high score that is kept out of a middle grade, and many penalties',
    'tour',
    [
      [
        '有“巡察问题”的，降 1 档',
        '总分高于 95 分的，不得评为“良好”；减分高于 6 分的，降 1 档；有“巡察问题”的，降 1 档',
      ],
    ],
  ],
  [
    'an award that some of those who compete are barred from',
    'tour',
    [
      [
        '等次为“一般”及以下的，予以',
        '等次为“优秀”的，授予“整改先进”；有“巡察问题”的，不得授予“整改先进”\n等次为“一般”及以下的，予以',
      ],
    ],
  ],
  [
    'an amount that is written out',
    'tour',
    [['等次为“一般”及以下的，予以', '“慰问金”为 500\n等次为“一般”及以下的，予以']],
  ],
  [
    'steps that come to one end of their range',
    'tour',
    [
      [
        '有“巡察问题”的，降 1 档',
        '定义 “档” 为 3，每步保持在 1 至 4\n  “党课”超过 8 的，加 1\n“档”高于 3 的，予以“表扬”；有“巡察问题”的，降 1 档',
      ],
    ],
  ],
  [
    'what must hold of some, and of all',
    'tour',
    [
      [
        '等次为“一般”及以下的，予以',
        '须 同类中“党课”高于 4 的占比不低于 100%\n须 同类中“党课”高于 9 的占比不超过 0%\n等次为“一般”及以下的，予以',
      ],
    ],
  ],
  [
    'a bonus that a fact enters with its sign',
    'tour',
    [
      ['每次“媒体曝光”减 2 分，最多减 10 分', '每次“媒体曝光”减 2 分，最多减 10 分\n加“调整分”分'],
      ['  “违纪违法”：有或无\n', '  “违纪违法”：有或无\n  “调整分”：-3 到 3 的数\n'],
    ],
  ],
  [
    'a share that is one place',
    'tour',
    [
      ['“镇街”、“市直单位”\n等次', '“镇街”、“市直单位”（10 个）\n等次'],
      ['不超过 50%', '不超过 10%'],
    ],
  ],
  [
    'a limit that is everybody',
    'tour',
    [
      ['“镇街”、“市直单位”\n等次', '“镇街”、“市直单位”（9 个）\n等次'],
      ['不超过 50%', '不超过 9 个'],
    ],
  ],
  [
    'shares that make everybody',
    'tour',
    [
      ['“优秀”：前 2 名', '“优秀”：前 60%'],
      ['“一般”：后 2 名', '“一般”：后 40%'],
    ],
  ],
  [
    'an award for all who are graded so, by ranks that ties can pass',
    'tour',
    [['等次为“优秀”的前 1 名', '等次为“优秀”的前 3 名']],
  ],
  [
    'an upper end below a better grade that nothing bars',
    'dongcheng',
    [
      ['“三星级”：70 分以上', '“三星级”：70 分以上不满 80 分'],
      ['“部门否决”的，不得评为“四星级”', '“部门否决”的，不得评为“三星级”'],
    ],
  ],
  [
    'a definition that is used both ways',
    'dongcheng',
    [['等次为“一星级”的，予以', '缺少“部门否决”且等次为“一星级”的，予以']],
  ],
]

describe('near misses are not reported', () => {
  test.each(nearMisses)('%s', (_, scheme, changes) => {
    expect(problemsAt(changed(schemeText(scheme), changes))).toEqual([])
  })
})

describe('a question that is answered is not asked', () => {
  const answered: readonly (readonly [ProblemCode, SchemeName, string, string])[] = [
    [
      'empty-average-open',
      'tour',
      '“职工评分”的平均分占 60%',
      '“职工评分”的平均分占 60%\n  无人评分的，权重由其他各项分摊',
    ],
    ['bonus-above-full-marks', 'tour', '每次“媒体曝光”', '总分最高 100 分\n每次“媒体曝光”'],
    [
      'freed-place-open',
      'tour',
      '有“巡察问题”的，降 1 档',
      '有“巡察问题”的，降 1 档\n  已知 “freed-place-open”，原因 “名额宁缺毋滥”',
    ],
    [
      'used-twice-in-item',
      'tour',
      '“信访件”超过 2 的，扣 3 分',
      '“信访件”超过 2 的，扣 3 分\n  已知 “used-twice-in-item”，原因 “制度缺失又引发信访，从重”',
    ],
  ]
  test('ties-open, said in both gradings', () => {
    const text = changed(schemeText('tour'), [
      ['  “良好”：其余\n', '  “良好”：其余\n  总分相同的，均不列入\n'],
      ['  “较差”：其余\n', '  “较差”：其余\n  总分相同的，“党建实绩”得分高者在前\n'],
    ])
    expect(problemsAt(text, ['error', 'warning', 'info']).filter((one) => one.endsWith('ties-open'))).toEqual([])
  })

  test('amount-can-be-negative, kept above 0', () => {
    const text = changed(schemeText('tour'), [
      ['等次为“一般”及以下的，予以', '“奖金”为 0 与 800 ×（“党课” - 2）中的较高者\n等次为“一般”及以下的，予以'],
    ])
    expect(problemsAt(text)).toEqual([])
    expect(problemsAt(text, ['info'])).toEqual(problemsAt(schemeText('tour'), ['info']))
  })

  test.each(answered)('%s', (code, scheme, words, others) => {
    const text = changed(schemeText(scheme), [[words, others]])
    const asked = (of: string) => problemsAt(of, ['info']).filter((one) => one.endsWith(`: ${code}`)).length
    expect(asked(schemeText(scheme))).toBe(1)
    expect(asked(text)).toBe(0)
    expect(problemsAt(text)).toEqual([])
  })
})
