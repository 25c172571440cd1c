import { word } from './word.js'

/** Words of worked examples. */
export const exampleWords = {
  Example: word('算例', 'example'),
  Kind: word('对象', 'kind'),
  Expect: word('', 'expect'),
  ToBe: word('应为', 'to be'),
  ShouldAward: word('应授予', ''),
  ShouldNotAward: word('不应授予', ''),
  ShouldFollow: word('应予以', ''),
  ShouldNotFollow: word('不应予以', ''),
  ShouldNotGrade: word('应不确定等次', ''),
}
