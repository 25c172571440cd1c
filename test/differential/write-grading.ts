import { grades, kinds, type Condition, type GradeLine, type Grading, type Model } from './model.js'
import { conditionText } from './write-condition.js'
import { exceptText } from './write-rules.js'
import type { Say } from './write-words.js'

/** The grading of each kind. */
export function gradings({ gradings: all, parts }: Model, say: Say): readonly string[] {
  return all.flatMap((grading, kind) => gradingLines(grading, kind, all.length, parts[0]?.name, say))
}

function gradingLines(
  { lines, ties }: Grading,
  kind: number,
  count: number,
  part: string | undefined,
  say: Say,
): readonly string[] {
  const own = count === 1 ? say('', '') : say(` of "${kinds[kind]}"`, `（“${kinds[kind]}”）`)
  const byRank = lines.some(({ criterion }) => criterion.kind === 'top' || criterion.kind === 'bottom')
  return [
    byRank
      ? say(`grading${own} by rank of total`, `等次评定${own}按总分排名`)
      : say(`grading${own} by total`, `等次评定${own}按总分`),
    ...lines.map((line) => gradeLineText(line, say)),
    ...(ties === 'left-out' ? [say('ties left out', '总分相同的，均不列入')] : []),
    ...(ties === 'by-part' ? [say(`ties by "${part}"`, `总分相同的，“${part}”得分高者在前`)] : []),
  ]
}

function gradeLineText({ grade, criterion, limit }: GradeLine, say: Say): string {
  const name = say(`"${grades[grade]}": `, `“${grades[grade]}”：`)
  if (criterion.kind === 'otherwise') return name + say('otherwise', '其余')
  if (criterion.kind === 'from') {
    const room = {
      none: '',
      'at-most-percent': say(`, at most ${limit?.value}% of units`, `，不超过 ${limit?.value}%`),
      places: say(`, ${limit?.value} places`, `，${limit?.value} 个名额`),
    }
    return name + say(`from ${criterion.low}`, `${criterion.low} 分以上`) + room[limit?.kind ?? 'none']
  }
  const many = criterion.percent === undefined ? `${criterion.count}` : `${criterion.percent}%`
  const chinese = criterion.percent === undefined ? `${criterion.count} 名` : `${criterion.percent}%`
  return name + say(`${criterion.kind} ${many}`, `${criterion.kind === 'top' ? '前' : '后'} ${chinese}`)
}

/** What follows the grading lines: blocks, decisions, downgrades, limits, awards, outcomes. */
export function afterGrading(model: Model, say: Say): readonly string[] {
  const when = (condition: Condition): string => conditionText(condition, say)
  const { award } = model
  return [
    ...model.blocks.map(
      ({ condition, except, grade }) =>
        say(`${when(condition)} blocks "${grades[grade]}"`, `${when(condition)}的，不得评为“${grades[grade]}”`) +
        exceptText(except, say),
    ),
    ...(model.notGraded === undefined
      ? []
      : [say(`not graded when ${when(model.notGraded)}`, `${when(model.notGraded)}的，不确定等次`)]),
    ...model.makes.map(({ condition, grade }) =>
      say(`${when(condition)} makes it "${grades[grade]}"`, `${when(condition)}的，定为“${grades[grade]}”`),
    ),
    ...model.downgrades.map(
      ({ condition, except, steps }) =>
        say(`downgrade by ${steps} on ${when(condition)}`, `${when(condition)}的，降 ${steps} 档`) +
        exceptText(except, say),
    ),
    ...(model.gravestOnly ? [say('downgrades: the gravest only', '降档就高，不累计')] : []),
    ...(model.limit === undefined
      ? []
      : [
          say(
            `grade at most ${model.limit.steps} above "${model.limit.above.name}"`,
            `等次最多比“${model.limit.above.name}”高 ${model.limit.steps} 档`,
          ),
        ]),
    ...(award === undefined
      ? []
      : [
          say(
            `award "A" to the top ${award.top} graded "${grades[award.grade]}"${award.scope === 'each' ? ', of each kind' : ', all kinds together'}`,
            `等次为“${grades[award.grade]}”的前 ${award.top} 名，${award.scope === 'each' ? '各类分别排名' : '各类统一排名'}，授予“A”`,
          ),
        ]),
    ...(award?.bar === undefined
      ? []
      : [say(`${when(award.bar)} blocks award "A"`, `${when(award.bar)}的，不得授予“A”`)]),
    ...(model.outcome === undefined
      ? []
      : [
          say(
            `outcome "O", "P" when grade is "${grades[model.outcome]}" or worse`,
            `等次为“${grades[model.outcome]}”及以下的，予以“O”、“P”`,
          ),
        ]),
    ...payLines(model, say),
    ...reviewLines(model, say),
  ]
}

function payLines({ pay }: Model, say: Say): readonly string[] {
  if (pay === undefined) return []
  const amount = say(`outcome "pay" is ${pay.rate} * total`, `“pay”为 ${pay.rate} × 总分`)
  return [amount + exceptText(pay.except, say)]
}

function reviewLines({ review }: Model, say: Say): readonly string[] {
  if (review === undefined) return []
  const grade = grades[review.grade ?? 0]
  return [
    say('review "R"', '复核 “R”'),
    ...(review.grade === undefined
      ? []
      : [say(`of units graded "${grade}" or better`, `等次“${grade}”及以上的全部复核`)]),
    ...(review.percent === undefined
      ? []
      : [say(`of ${review.percent}% of the rest, drawn by lot`, `其余抽查 ${review.percent}%`)]),
    ...(review.grade === undefined && review.percent === undefined ? [say('of all units', '全部复核')] : []),
  ]
}
