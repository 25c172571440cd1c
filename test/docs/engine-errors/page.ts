/** The pages docs/engine-errors.md and .zh.md, made from the shapes of problems, their wording, and the examples beside this file. */
import type { DataCode, DataProblem, SchemeCode, SchemeProblem, UseCode, UseProblem } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { dataExamples, schemeExamples, useExamples, type Language } from './examples.js'

interface Section {
  readonly title: Readonly<Record<Language, string>>
  readonly wayOut: Readonly<Record<Language, string>>
  readonly of: 'scheme' | 'data' | 'use'
  /** In the order of the examples, up to this one. */
  readonly until: SchemeCode | DataCode | UseCode
}

const sections: readonly Section[] = [
  {
    of: 'scheme',
    until: 'unknown-format',
    title: { en: 'SchemeError: no scheme, or another format', zh: 'SchemeError：不是方案，或格式不同' },
    wayOut: {
      en: 'Give `loadScheme` the parsed JSON that `merit build` wrote. A later format needs a later `@merit/engine`; [versioning.md](versioning.md) says which is read by what.',
      zh: '把 `merit build` 写出的 JSON 解析后交给 `loadScheme`。格式较新的，须更新 `@merit/engine`；哪个版本能读哪种格式，见[版本](versioning.zh.md)。',
    },
  },
  {
    of: 'scheme',
    until: 'too-large',
    title: { en: 'SchemeError: beyond the bounds', zh: 'SchemeError：超出界限' },
    wayOut: {
      en: 'A document made by the compiler never is: real schemes are far below [the bounds](security.md). Take it for damaged or hostile.',
      zh: '编译器写出的方案不会如此，实际的方案离[这些界限](security.zh.md)很远。请当作已损坏或怀有恶意的文件处理。',
    },
  },
  {
    of: 'scheme',
    until: 'too-tangled',
    title: { en: 'SchemeError: not well formed', zh: 'SchemeError：结构不对' },
    wayOut: {
      en: 'The document was changed after it was compiled, or not made by the compiler: compile the text again. Who writes compiled schemes by other means finds the rules in [compiled-format.md](compiled-format.md); `path` says where.',
      zh: '文件编译之后被改过，或不是编译器写出的：请重新编译方案文本。用其他办法写编译格式的，规则见[编译格式](compiled-format.zh.md)；`path` 指明位置。',
    },
  },
  {
    of: 'data',
    until: 'unknown-kind',
    title: { en: 'DataError: units', zh: 'DataError：单位' },
    wayOut: {
      en: 'A unit is `{ unit, kind, facts }`, units a list or `{ units, ballots, lots }`. Names are compared without regard to width, quotes and blanks, so two that differ in those alone are one unit.',
      zh: '单位写作 `{ unit, kind, facts }`，全部单位写成列表，或 `{ units, ballots, lots }`。比较名称时不分全角半角、引号样式和空格多少，只在这些地方不同的两个名称是同一个单位。',
    },
  },
  {
    of: 'data',
    until: 'field-twice',
    title: { en: 'DataError: facts and their values', zh: 'DataError：数据及其值' },
    wayOut: {
      en: 'Correct what was reported: nothing is rounded, cut or guessed. What is not reported is left out or `null`, and makes the unit incomplete, which is no fault. `factsSchema` says beforehand what each fact takes, and a form made from it rarely meets these.',
      zh: '请改正上报的数据：引擎不舍入、不截断、不猜测。没有上报的，不写或写 `null`，单位因此“数据不全”，这不算错误。`factsSchema` 事先说明每项数据怎样填，据此制作的表单很少会遇到这些问题。',
    },
  },
  {
    of: 'data',
    until: 'seed-not-text',
    title: { en: 'DataError: reviews and lots', zh: 'DataError：复核与抽签' },
    wayOut: {
      en: 'Findings stand under the unit, `"reviews": { "district review": { "facts": {} } }`; seeds of lots beside the units, `"lots": { "district review": "seed" }`.',
      zh: '复核结果写在单位下面：`"reviews": { "区级复核": { "facts": {} } }`；抽签种子写在单位旁边：`"lots": { "区级复核": "种子" }`。',
    },
  },
  {
    of: 'data',
    until: 'override-no-grade',
    title: { en: 'DataError: overrides', zh: 'DataError：改定' },
    wayOut: {
      en: 'An override says all of `of`, `value`, `by`, `on`, `why`; a score lies between what the rules can make of it and full marks.',
      zh: '改定必须写全 `of`、`value`、`by`、`on`、`why`；得分在规则所能得出的范围与满分之间。',
    },
  },
  {
    of: 'data',
    until: 'ballots-beside-marks',
    title: { en: 'DataError: ballots', zh: 'DataError：票' },
    wayOut: {
      en: 'Ballots stand beside the units by their name: `"ballots": { "votes": [{ "rater": "Rater A", "marks": { "Riverside": 90 } }] }`.',
      zh: '票按名称写在单位旁边：`"ballots": { "测评票": [{ "rater": "甲", "marks": { "河东街道": 90 } }] }`。',
    },
  },
  {
    of: 'use',
    until: 'block-given-away',
    title: { en: 'UseError: a slip of the host', zh: 'UseError：调用有误' },
    wayOut: {
      en: 'No scheme and no data can cause these: the call is to be changed.',
      zh: '这些与方案和数据无关，请修改调用。',
    },
  },
]

const head: Readonly<Record<Language, string>> = {
  en: `# Errors of the engine

*[中文](engine-errors.zh.md)*

Every code of a \`SchemeError\`, \`DataError\` or \`UseError\`, with an example: its data, and what \`messageOf\` of \`@merit/engine/messages\` makes of it. Codes and data are part of the API, wording is not ([versioning.md](versioning.md)). An error lists all problems in \`problems\`; \`code\` and \`data\` of its own are the first one's.

This page is made by \`test/docs/engine-errors\`: after a change of codes or words, \`npx vitest run test/docs/engine-errors -u\`.
`,
  zh: `# 引擎的错误

*[English](engine-errors.md)*

\`SchemeError\`、\`DataError\`、\`UseError\` 的全部代码，每个附一例：所带的数据，和 \`@merit/engine/messages\` 的 \`messageOf\` 写出的消息。代码和数据属于接口，措辞不属于（见[版本](versioning.zh.md)）。错误的 \`problems\` 列出全部问题，它自己的 \`code\` 和 \`data\` 取第一个问题的。

本页由 \`test/docs/engine-errors\` 生成；改了代码或措辞，运行 \`npx vitest run test/docs/engine-errors -u\`。
`,
}

export function engineErrorsPage(language: Language): string {
  const entries = {
    scheme: Object.entries(schemeExamples),
    data: Object.entries(dataExamples(language)),
    use: Object.entries(useExamples(language)),
  }
  const texts = sections.map(({ of, until, title, wayOut }) => {
    const list = entries[of]
    const own = list.splice(0, list.findIndex(([code]) => code === until) + 1)
    const lines = own.map(([code, example]) => described(of, code, example, language))
    return [`## ${title[language]}\n`, `${wayOut[language]}\n`, ...lines].join('\n')
  })
  const left = Object.values(entries).flat()
  if (left.length > 0) throw new Error(`no section has ${left.map(([code]) => code).join(', ')}`)
  return [head[language], ...texts].join('\n')
}

function described(of: Section['of'], code: string, example: unknown, language: Language): string {
  const [place, data] = of === 'use' ? [{}, example] : (example as readonly [string | object, object])
  const problem = of === 'scheme' ? { code, path: place, data } : { code, ...(place as object), data }
  const message = messageOf(problem as SchemeProblem | DataProblem | UseProblem, language)
  return `### ${code}\n\n\`${JSON.stringify(problem)}\`\n\n> ${message.replace(/[*_<>[\]]/g, '\\$&')}\n`
}
