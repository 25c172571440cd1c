// @ts-check
/**
 * The benchmark scheme by hand: what a programmer would write who trusts the data. Hundredths as integers, nothing checked, no reasons.
 * @param {{ facts: any }} unit
 * @returns {{ total: number, grade: string }} the total in hundredths
 */
export function handwritten({ facts: f }) {
  let total = 0
  total += Math.max(0, 200 - (f.制度0 ? 0 : 50) - (f.台账0 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访1)
  total += f.比率2 >= 98 ? 200 : f.比率2 >= 90 ? 160 : f.比率2 >= 80 ? 100 : 0
  total += f.档次3 === '优' ? 200 : f.档次3 === '良' ? 170 : f.档次3 === '中' ? 140 : 0
  total += inProportion(f.完成率4)
  total += Math.max(0, 200 - (f.制度5 ? 0 : 50) - (f.台账5 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访6)
  total += f.比率7 >= 98 ? 200 : f.比率7 >= 90 ? 160 : f.比率7 >= 80 ? 100 : 0
  total += f.档次8 === '优' ? 200 : f.档次8 === '良' ? 170 : f.档次8 === '中' ? 140 : 0
  total += inProportion(f.完成率9)
  total += Math.max(0, 200 - (f.制度10 ? 0 : 50) - (f.台账10 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访11)
  total += f.比率12 >= 98 ? 200 : f.比率12 >= 90 ? 160 : f.比率12 >= 80 ? 100 : 0
  total += f.档次13 === '优' ? 200 : f.档次13 === '良' ? 170 : f.档次13 === '中' ? 140 : 0
  total += inProportion(f.完成率14)
  total += Math.max(0, 200 - (f.制度15 ? 0 : 50) - (f.台账15 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访16)
  total += f.比率17 >= 98 ? 200 : f.比率17 >= 90 ? 160 : f.比率17 >= 80 ? 100 : 0
  total += f.档次18 === '优' ? 200 : f.档次18 === '良' ? 170 : f.档次18 === '中' ? 140 : 0
  total += inProportion(f.完成率19)
  total += Math.max(0, 200 - (f.制度20 ? 0 : 50) - (f.台账20 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访21)
  total += f.比率22 >= 98 ? 200 : f.比率22 >= 90 ? 160 : f.比率22 >= 80 ? 100 : 0
  total += f.档次23 === '优' ? 200 : f.档次23 === '良' ? 170 : f.档次23 === '中' ? 140 : 0
  total += inProportion(f.完成率24)
  total += Math.max(0, 200 - (f.制度25 ? 0 : 50) - (f.台账25 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访26)
  total += f.比率27 >= 98 ? 200 : f.比率27 >= 90 ? 160 : f.比率27 >= 80 ? 100 : 0
  total += f.档次28 === '优' ? 200 : f.档次28 === '良' ? 170 : f.档次28 === '中' ? 140 : 0
  total += inProportion(f.完成率29)
  total += Math.max(0, 200 - (f.制度30 ? 0 : 50) - (f.台账30 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访31)
  total += f.比率32 >= 98 ? 200 : f.比率32 >= 90 ? 160 : f.比率32 >= 80 ? 100 : 0
  total += f.档次33 === '优' ? 200 : f.档次33 === '良' ? 170 : f.档次33 === '中' ? 140 : 0
  total += inProportion(f.完成率34)
  total += Math.max(0, 200 - (f.制度35 ? 0 : 50) - (f.台账35 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访36)
  total += f.比率37 >= 98 ? 200 : f.比率37 >= 90 ? 160 : f.比率37 >= 80 ? 100 : 0
  total += f.档次38 === '优' ? 200 : f.档次38 === '良' ? 170 : f.档次38 === '中' ? 140 : 0
  total += inProportion(f.完成率39)
  total += Math.max(0, 200 - (f.制度40 ? 0 : 50) - (f.台账40 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访41)
  total += f.比率42 >= 98 ? 200 : f.比率42 >= 90 ? 160 : f.比率42 >= 80 ? 100 : 0
  total += f.档次43 === '优' ? 200 : f.档次43 === '良' ? 170 : f.档次43 === '中' ? 140 : 0
  total += inProportion(f.完成率44)
  total += Math.max(0, 200 - (f.制度45 ? 0 : 50) - (f.台账45 ? 0 : 100))
  total += 200 - Math.min(150, 30 * f.信访46)
  total += f.比率47 >= 98 ? 200 : f.比率47 >= 90 ? 160 : f.比率47 >= 80 ? 100 : 0
  total += f.档次48 === '优' ? 200 : f.档次48 === '良' ? 170 : f.档次48 === '中' ? 140 : 0
  total += inProportion(f.完成率49)
  total += Math.min(500, 100 * f.表彰)
  total -= Math.min(1000, 200 * f.曝光)
  const grade = total >= 9000 ? '优秀' : total >= 8000 ? '良好' : total >= 6000 ? '合格' : '不合格'
  return { total, grade }
}

/** 2 points × rate ÷ 100, half up to hundredths: tenths of a percent ÷ 5, in integers. */
function inProportion(/** @type {number} */ rate) {
  return Math.floor((2 * Math.round(rate * 10) + 5) / 10)
}
