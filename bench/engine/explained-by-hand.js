// @ts-check
/**
 * The benchmark scheme's explanation by hand: what a programmer would write who wants the tree that `explain` gives and trusts the
 * data. Sentences, and whatever else is the same for every unit, stand ready; the rest is made for each unit.
 */

/** @typedef {import('@merit/engine/explain').SentenceReason} Sentence */
/** @typedef {{ readonly text: string }} Figure */

const worth = { 优: 200, 良: 170, 中: 140, 差: 0 }
const full = 200

/**
 * @param {import('@merit/engine/scheme').CompiledScheme} scheme
 * @returns {(unit: import('../scheme-50.js').Unit) => unknown}
 */
export function explainByHand({ title, year, version, sentences }) {
  const reasons = sentences.map(({ text, line, column }) => ({ text, line, column, official: [], basis: [] }))
  /** @param {string} start @returns {Sentence} */
  const sentence = (start) => {
    const found = reasons.find(({ text }) => text.startsWith(start))
    if (found === undefined) throw new Error(`no sentence begins with ${start}`)
    return found
  }
  const groups = Array.from({ length: 5 }, (_, group) => {
    const items = Array.from({ length: 10 }, (_, place) => itemByHand(group * 10 + place, sentence))
    return { number: `${group + 1}`, name: `领域${group + 1}`, own: sentence(`指标 ${group + 1} `), items }
  })
  const [commended, exposed] = [sentence('每项“表彰”'), sentence('每次“曝光”')]
  const bands = [
    { grade: '优秀', criterion: 'band', from: 9000, own: sentence('“优秀”：') },
    { grade: '良好', criterion: 'band', from: 8000, own: sentence('“良好”：') },
    { grade: '合格', criterion: 'band', from: 6000, own: sentence('“合格”：') },
    { grade: '不合格', criterion: 'otherwise', from: -1000, own: sentence('“不合格”：') },
  ]

  return ({ unit, kind, facts }) => {
    const f = /** @type {any} */ (facts)
    let base = 0
    const items = groups.map(({ number, name, own, items }) => {
      let score = 0
      const below = items.map((item) => {
        const made = item(f)
        score += made.score
        return made.reason
      })
      base += score
      return itemReason(number, name, own, score, 2000, [], below)
    })
    const bonus = Math.min(500, 100 * f.表彰)
    const penalty = Math.min(1000, 200 * f.曝光)
    const score = base + bonus - penalty
    const lines = [
      adjustment('bonus', commended, bonus, 100 * f.表彰, fact('表彰', `${f.表彰} 项`)),
      adjustment('penalty', exposed, penalty, 200 * f.曝光, fact('曝光', `${f.曝光} 次`)),
    ]
    const reached = bands.findIndex(({ from }) => score >= from)
    const total = figure(score)
    const gradeSteps = bands.slice(0, reached + 1).map(({ grade, criterion, own }, place) => {
      const outcome = place === reached ? 'taken' : 'outside-band'
      const step = { number: 9, step: 'line', sentence: own, grade, outcome, criterion }
      return criterion === 'band' ? Object.assign(step, { total }) : step
    })
    return {
      language: 'zh',
      scheme: { title, year, version },
      unit,
      kind,
      status: 'final',
      rank: null,
      grade: bands[reached]?.grade,
      gradable: true,
      missing: [],
      unmet: [],
      openScores: [],
      stages: [],
      overrides: [],
      parts: [],
      items,
      total: {
        score: total,
        outOf: figure(10_000),
        base: figure(base),
        bonus: figure(bonus),
        penalty: figure(penalty),
        lines,
      },
      gradeSteps,
      awards: [],
      outcomes: [],
      amounts: [],
      mustHold: [],
      ballots: [],
    }
  }
}

/** @param {number} i @param {(start: string) => Sentence} sentence @returns {(f: any) => { score: number, reason: unknown }} */
function itemByHand(i, sentence) {
  const number = `${Math.floor(i / 10) + 1}.${(i % 10) + 1}`
  const name = `指标${i}`
  const own = sentence(`指标 ${number} `)
  /** @param {number} score @param {unknown[]} lines */
  const made = (score, lines) => ({ score, reason: itemReason(number, name, own, score, full, lines, []) })
  switch (i % 5) {
    case 0: {
      const [system, ledger] = [`制度${i}`, `台账${i}`]
      const [ofSystem, ofLedger] = [sentence(`缺少“${system}”`), sentence(`缺少“${ledger}”`)]
      return (f) =>
        made(Math.max(0, full - (f[system] ? 0 : 50) - (f[ledger] ? 0 : 100)), [
          missing(ofSystem, system, f[system], 50),
          missing(ofLedger, ledger, f[ledger], 100),
        ])
    }
    case 1: {
      const complaints = `信访${i}`
      const rule = sentence(`每件“${complaints}”`)
      return (f) => {
        const cost = Math.min(150, 30 * f[complaints])
        const evidence = fact(complaints, `${f[complaints]} 件`)
        return made(full - cost, [adjustment('costs', rule, cost, 30 * f[complaints], evidence)])
      }
    }
    case 2: {
      const rate = `比率${i}`
      const rule = sentence(`按“${rate}”`)
      return (f) => {
        const score = f[rate] >= 98 ? 200 : f[rate] >= 90 ? 160 : f[rate] >= 80 ? 100 : 0
        return made(score, [scored(rule, figure(score), fact(rate, `${f[rate]}%`))])
      }
    }
    case 3: {
      const word = `档次${i}`
      const rule = sentence(`按“${word}”`)
      return (f) => {
        const score = worth[/** @type {keyof typeof worth} */ (f[word])]
        return made(score, [scored(rule, figure(score), fact(word, f[word]))])
      }
    }
    default: {
      const done = `完成率${i}`
      const rule = sentence(`按“${done}”`)
      return (f) => {
        const thousandths = 2 * Math.round(f[done] * 10)
        const score = Math.floor((thousandths + 5) / 10)
        const exact = { text: String(thousandths / 1000) }
        const { reason } = made(score, [scored(rule, exact, fact(done, `${f[done]}%`))])
        if (thousandths % 10 === 0) return { score, reason }
        const rounding = { from: exact, to: figure(score), decimals: 2, mode: 'half-up' }
        return { score, reason: { ...reason, rounding } }
      }
    }
  }
}

/** @param {number} hundredths @returns {Figure} */
function figure(hundredths) {
  return { text: String(hundredths / 100) }
}

/** @param {string} name @param {string} shown */
function fact(name, shown) {
  return { kind: 'fact', name, shown, from: 'reported' }
}

/** @param {Sentence} sentence @param {string} name @param {boolean} has @param {number} cost */
function missing(sentence, name, has, cost) {
  const evidence = [fact(name, has ? '有' : '无')]
  return { effect: 'costs', sentence, state: has ? 'off' : 'acts', amount: figure(has ? 0 : cost), evidence }
}

/** @param {Sentence} sentence @param {Figure} amount @param {unknown} evidence */
function scored(sentence, amount, evidence) {
  return { effect: 'scored', sentence, state: 'acts', amount, evidence: [evidence] }
}

/** @param {string} effect @param {Sentence} sentence @param {number} amount @param {number} uncapped @param {unknown} evidence */
function adjustment(effect, sentence, amount, uncapped, evidence) {
  const line = { effect, sentence, state: amount === 0 ? 'idle' : 'acts', amount: figure(amount), evidence: [evidence] }
  return uncapped === amount ? line : { ...line, uncapped: figure(uncapped) }
}

/**
 * @param {string} number @param {string} name @param {Sentence} sentence @param {number} score @param {number} outOf
 * @param {unknown[]} lines @param {unknown[]} items
 */
function itemReason(number, name, sentence, score, outOf, lines, items) {
  return {
    number,
    name,
    key: number,
    score: figure(score),
    outOf: figure(outOf),
    lost: figure(outOf - score),
    checkedBy: [],
    remarks: [],
    sentence,
    lines,
    items,
  }
}
