import { compile, lineStarts, messageOf, positionOf, stageOf, type Language } from '@merit/dsl'

/** The top of a small scheme; the samples below it say only what they are about. */
export const zhHead = '方案 “样例” 2026年度\n满分 10 分\n考核对象 “单位”\n等次 “优秀”、“良好”、“较差”\n'
export const enHead = 'scheme "Sample" for 2026\nfull marks 10\nunit kinds "unit"\ngrades "excellent", "good", "poor"\n'

/** What reading and analysis find; proofs and questions have tests of their own. */
function problemsOf(text: string) {
  return compile(text).problems.filter(({ code }) => stageOf(code) !== 'prove')
}

/** The problems of a text as `the words they mark: code`, in the order of the text. */
export function found(text: string): readonly string[] {
  return problemsOf(text).map(({ code, span }) => `${text.slice(span.start, span.end)}: ${code}`)
}

/** What an author reads, without place and marks. */
export function messages(text: string, language: Language): readonly string[] {
  return problemsOf(text).map((problem) => messageOf(problem, language))
}

/** Lines with problems, from 1. */
export function linesFound(text: string): readonly number[] {
  const starts = lineStarts(text)
  return problemsOf(text).map(({ span }) => positionOf(starts, span.start).line + 1)
}
