/** 命令行说的每一句话，中文。英文在 en.ts，名称一一对应。 */
import { coverage } from './coverage/zh.js'
import { samples } from './samples/zh.js'
import type { FileReason } from './codes.js'
import type { Words } from './index.js'

const reason: Readonly<Record<FileReason, string>> = {
  'not-found': '没有这个文件或文件夹',
  'is-folder': '这是一个文件夹',
  'no-permission': '没有权限',
  'no-space': '磁盘已满',
  other: '系统不允许',
}

function offer(nearest: string | undefined): string {
  return nearest === undefined ? '' : `，是不是“${nearest}”？`
}

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : `是不是“${nearest}”？`
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('、')
}

function gradeList(counts: readonly (readonly [string, number])[], without: number): string {
  const given = counts.map(([grade, count]) => `${grade} ${count} 个`)
  return [...given, ...(without > 0 ? [`未定等次 ${without} 个`] : [])].join('，')
}

export const zh: Words = {
  language: 'zh',
  error: '错误：',
  coded: (code) => `错误[${code}]：`,
  internal: (message) => `内部错误：${message}。这是 merit 自身的问题，与您的文件无关，请连同所用的命令一并反馈。`,
  list: (names) => names.join('、'),

  help: {
    titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
    merit: '检查考核方案，按方案给单位计分，并说明理由。',
    options: '[选项]',
    command: '[命令]',
    version: '显示版本号',
    help: '显示本说明',
    language: '提示所用的语言：zh 或 en（不写则随方案）',
    check: '检查方案，列出全部问题',
    build: '编译方案，供其他系统调用',
    score: '给单位计分、排名、评定等次',
    explain: '说明某个单位的得分和等次从何而来',
    test: '运行方案中的算例',
    filled: '列出算例里“其余数据取最优”取了哪些值',
    coverage: '说明算例用到了哪些句子，逐行列出',
    atLeast: '算例用到的句子不到这个比例（如 90%）时，退出码为 1',
    coverageFormat: 'text、markdown 或 json（默认 text）',
    samples: '生成试算用的示例单位',
    samplesNumber: '生成几个（默认按方案写明的个数，没有写明的每类 10 个）',
    seed: '种子不同，单位不同（默认 1）',
    noEdges: '只要随机单位，不要上限、界线、名额等边界上的单位',
    format: '整理方案文件的格式，或改写为另一种语言',
    form: '生成空白填报表（CSV），每项记录另成一表',
    types: '生成 TypeScript 类型声明，供业务系统在编译时核对数据',
    demo: '检查文件夹中的每个方案，并用样例单位计分',
    files: '方案文件（.merit）',
    file: '方案文件（.merit）',
    scheme: '方案文件（.merit）或编译后的方案（.json）',
    units: '各单位的数据：JSON、NDJSON 或 CSV',
    unitsOrInput: '各单位的数据：JSON、NDJSON（每行一个 JSON）或 CSV；写 - 则从标准输入读',
    folder: '文件夹，其中每个方案一个文件夹（默认 schemes）',
    checkJson: '以 JSON 列出问题，行和列从 0 起',
    strict: '有警告时退出码也为 1',
    report: '说明方案能得出哪些结果：得分、等次、规则、数据，各举一个单位',
    reportFormat: 'text、markdown 或 json（默认 text）',
    reportUnits: '把报告中的单位完整地写入此文件，是 score 能读的 JSON',
    questions: '逐条详细列出提示，连同所在的行和办法',
    scoreJson: '以 JSON 输出结果',
    scoreNdjson: '以 NDJSON 输出结果：每个单位一行 JSON',
    csv: '以 CSV 输出结果，可用表格软件打开',
    records: '某项记录的文件（列为单位和各字段），可多次给出',
    ballots: '测评票的文件（每行一个评分人，每列一个单位），可多次给出',
    lot: '复核抽签的种子，可多次给出',
    unit: '单位名称',
    explainFormat: 'text、markdown、html 或 json（默认 text）',
    formatCheck: '不改动文件，只列出格式不符的文件；有则退出码为 1',
    to: '改写为哪种语言：zh 或 en',
    kind: '只列这一类单位用得到的数据',
    target: 'json，或算得更快的 JavaScript 模块 module（默认 json）',
    out: '写入此文件（要么写全，要么不写），不在屏幕显示',
    formOut: '要生成的 CSV',
    formatOut: '写入此文件，不改动原文件',
    after: [
      '退出码：0 正常；1 方案或数据有问题，或算例不符；2 用法有误；70 merit 自身的问题。',
      '某个命令的用法：merit 命令 --help',
    ].join('\n'),
  },

  usage: {
    unknownCommand: (name, nearest) => `没有“${name}”这个命令${offer(nearest)}`,
    noCommand: '请写明要做什么：merit 命令 …',
    unknownOption: (name, nearest) => `没有“${name}”这个选项${offer(nearest)}`,
    missingArgument: (name) => `缺少参数 ${name}`,
    missingOption: (name) => `缺少选项 ${name}`,
    missingValue: (option) => `${option} 后面要有值`,
    tooMany: '参数太多',
    badChoice: (option, value, choices) => `${option} 不能是“${value}”，只能是 ${choices.join('、')}`,
    notTogether: (one, other) => `${one} 和 ${other} 不能同时使用`,
    oneFile: (option) => `${option} 只能用于一个文件`,
    badPair: (option, given, form) => `${option} “${given}”读不懂，应写成 ${form}`,
    unknownRecords: (name, nearest) => `--records：方案中没有名为“${name}”的记录${offer(nearest)}`,
    recordsTwice: (fact) => `--records 两次给出“${fact}”`,
    unknownBallots: (name, nearest) => `--ballots：方案中没有测评票“${name}”${offer(nearest)}`,
    ballotsTwice: (name) => `测评票“${name}”给了两次，只能从一处给出`,
    unknownReview: (name, nearest) => `--lot：方案中没有名为“${name}”的复核${offer(nearest)}`,
    lotTwice: (review, file) => `--lot：“${review}”的种子与 ${file} 中的不同`,
    unknownUnit: (name, file, nearest) => `${file} 中没有单位“${name}”${offer(nearest)}`,
    unknownKind: (name, nearest) => `--kind：方案中没有“${name}”这一类单位${offer(nearest)}`,
    seeHelp: (command) => `用法见 ${command} --help`,
  },

  files: {
    notText: (path, line, byte) => `${path} 不是文本文件（第 ${line} 行，第 ${byte} 字节）`,
    tooLarge: (path, megabytes) => `${path} 超过 ${megabytes} MB`,
    cannotRead: (path, why) => `无法读取 ${path}：${reason[why]}`,
    cannotWrite: (path, why) => `无法写入 ${path}：${reason[why]}`,
    wouldReplace: (path) => `${path} 是本命令要读取的文件，请用 -o 换一个名称`,
    exists: (path) => `${path} 已经存在，可能已有填报内容；请用 -o 换一个名称，或先删除它`,
    wrote: (path) => `已写入 ${path}`,
  },

  check: {
    summary: (files, errors, warnings, infos) => {
      const found = [
        errors > 0 ? `${errors} 个错误` : '',
        warnings > 0 ? `${warnings} 个警告` : '',
        infos > 0 ? `${infos} 条提示` : '',
      ].filter((text) => text !== '')
      return `检查了 ${files} 个文件：${found.length === 0 ? '没有问题' : found.join('，')}`
    },
    questions: (count) => `${count} 条提示：方案没有写明的事，和写明之前按什么办（加 --questions 逐条详细列出）`,
    notBuilt: (path) => `${path} 有错误，未作处理`,
    notCompiled: (path) => `${path} 是编译后的方案，本命令要用编译前的方案文件`,
  },

  data: {
    fault: (unit, fact, message) =>
      [...(unit === undefined ? [] : [`单位“${unit}”`]), ...(fact === undefined ? [] : [`“${fact}”`])].join('，') +
      (unit === undefined && fact === undefined ? '' : '：') +
      message,
    at: (file, line, message) => (line === undefined ? `${file}：${message}` : `${file} 第 ${line} 行：${message}`),
    summary: (count) => `数据有 ${count} 处问题，未计分。`,
    csv: {
      'open-quote': '此处开始的引号没有结束。',
      'stray-quote': '引号出现在单元格中间；请给整个单元格加上引号，其中的每个引号写两遍。',
    },
    emptyFile: '文件是空的。',
    more: (count) => `另有 ${count} 处`,
    lineEnds: (expected) => `这一行到此结束，应有 ${expected}。`,
    tooLong: (megabytes) => `这个单位的数据超过 ${megabytes} MB，后面的没有再读。`,
    firstColumn: (found) => `第一列的表头应为“单位”（或 unit），而不是“${found}”。`,
    kindSecond: '“类别”应在第二列。',
    noHeading: '有一列填了内容却没有表头。',
    unknownColumn: (heading, nearest) => `方案没有数据“${heading}”。${meant(nearest)}`,
    unknownField: (heading, fact, nearest) => `“${fact}”没有“${heading}”这一项。${meant(nearest)}`,
    columnTwice: (one, other) => (one === other ? `“${one}”一列出现两次。` : `“${one}”和“${other}”两列是同一项数据。`),
    recordsColumn: (fact) => `“${fact}”由多条记录组成，请另用一个文件给出：--records "${fact}=文件"。`,
    noUnit: '这一行没有写单位。',
    unitTwice: (line) => `单位重复${line === undefined ? '' : `，第 ${line} 行已有`}。`,
    extraCell: (cell) => `“${cell}”在最后一列之外。`,
    notYesNo: (cell) => `“${cell}”既不是“有”也不是“无”。`,
    findingsUnreviewed: '这一行填了复核结果，却写着未复核。',
    unitNotListed: (file, nearest) => `${file} 中没有这个单位。${meant(nearest)}`,
    recordsAlready: (file) => `${file} 中已经给出了该单位的记录。`,
    json: (code, found, expected) =>
      ({
        expected: found === '' ? `文件到此结束，应有 ${expected}。` : `此处应为 ${expected}，却是“${found}”。`,
        'not-a-value': `“${found}”不是能计算的值。`,
        'bad-text': '文字没有在本行结束，或含有 JSON 不允许的字符。',
        'duplicate-key': `“${found}”给出了两次。`,
        'too-deep': '列表和对象嵌套过深。',
        trailing: `数据结束之后还有“${found}”。`,
      })[code],
  },

  score: {
    title: (title, year, version) => `${title}（${year}年度，第${version}版）`,
    kind: (name, count) => `${name}（${count} 个）`,
    heading: {
      rank: '名次',
      unit: '单位',
      kind: '类别',
      bonus: '加分',
      penalty: '减分',
      reportedTotal: '上报总分',
      reportedGrade: '上报等次',
      total: '总分',
      grade: '等次',
      awards: '授予',
      outcomes: '结果运用',
      overrides: '改定',
      status: '状态',
      missing: '缺少的数据',
      open: '待定范围',
      leastTotal: '总分最低',
      greatestTotal: '总分最高',
      possibleGrades: '可能的等次',
    },
    status: { final: '确定', provisional: '暂定', incomplete: '数据不全' },
    certain: (status) => `${status}，等次已定`,
    noGrade: '不确定等次',
    comma: '，',
    openTotal: (least, greatest) => `${least} 至 ${greatest} 分`,
    openGrades: (grades) => grades.join('或'),
    grades: (counts, without) => `等次：${gradeList(counts, without)}`,
    reportedGrades: (counts, without) => `上报等次：${gradeList(counts, without)}`,
    otherCount: (expected, found) => `方案写明共 ${expected} 个，数据中有 ${found} 个。`,
    missing: (facts) => `缺少${facts.join('、')}`,
    because: (reason, fact) =>
      ({
        'empty-field': '同类中没有可比的单位',
        'empty-average': fact === undefined ? '没有人评分' : `“${fact}”没有人评分`,
        'division-by-zero': '算式中除以 0',
        'nothing-applies': '没有适用的内容',
      })[reason],
    outcome: (outcome, { for: concerned, by }) => {
      const details = [
        ...(concerned === undefined ? [] : [`对${concerned ?? '？'}`]),
        ...(by === undefined ? [] : [`限 ${by} 前完成`]),
      ]
      return `${outcome}（${details.join('，')}）`
    },
    override: (of, value, was, by, on, why) => `${of}：${was} 改为 ${value}（${by}，${on}：${why}）`,
    overridden: (unit, said) => `改定：${unit}，${said}`,
    incomplete: (unit, reasons) => `数据不全：${unit}（${reasons.join('；')}）`,
    provisional: (count, incomplete, certain) =>
      `以上有 ${count} 个单位的结果是暂定的：${incomplete > 0 ? '数据不全的单位补齐' : '复核完成'}之前，等次还可能变动，授予和结果运用暂不给出。` +
      (certain > 0 ? `其中 ${certain} 个单位的等次不会再变。` : ''),
    review: (name, chosen, drawn, open) =>
      `复核“${name}”：按等次选中 ${chosen} 个，${open ? '抽签尚无种子（--lot）' : `抽中 ${drawn} 个`}`,
    chosen: (units) => `选中：${units.join('、')}`,
    drawn: (units) => `抽中：${units.join('、')}`,
    awaiting: (units) => `尚未复核：${units.join('、')}`,
    fails: (kind, sentence, line, figures, provisional) =>
      `${kind}不符合：${sentence}（第 ${line} 行）${figures === '' ? '' : `，实际为 ${figures}`}${provisional ? '（暂定）' : ''}`,
    figure: (value, counted, of) => (counted === undefined ? value : `${value}（${of ?? 0} 个中的 ${counted} 个）`),
    ballots: (name, cast, isVoid) => `测评票“${name}”：共 ${cast} 张，作废 ${isVoid} 张`,
    voidBallot: (rater, sentences) => `作废：${rater}（${sentences.join('；')}）`,
  },

  progress: {
    reading: (share, units, file) => `读取 ${file}  ${share}${units.toLocaleString('en')} 个单位`,
    writing: (share) => `写出结果  ${share}`,
  },

  demo: {
    nothing: (folder) => `${folder} 中没有含方案（.merit）和 units.json 的文件夹`,
    found: (errors, warnings) => (errors + warnings === 0 ? '没有问题' : `${errors} 个错误，${warnings} 个警告`),
    next: '接下来可以试试：',
  },

  test: {
    file: (file, examples) => `${file}：${examples === 0 ? '没有算例' : `${examples} 个算例`}`,
    summary: (passed, failed) => `相符 ${passed} 个，不符 ${failed} 个`,
  },

  coverage,
  samples,

  form: {
    unit: '单位',
    kind: '类别',
    mark: '# 填写说明',
    separator: '；',
    yes: '有',
    no: '无',
    isTrue: '是',
    isFalse: '否',
    none: '无',
    oneOf: (names) => `${quoted(names)}${names.length > 1 ? '之一' : ''}`,
    onlyFor: (kinds) => `仅${quoted(kinds)}填写`,
    records: (fact) => `每条${fact}填一行，没有填的单位视为无`,
    reportedBy: (name) => `由${name}提供`,
    assessed: '由考核人员评定',
    evidence: '须附佐证',
    otherwise: (value) => `不填视为${/^[\d-]/.test(value) ? ' ' : ''}${value}`,
    type: { 'yes-no': '有或无', 'true-false': '是或否', date: '日期，如 2026-03-01', text: '文字' },
    grade: (grades) => `${quoted(grades)}之一，没有则填“无”`,
    many: (what) => `${what}；可填多个，用“；”隔开，一个也没有则填“无”`,
    cut: (value, percent) => `超过 ${value}${percent ? '%' : ''} 的按 ${value}${percent ? '%' : ''} 计`,
    number: (kind, min, max, decimals, word) => {
      const sign = kind === 'percentage' ? '%' : ''
      const bounds = max === '1000000000' && min === '0' ? '' : `${min}${sign} 至 ${max}${sign} 的`
      const name = kind === 'percentage' ? '百分比' : kind === 'count' ? '数量' : '数'
      return `${bounds}${name}${word === undefined ? '' : `（${word}）`}，${decimals === 0 ? '整数' : `最多 ${decimals} 位小数`}`
    },
    next: (command) => `填好之后：${command}`,
  },
}
