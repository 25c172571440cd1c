import { word } from './word.js'

/** Words of parts, rubrics, totals, and of bonuses and penalties. */
export const partWords = {
  Part: word('板块|部分|模块', 'part'),
  Rubric: word('标准', 'rubric'),
  OutOf: word('', 'out of'),
  Adopting: word('采用', ''),
  Month: word('月|个月|月份|每月', 'month|months'),
  Quarter: word('季度|个季度|季|每季度', 'quarter|quarters'),
  HalfYear: word('半年|个半年|每半年', 'half year|half years'),
  FirstHalf: word('上半年', ''),
  SecondHalf: word('下半年', ''),
  Averaged: word('取', 'averaged over|averaged'),
  Mean: word('平均', ''),
  Counts: word('', 'counts'),
  For: word('适用于', 'for'),
  Total: word('总分', 'total'),
  Score: word('得分', 'score'),
  WeighsShare: word('占|权重|权重为', ''),
  EmptyGroup: word('无人评分的|没有人评分的', 'empty group is left out|empty group left out'),
  WeightShared: word('权重由其他各项分摊|权重由其余各项分摊|其权重由其他各项分摊', 'its weight shared|weight shared'),
  Bonuses: word('', 'bonuses'),
  Penalties: word('', 'penalties'),
  InAll: word('', 'in all'),
  Cap: word(
    '最多扣|最多减|最多得|最多加|最多|最高加|最高得|最高扣|最高减|最高|封顶|上限|累计不超过|累计扣分不超过|累计加分不超过|累计减分不超过|累计得分不超过|累计最高加|累计最多扣|累计最多减|累计最多',
    'capped at',
  ),
  Floor: word('最低', ''),
  HighestPer: word('', 'highest only per|largest only per'),
  Same: word('同一', ''),
  HighestWins: word('就高不就低|不重复加分|不重复计分|取最高|只取最高|取最高分', ''),
}
