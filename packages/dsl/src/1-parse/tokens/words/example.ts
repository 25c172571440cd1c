import { word } from './word.js'

/** Words of worked examples. */
export const exampleWords = {
  Example: word('算例', 'example'),
  /** Also `units`, which is read as a measure. */
  UnitWord: word('单位', ''),
  OfSeveralUnits: word('(多单位)|(多个单位)', ''),
  Lot: word('抽签|抽签种子', 'lot'),
  Unchanged: word('无变动|没有变动|维持不变', 'unchanged'),
  /** `经“R”后`; the 后 is that of 后 10 名. */
  Through: word('经', ''),
  AfterReview: word('', 'after review'),
  BeforeReviews: word('复核前|各次复核前|自评', 'before reviews'),
  Computed: word('算得', 'computed'),
  Override: word('', 'override'),
  DecidedToBe: word('改定为', ''),
  DecidedBy: word('决定人|决定单位', ''),
  AtBest: word(
    '其余数据取最优|其余数据均取最优|其余数据都取最优|其余数据按最优计|其他数据取最优|其他数据均取最优|其他数据按最优计',
    'other facts at their best|all other facts at their best',
  ),
  Rank: word('名次', 'rank'),
  Kind: word('对象', 'kind'),
  Expect: word('', 'expect'),
  ToBe: word('应为', 'to be'),
  ShouldAward: word('应授予', ''),
  ShouldNotAward: word('不应授予', ''),
  ShouldFollow: word('应予以', ''),
  ShouldNotFollow: word('不应予以', ''),
  ShouldNotGrade: word('应不确定等次', ''),
}
