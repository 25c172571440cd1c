import { grades, kinds, type Model } from './model.js'
import { definitionsOf, factsOf, fullMarksOf, reportedFacts, stepsOf } from './parts-of-model.js'
import { expressionText } from './write-expression.js'
import { factLines } from './write-facts.js'
import { afterGrading, gradings } from './write-grading.js'
import { itemLines, partLines } from './write-items.js'
import { conditionText } from './write-condition.js'
import { measureText, stepsText } from './write-rules.js'
import { decimals, names, type Say } from './write-words.js'

export type Language = 'en' | 'zh'

/** The model as a scheme's text. */
export function schemeText(model: Model, language: Language): string {
  const say: Say = (en, zh) => (language === 'en' ? en : zh)
  return [
    ...head(model, say),
    ...(factsOf(model).length === 0 ? [] : [say('facts', '数据')]),
    ...reportedFacts(model).flatMap((fact) => factLines(fact, say)),
    ...model.items.flatMap((item) => itemLines(item, say)),
    ...model.parts.flatMap((part) => partLines(part, model.gradings.length, say)),
    ...(model.parts.length === 0 ? [] : totals(model, say)),
    ...adjustments(model, say),
    ...gradings(model, say),
    ...afterGrading(model, say),
    ...definitionsOf(model).map(({ name, expression }) =>
      say(
        `let "${name}" be ${expressionText(expression, say)}`,
        `定义 “${name}” 为 ${expressionText(expression, say)}`,
      ),
    ),
    ...stepsOf(model).flatMap((each) => stepsText(each, say)),
  ].join('\n')
}

function head(model: Model, say: Say): readonly string[] {
  const modes = {
    'half-up': say('half up', '四舍五入'),
    'half-even': say('half even', '四舍六入五成双'),
    down: say('down', '舍去尾数'),
    up: say('up', '进一'),
  }
  const { rounding } = model
  return [
    say('scheme "S" for 2026, version 1', '方案 “S” 2026年度 第1版'),
    say(`full marks ${fullMarksOf(model)}`, `满分 ${fullMarksOf(model)} 分`),
    ...(rounding === undefined
      ? []
      : [
          say(
            `scores to ${decimals(rounding.decimals)}, ${modes[rounding.mode]}`,
            `得分保留 ${rounding.decimals} 位小数，${modes[rounding.mode]}`,
          ),
        ]),
    kindsText(model, say),
    say(`grades ${names(grades, say)}`, `等次 ${names(grades, say)}`),
  ]
}

function kindsText({ gradings: { length } }: Model, say: Say): string {
  const own = names(kinds.slice(0, length), say)
  return say(`unit kinds ${own}`, `考核对象 ${own}`)
}

/** What each part weighs for each kind. */
function totals({ gradings: all, parts }: Model, say: Say): readonly string[] {
  return all.flatMap((_, kind) => [
    all.length === 1 ? say('total', '总分') : say(`total for "${kinds[kind]}"`, `总分（“${kinds[kind]}”）`),
    ...weighedLines(
      parts.filter(({ weights }) => weights[kind] !== 0),
      kind,
      say,
    ),
  ])
}

/** Parts that weigh the same stand on one line. */
function weighedLines(parts: Model['parts'], kind: number, say: Say): readonly string[] {
  const [first, ...rest] = parts.map(({ weights }) => weights[kind])
  if (rest.length > 0 && rest.every((weight) => weight === first)) {
    const all = names(
      parts.map(({ name }) => name),
      say,
    )
    return [say(`${all} ${first}% each`, `${all}各占 ${first}%`)]
  }
  return parts.map(({ name, weights }) => say(`${weights[kind]}% "${name}"`, `“${name}”占 ${weights[kind]}%`))
}

function adjustments(model: Model, say: Say): readonly string[] {
  const { bonusCap, penaltyCap, atMost, atLeast } = model
  return [
    ...model.bonuses.map((measure) => measureText(measure, 'bonus', say)),
    ...model.penalties.map((measure) => measureText(measure, 'penalty', say)),
    ...(bonusCap === undefined ? [] : [say(`bonuses capped at ${bonusCap} in all`, `加分合计最高 ${bonusCap} 分`)]),
    ...(penaltyCap === undefined
      ? []
      : [say(`penalties capped at ${penaltyCap} in all`, `减分合计最多 ${penaltyCap} 分`)]),
    ...(atMost === undefined
      ? []
      : [
          atMost.condition === undefined
            ? say(`total at most ${atMost.value}`, `总分最高 ${atMost.value} 分`)
            : say(
                `total at most ${atMost.value} when ${conditionText(atMost.condition, say)}`,
                `${conditionText(atMost.condition, say)}的，总分最高 ${atMost.value} 分`,
              ),
        ]),
    ...(atLeast === undefined ? [] : [say(`total at least ${atLeast}`, `总分最低 ${atLeast} 分`)]),
  ]
}
