import { kinds, type Average, type Item, type Leaf, type Part } from './model.js'
import { partFullOf } from './parts-of-model.js'
import { conditionText } from './write-condition.js'
import { measureText, scoredText } from './write-rules.js'
import type { Say } from './write-words.js'

export function itemLines(item: Item, say: Say): readonly string[] {
  const points = item.kind === 'leaf' ? item.points : item.items.reduce((sum, each) => sum + each.points, 0)
  const header = say(
    `item ${item.number} "${item.name}" ${points} points`,
    `指标 ${item.number} “${item.name}” ${points} 分`,
  )
  if (item.kind === 'branch') return [header, ...item.items.flatMap((leaf) => itemLines(leaf, say))]
  return [header, ...leafLines(item, say)]
}

function leafLines(leaf: Leaf, say: Say): readonly string[] {
  const effect = leaf.way === 'earns' ? 'earns' : 'costs'
  const { notApplicable } = leaf
  return [
    ...(leaf.scored === undefined ? [] : [scoredText(leaf.scored, leaf.points, say)]),
    ...leaf.rules.map((rule) => measureText(rule, effect, say)),
    ...(leaf.alsoEarns === undefined ? [] : [measureText(leaf.alsoEarns, 'also-earns', say)]),
    ...(notApplicable === undefined
      ? []
      : [
          say(
            `not applicable when ${conditionText(notApplicable.condition, say)}, ${notApplicable.treatment === 'left-out' ? 'left out' : 'full points'}`,
            `${conditionText(notApplicable.condition, say)}的，不涉及本项，${notApplicable.treatment === 'left-out' ? '不计入' : '计满分'}`,
          ),
        ]),
    ...(leaf.zero === undefined
      ? []
      : [say(`scores 0 when ${conditionText(leaf.zero, say)}`, `${conditionText(leaf.zero, say)}的，本项不得分`)]),
  ]
}

export function partLines(part: Part, kindCount: number, say: Say): readonly string[] {
  const isForFirst = kindCount > 1 && part.weights[1] === 0
  const full = partFullOf(part)
  const { content } = part
  return [
    say(
      `part "${part.name}" out of ${full}${isForFirst ? `, for "${kinds[0]}"` : ''}`,
      `板块 “${part.name}” 满分 ${full} 分${isForFirst ? `，适用于“${kinds[0]}”` : ''}`,
    ),
    ...(content.kind === 'items' ? content.items.flatMap((item) => itemLines(item, say)) : []),
    ...(content.kind === 'scored' ? [scoredText(content.scored, full, say)] : []),
    ...(content.kind === 'average' ? [averageText(content.average, say)] : []),
    ...(content.kind === 'weighted'
      ? content.lines.map(({ weight, average }) =>
          say(`${weight}% ${averageText(average, say)}`, `${averageText(average, say)}占 ${weight}%`),
        )
      : []),
    ...(content.kind === 'weighted' && content.emptyLeftOut
      ? [say('an empty group is left out, its weight shared', '无人评分的，权重由其他各项分摊')]
      : []),
  ]
}

function averageText({ fact, worths, drop, absent }: Average, say: Say): string {
  const options = fact.spec.kind === 'many-words' ? fact.spec.options : []
  const rows = (worths ?? []).map((worth, index) =>
    say(`"${options[index]}" ${worth}`, `“${options[index]}”${worth} 分`),
  )
  const values = rows.length === 0 ? '' : say(`: ${rows.join(', ')}`, `：${rows.join('，')}`)
  const more = drop?.ifMoreThan
  const dropping =
    drop === undefined
      ? ''
      : say(
          ` dropping the highest and the lowest${more === undefined ? '' : `, with more than ${more}`}`,
          `，${more === undefined ? '' : `超过 ${more} 个的，`}去掉一个最高分和一个最低分`,
        )
  const filled =
    absent === undefined
      ? ''
      : say(
          ` over ${absent.raters} raters, absent ones ${absent.mark}`,
          `，应评 ${absent.raters} 人，缺评的按 ${absent.mark} 分计`,
        )
  const end = `${dropping}${filled}${values}`
  return say(`average of "${fact.name}"${end}`, `“${fact.name}”的平均分${end}`)
}
