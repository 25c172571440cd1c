import { word } from './word.js'

/** Words of facts: their types, bounds and defaults. */
export const factWords = {
  Facts: word('数据', 'facts'),
  YesNo: word('有或无|有或没有|有无', 'yes or no'),
  TrueFalse: word('是或否|是否', 'true or false'),
  Count: word('数量', 'count'),
  NumberWord: word('数|数值', 'number|numbers'),
  Percentage: word('百分比', 'percentage'),
  PercentOf: word('百分之', ''),
  OneOf: word('之一', 'one of'),
  Levels: word('', 'levels'),
  Date: word('日期', 'date'),
  Text: word('文字|文本', 'text'),
  Many: word('多个', 'many'),
  Records: word('记录', 'records'),
  Where: word('其中', 'with'),
  CountedTo: word('', 'counted to at most'),
  NotReported: word('未填 视为|未填报 视为|未填 按', 'if not reported'),
  AskedAs: word('填报说明', 'asked as'),
  ReportedBy: word('由', 'reported by'),
  Provides: word('提供|填报|报送', ''),
  WithEvidence: word('须附佐证|须附佐证材料', 'with evidence'),
  Yes: word('', 'yes|true'),
  No: word('否', 'no'),
  False: word('', 'false'),
  None: word('', 'none'),
}
