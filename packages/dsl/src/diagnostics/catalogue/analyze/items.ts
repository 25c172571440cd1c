import type { CatalogueEntry } from '../entry.js'

/** Items, parts and rubrics: points, rules that go together, numbering, amounts. */
export const itemProblems = {
  'points-do-not-add-up': {
    severity: 'error',
    message: {
      zh: '{subject}为 {points} 分，其下合计 {sum} 分',
      en: '{subject} is worth {points} points, its parts {sum}',
    },
    label: { zh: '{addends} = {sum}', en: '{addends} = {sum}' },
    fix: { zh: '把{subject}改为 {sum} 分', en: 'make {subject} worth {sum} points' },
  },
  'points-not-positive': {
    severity: 'error',
    message: { zh: '分值应大于 0，这里写的是 {value}', en: 'points must be above 0, not {value}' },
  },
  'reminder-disagrees': {
    severity: 'error',
    message: {
      zh: '{subject}为 {points} 分，这里写的是扣完 {said} 分为止',
      en: '{subject} is worth {points} points, and this says up to {said}',
    },
    fix: { zh: '改为 {points} 分', en: 'write {points}' },
  },
  'reminder-without-item': {
    severity: 'error',
    message: {
      zh: '“扣完为止”说的是本项的分值，这里上面没有指标',
      en: '"up to the item\'s points" speaks of an item, and there is none above',
    },
    hint: { zh: '总分上的减分用“最多减 … 分”', en: 'cap a penalty on the total with "capped at …"' },
  },
  'scored-in-two-ways': {
    severity: 'error',
    message: { zh: '{subject}用了两种计分方式', en: '{subject} is scored in two ways' },
    label: { zh: '这是另一种', en: 'another way' },
    related: { zh: '前面是一种', en: 'one way' },
    hint: {
      zh: '一项只能从满分扣、从 0 分得，或按一句“计分”“得分为”；后两种之后可以再扣',
      en: 'an item loses from full marks, earns from 0, or has one "scored" sentence, after which it may still lose',
    },
  },
  'item-without-rule': {
    severity: 'error',
    message: { zh: '指标 {number} “{name}”没有写怎么计分', en: 'item {number} "{name}" does not say how it is scored' },
    hint: { zh: '由人评分的，写“直接评分”', en: 'where assessors give the score, write "scored directly"' },
  },
  'rule-on-parent-item': {
    severity: 'error',
    message: {
      zh: '指标 {number} 的得分是其下各项之和，不能自己另得分',
      en: 'item {number} is the sum of the items below it and cannot be scored in another way as well',
    },
    hint: {
      zh: '把这一句移到下级指标；从合计中再扣的可以写“扣”',
      en: 'move the sentence to one of those items; only "costs" may still take from the sum',
    },
    related: { zh: '其下的指标', en: 'an item below it' },
  },
  'part-scored-twice': {
    severity: 'error',
    message: {
      zh: '{subject}由指标计分，不能另有计分规则',
      en: '{subject} is scored by items and cannot be scored in another way as well',
    },
    related: { zh: '由此计分', en: 'scored by this' },
  },
  'part-without-content': {
    severity: 'error',
    message: { zh: '{subject}没有内容，不知道怎么计分', en: '{subject} holds nothing that could be scored' },
    hint: { zh: '下面写指标，或写一句计分', en: 'put items below it, or a sentence that scores it' },
  },
  'part-full-marks-missing': {
    severity: 'error',
    message: { zh: '板块“{name}”没有写满分', en: 'part "{name}" does not say what it is out of' },
    hint: { zh: '写：板块 “{name}” 满分 100 分', en: 'write: part "{name}" out of 100' },
  },
  'items-outside-parts': {
    severity: 'error',
    message: {
      zh: '指标 {number} 不在任何板块之下，而方案是分板块的',
      en: 'item {number} stands in no part, while the scheme has parts',
    },
    hint: { zh: '移到板块之下', en: 'move it below a part' },
  },
  'not-applicable-in-two-ways': {
    severity: 'error',
    message: {
      zh: '{subject}不涉及时，一处说计满分，一处说不计入',
      en: 'where {subject} does not apply, one sentence gives full points and one leaves it out',
    },
    related: { zh: '前面这样说', en: 'the other sentence' },
  },
  'scores-zero-not-last': {
    severity: 'warning',
    message: {
      zh: '“本项不得分”一票抹去各句所得，应写在最后',
      en: '"scores 0 when" takes away what all the others give, and should come last',
    },
    related: { zh: '后面还有', en: 'comes after it' },
  },
  'also-earns-elsewhere': {
    severity: 'error',
    message: {
      zh: '这一句写的是“{on}另加”，却写在{subject}上',
      en: 'this speaks of what {on} also earns, and stands at {subject}',
    },
    hint: { zh: '移到它所说的地方；加在总分上的用“加”', en: 'move it to where it belongs; on the total, use bonus' },
  },
  'wrong-effect-word': {
    severity: 'error',
    message: {
      zh: '“{word}”不能用在{subject}上，应当用“{right}”',
      en: '"{word}" cannot act on {subject}: the word is "{right}"',
    },
    hint: {
      zh: '“扣”“得”用于指标和板块，“加”“减”用于总分',
      en: 'costs and earns act on items and parts, bonus and penalty on the total',
    },
    fix: { zh: '改用“{right}”', en: 'use "{right}"' },
  },
  'step-in-proportion': {
    severity: 'info',
    message: {
      zh: '不足 {size}的部分按比例计算；若只按整数档计，应当写明',
      en: 'less than {size} counts in proportion; if only full steps are meant, say so',
    },
    fix: { zh: '写明不足的不计', en: 'count full steps only' },
  },
  'bonus-below-steps': {
    severity: 'warning',
    message: {
      zh: '写了“分”的是对总分加减分；要作为上面定义的一步，不写“分”',
      en: 'a number of points changes the total; a step of the definition above is a plain number',
    },
    hint: {
      zh: '确实是加减分的，和上面的定义之间空一行',
      en: 'where a bonus or penalty is meant, leave an empty line above it',
    },
    fix: { zh: '去掉“分”', en: 'make it a step' },
  },
  'step-not-positive': {
    severity: 'error',
    message: { zh: '每一档应大于 0，这里写的是 {value}', en: 'a step must be above 0, not {value}' },
  },
  'amount-needs-a-name': {
    severity: 'error',
    message: {
      zh: '这里酌情的分值没有自己的名称，填报时无从区分',
      en: 'this amount at discretion has no name of its own under which it could be entered',
    },
    hint: { zh: '写上名称：酌情扣 1 至 3 分，记为“…”', en: 'name it: costs 1 to 3, as assessed as "…"' },
  },
  'negative-amount': {
    severity: 'error',
    message: { zh: '分值不能是负数（{value}）', en: 'an amount cannot be negative ({value})' },
    hint: { zh: '扣和减已经表示减少', en: 'costs and penalty already take away' },
  },
  'more-than-full': {
    severity: 'error',
    message: {
      zh: '{base}为 {points} 分，这里却得 {value}',
      en: '{base} is worth {points} points, and this gives {value}',
    },
  },
  'percentage-as-points': {
    severity: 'error',
    message: {
      zh: '{name}是百分比，不能直接当作分数',
      en: '{name} is a percentage and cannot stand for points by itself',
    },
    hint: {
      zh: '写成：按{name}比例计分；或者乘以分值',
      en: 'write: scored in proportion to {name}; or multiply it by points',
    },
  },
  'percent-without-base': {
    severity: 'error',
    message: { zh: '{value} 是哪个数的百分之几，这里不清楚', en: 'it is not clear what {value} is a percentage of' },
    hint: { zh: '总分上的加减和限制用分数写', en: 'on the total, write points' },
  },
  'thresholds-out-of-order': {
    severity: 'error',
    message: {
      zh: '{number} 排在 {before} 之后，前一档已经包含了它',
      en: '{number} comes after {before}, which already takes everything it could',
    },
    related: { zh: '前一档', en: 'the line before' },
    hint: { zh: '由高到低排列', en: 'put the highest first' },
  },
  'bands-leave-a-gap': {
    severity: 'error',
    message: {
      zh: '没有说{name}在 {bounds} 之外怎么算',
      en: 'nothing is said of {name} outside {bounds}',
    },
    hint: { zh: '在末尾写“其余 …”', en: 'end with "otherwise …"' },
  },
  'item-number-twice': {
    severity: 'error',
    message: { zh: '已经有指标 {number}', en: 'there already is an item {number}' },
    related: { zh: '前一个', en: 'the first' },
  },
  'parent-item-missing': {
    severity: 'error',
    message: { zh: '有指标 {number}，但没有指标 {parent}', en: 'there is an item {number}, but no item {parent}' },
    hint: { zh: '在它前面写上指标 {parent}', en: 'put item {parent} before it' },
  },
  'numbering-gap': {
    severity: 'warning',
    message: {
      zh: '编号不连续：这里应为 {expected}，写的是 {number}',
      en: 'the numbering jumps: {number}, where {expected} comes next',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
