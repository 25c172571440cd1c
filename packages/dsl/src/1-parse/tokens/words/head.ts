import { word } from './word.js'

/** Words of a scheme's head and of notes. */
export const headWords = {
  Scheme: word('方案', 'scheme'),
  Ordinal: word('第', ''),
  Version: word('版', 'version'),
  Year: word('年度|年', ''),
  IssuedBy: word('制定机关|制定单位|发布机关|印发机关', 'issued by'),
  Replaces: word('替代|代替', 'replaces'),
  FullMarks: word('满分', 'full marks'),
  ScoresTo: word('得分保留', 'scores to|scores rounded to'),
  ScoresShown: word('得分显示', 'scores shown to'),
  HalfUp: word('四舍五入', 'half up'),
  HalfEven: word('四舍六入五成双|四舍六入五留双|四舍六入五取偶|奇进偶舍', 'half even'),
  RoundDown: word('只舍不入|舍去尾数|直接舍去|截尾', 'down'),
  RoundUp: word('只入不舍|进一', 'up'),
  UnitKinds: word('考核对象|被考核对象|考核单位', 'unit kinds|unit kind'),
  Grades: word('', 'grades'),
  Include: word('引用|引入', 'include'),
  NotEncoded: word('未编码', 'not encoded'),
  Because: word('原因|理由', 'because'),
  Accepted: word('已知', 'accepted'),
  Basis: word('依据', 'basis'),
}
