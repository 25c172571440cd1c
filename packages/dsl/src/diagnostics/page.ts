import { analyzeProblems } from './catalogue/analyze.js'
import { emitProblems } from './catalogue/emit.js'
import type { CatalogueEntry, Wording } from './catalogue/entry.js'
import { parseProblems } from './catalogue/parse.js'
import { proveProblems } from './catalogue/prove.js'

const introduction = `# Problems · 问题

Every problem that \`merit check\` and the editor can report, by code. Words in braces stand for the author's own names and numbers. An *error* keeps
the scheme from being compiled; a *warning* or *info* does not, and can be accepted with \`accepted "code" because "…"\` below its sentence. Each code has
an example in \`test/samples/problems/<code>/\`: the text, and what its author reads.

\`merit check\` 和编辑器能报告的全部问题，按代码排列。大括号里是作者自己的名称和数字。*错误*使方案不能编译；*警告*和*提示*不影响编译，可以在该句下面写
\`已知 “代码”，原因 “……”\`。每个代码在 \`test/samples/problems/<代码>/\` 里有一个例子：方案文本，和作者看到的提示。

This page is made from the catalogue, \`packages/dsl/src/diagnostics/catalogue\`; after a change there, \`npx vitest run test/docs/diagnostics.test.ts -u\`.
本页由该目录生成。
`

const sections = [
  { title: 'Reading the text · 读文本', problems: parseProblems },
  { title: 'Checking what it says · 核对内容', problems: analyzeProblems },
  { title: 'Compiling · 编译', problems: emitProblems },
  { title: 'What can never be, and what is left open · 不可能的事和未定的事', problems: proveProblems },
] as const

const severities = { error: 'error · 错误', warning: 'warning · 警告', info: 'info · 提示' } as const

/** The page `docs/diagnostics.md`: every code of the catalogue in both languages. */
export function diagnosticsPage(): string {
  return [introduction, ...sections.map(({ title, problems }) => section(title, problems))].join('\n')
}

function section(title: string, problems: Readonly<Record<string, CatalogueEntry>>): string {
  const entries = Object.entries(problems).sort(([a], [b]) => (a < b ? -1 : 1))
  return [`## ${title}\n`, ...entries.map(([code, entry]) => described(code, entry))].join('\n')
}

function described(code: string, { severity, message, hint, fix }: CatalogueEntry): string {
  return [
    `### ${code}\n`,
    `*${severities[severity]}*\n`,
    ...inBoth('', message),
    ...(hint === undefined ? [] : inBoth('hint', hint)),
    ...(fix === undefined ? [] : inBoth('fix', fix)),
    '',
  ].join('\n')
}

const labels = {
  '': { zh: '', en: '' },
  hint: { zh: '办法：', en: 'hint: ' },
  fix: { zh: '修改：', en: 'fix: ' },
} as const

function inBoth(label: keyof typeof labels, wording: Wording): readonly string[] {
  return [`- ${labels[label].zh}${escaped(wording.zh)}`, `- ${labels[label].en}${escaped(wording.en)}`]
}

/** Signs that Markdown would take for its own. */
function escaped(text: string): string {
  return text.replace(/[*_<>]/g, '\\$&')
}
