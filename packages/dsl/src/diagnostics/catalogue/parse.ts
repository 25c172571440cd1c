import type { CatalogueEntry } from './entry.js'

/** Problems that 1-parse reports. */
export const parseProblems = {
  'cannot-read-sentence': {
    severity: 'error',
    message: {
      zh: '这句话读到“{found}”读不下去了，这里可以是：{expected}',
      en: 'this sentence cannot be read at "{found}"; here may stand: {expected}',
    },
  },
  'no-sentence-begins-so': {
    severity: 'error',
    message: { zh: '没有以“{found}”开头的句子', en: 'no sentence begins with "{found}"' },
  },
  'sentence-ends-early': {
    severity: 'error',
    message: {
      zh: '这句话没有写完，后面还应有：{expected}',
      en: 'this sentence ends too early; here may stand: {expected}',
    },
  },
  'nothing-more-expected': {
    severity: 'error',
    message: {
      zh: '这句话到“{found}”之前已经完整，“{found}”在这里没有意义',
      en: 'the sentence is complete before "{found}", which means nothing here',
    },
    hint: {
      zh: '一句话只写一条规则；另一条另起一行',
      en: 'one sentence holds one rule; put another on a line of its own',
    },
  },
  'unknown-word': {
    severity: 'error',
    message: { zh: '语言中没有“{found}”这个词', en: 'the language has no word "{found}"' },
    hint: {
      zh: '自己起的名称要放在引号中；引号之外只写语言的词',
      en: 'what you name yourself stands in quotes; outside quotes stand the words of the language',
    },
    fix: { zh: '给它加上引号', en: 'put it in quotes' },
  },
  'misspelt-word': {
    severity: 'error',
    message: {
      zh: '语言中没有“{found}”这个词，是否应为“{word}”',
      en: 'the language has no word "{found}"; did you mean "{word}"?',
    },
    fix: { zh: '改为“{word}”', en: 'write "{word}"' },
  },
  'misspelt-header': {
    severity: 'error',
    message: { zh: '“{found}”应为“{word}”，已按“{word}”读取', en: '"{found}" is read as "{word}"' },
    fix: { zh: '改为“{word}”', en: 'write "{word}"' },
  },
  'hanging-sign': {
    severity: 'error',
    message: { zh: '行末的“{sign}”后面没有接续的内容', en: 'nothing follows the "{sign}" at the end of this line' },
    fix: { zh: '删去“{sign}”', en: 'remove "{sign}"' },
  },
  'quote-not-closed': {
    severity: 'error',
    message: { zh: '引号没有在本行之内合上：“{name}”', en: 'the quotes are not closed on this line: "{name}"' },
  },
  'bracket-not-closed': {
    severity: 'error',
    message: { zh: '括号没有合上', en: 'the bracket is not closed' },
  },
  'bracket-not-opened': {
    severity: 'error',
    message: { zh: '这个括号前面没有与它成对的括号', en: 'this bracket closes none' },
  },
  'empty-name': {
    severity: 'error',
    message: { zh: '引号中没有内容', en: 'there is nothing between the quotes' },
  },
  'control-character': {
    severity: 'error',
    message: {
      zh: '名称中有看不见的控制字符：“{name}”',
      en: 'the name holds an invisible control character: "{name}"',
    },
  },
  'number-too-long': {
    severity: 'error',
    message: {
      zh: '这个数有 {digits} 位，最多可有 {limit} 位',
      en: 'this number has {digits} digits; at most {limit} can be',
    },
  },
  'no-such-date': {
    severity: 'error',
    message: { zh: '没有“{date}”这一天', en: 'there is no day {date}' },
  },
  'inclusion-contradicts': {
    severity: 'error',
    message: {
      zh: '“{word}”与“{mark}”说的不一样：一个包括本数，一个不包括',
      en: '"{word}" and "{mark}" disagree: one includes the number, the other does not',
    },
    hint: {
      zh: '“以上、以下、不低于、不超过”包括本数；“超过、高于、低于、不足、不满”不包括（民法典第一千二百五十九条）',
      en: '"from", "at least" and "at most" include the number; "above" and "below" exclude it',
    },
  },
  'grouped-digits': {
    severity: 'error',
    message: {
      zh: '数字不用“,”分节：{grouped} 会读成几个数',
      en: 'digits are not grouped: {grouped} would be several numbers',
    },
    hint: {
      zh: '写成 {plain}；若确是几个数，逗号后加空格：{apart}',
      en: 'write {plain}; for several numbers put a blank after the comma: {apart}',
    },
    fix: { zh: '写成 {plain}', en: 'write {plain}' },
  },
  'mixed-and-or': {
    severity: 'warning',
    message: {
      zh: '“且”和“或”并用而没有括号，按先“且”后“或”读取',
      en: '"and" and "or" stand together without brackets; "and" is taken first',
    },
    fix: { zh: '按读取的意思加上括号', en: 'put brackets around what is taken first' },
  },
  'steps-without-range': {
    severity: 'error',
    message: { zh: '没有写每步保持在什么范围', en: 'this does not say in which range each step is kept' },
    hint: { zh: '写：…，每步保持在 1 至 5', en: 'write: …, kept from 1 to 5 at each step' },
  },
  'amount-of-several': {
    severity: 'error',
    message: { zh: '一句只能写一项结果运用的金额', en: 'one sentence says what one outcome comes to' },
    hint: { zh: '每项另写一句', en: 'write a sentence for each' },
  },
  'machine-name-of-several': {
    severity: 'error',
    message: {
      zh: '几项数据写在一行时，不能带机器名（{machine}）',
      en: 'facts listed on one line have no machine name ({machine})',
    },
    hint: { zh: '有机器名的数据另写一行', en: 'give a fact with a machine name a line of its own' },
  },
  'veto-says-nothing': {
    severity: 'error',
    message: { zh: '“一票否决”没有说明后果', en: 'the veto does not say what follows' },
    hint: {
      zh: '写明是哪一种：定为“某等次”、不得评为“某等次”，或者总分计 0 分',
      en: 'say which: makes it "a grade", blocks "a grade", or total is 0',
    },
  },
  'no-consequence': {
    severity: 'error',
    message: { zh: '只有条件，没有后果', en: 'there is a condition, but nothing follows from it' },
    hint: { zh: '例如：…的，扣 2 分', en: 'for example: costs 2 when …' },
  },
  'value-alone': {
    severity: 'error',
    message: { zh: '只写了一个数，没有说用它做什么', en: 'a value stands alone: nothing is done with it' },
  },
  'not-a-value': {
    severity: 'error',
    message: {
      zh: '这里要一个数或算式，却写了条件',
      en: 'a number or a calculation is expected here, not a condition',
    },
  },
  'not-a-condition': {
    severity: 'error',
    message: {
      zh: '这里要一个条件，却写了数或算式',
      en: 'a condition is expected here, not a number or a calculation',
    },
    hint: { zh: '例如：“信访件”超过 2', en: 'for example: "petition" is above 2' },
  },
  'not-an-average': {
    severity: 'error',
    message: {
      zh: '只有平均分才能去掉最高最低分或给词赋分',
      en: 'only an average can drop its extremes or give words points',
    },
  },
  'words-need-a-fact': {
    severity: 'error',
    message: {
      zh: '按词计分要用引号中的一项数据，不能用算式',
      en: 'words are scored by a fact in quotes, not by a calculation',
    },
  },
  'cut-elsewhere': {
    severity: 'error',
    message: {
      zh: '超过 {beyond} 的却按 {cut} 计：两个数应相同',
      en: 'what lies beyond {beyond} is counted to {cut}: the two must be the same',
    },
  },
  'each-missing-one': {
    severity: 'error',
    message: {
      zh: '“每缺一项”只能按一项计，这里是 {number}',
      en: 'each one missing counts by itself, not by {number}',
    },
  },
  'largest-of-one': {
    severity: 'error',
    message: { zh: '就高只列了一种情形，至少要两种', en: 'the largest of one is no choice: list two or more' },
    hint: { zh: '各种情形之间用分号隔开', en: 'put a semicolon between the choices' },
  },
  'largest-of-one-kind': {
    severity: 'error',
    message: { zh: '就高的各种情形应同为扣分或同为得分', en: 'the choices must all cost or all earn' },
  },
  'step-needs-threshold': {
    severity: 'error',
    message: {
      zh: '“{word}”之前要说明从哪里算起，例如：“完成率”低于 90% 的',
      en: 'before "{word}" the threshold must be said',
    },
  },
  'places-from-first': {
    severity: 'error',
    message: {
      zh: '名次要从第 1 名起，这里是第 {first} 至 {last} 名',
      en: 'places count from the first, not from {first} to {last}',
    },
    hint: { zh: '接在后面的等次用“4 个名额”', en: 'the grade after it takes "4 places"' },
  },
  'two-ends-on-one-side': {
    severity: 'error',
    message: { zh: '两个界限在同一边', en: 'both bounds are on the same side' },
  },
  'scores-only-zero': {
    severity: 'error',
    message: { zh: '这样只能计 0 分，不能计 {number} 分', en: 'an item can only be scored 0 this way, not {number}' },
  },
  'no-cap-here': {
    severity: 'error',
    message: { zh: '这句话不能带上限', en: 'this sentence takes no cap' },
  },
  'no-exception-here': {
    severity: 'error',
    message: { zh: '这句话不能带“…的除外”', en: 'this sentence takes no exception' },
    hint: {
      zh: '怎样计分的句子对每个单位都要有一个得分：例外的情形写在档次、算式里，或者写成“…的，不涉及本项，计满分”。等次比上年和降档就高的规定没有例外',
      en: 'a sentence that scores must give every unit a score: say the exception in its table or expression, or write not applicable when …, full points. Limits against last year and "the gravest only" have no exceptions',
    },
  },
  'said-twice': {
    severity: 'error',
    message: { zh: '同一件事说了两次', en: 'the same thing is said twice' },
  },
  'line-without-block': {
    severity: 'error',
    message: { zh: '这一行前面没有它所属的{header}', en: 'no {header} stands above this line, which belongs to one' },
  },
  'note-without-sentence': {
    severity: 'error',
    message: {
      zh: '这一行说明的是上一句话，而上面没有',
      en: 'this line is about the sentence above it, and there is none',
    },
  },
  'nested-too-deep': {
    severity: 'error',
    message: { zh: '括号和“若”套得太深，最多 {limit} 层', en: 'brackets and "if" are nested more than {limit} deep' },
  },
  'sentence-too-long': {
    severity: 'error',
    message: { zh: '这句话太长', en: 'this sentence is too long' },
    hint: { zh: '用“定义 “N” 为 …”把它分成几句', en: 'split it with: let "N" be …' },
  },
  'numbering-too-deep': {
    severity: 'error',
    message: { zh: '编号最多可有 {limit} 级', en: 'a number may have at most {limit} levels' },
  },
  'empty-text': {
    severity: 'error',
    message: { zh: '文件是空的', en: 'the file is empty' },
    hint: {
      zh: '方案这样开头：方案 “名称” 2026年度 第1版',
      en: 'a scheme begins like this: scheme "name" for 2026, version 1',
    },
  },
  'not-text': {
    severity: 'error',
    message: { zh: '这不是 UTF-8 文本文件', en: 'this is not a text file in UTF-8' },
  },
  'text-too-long': {
    severity: 'error',
    message: { zh: '文件过长：最多 {limit} 个字符', en: 'the text is too long: at most {limit} characters' },
  },
  'too-many-problems': {
    severity: 'error',
    message: {
      zh: '问题已有 {limit} 处，后面的内容没有再读',
      en: 'there are {limit} problems already; the rest was not read',
    },
  },
  'period-not-said': {
    severity: 'error',
    message: { zh: '没有说按月、按季度还是按半年', en: 'nothing is said of months, quarters or half-years' },
    hint: { zh: '如：按月采用标准“…”，取 12 个月平均', en: 'for example: by rubric "…" each month, averaged over 12' },
  },
  'include-missing': {
    severity: 'error',
    message: { zh: '找不到引用的文件“{file}”', en: 'the included file "{file}" is not there' },
    hint: {
      zh: '文件名从写这句话的文件所在的文件夹算起，如：引用 “通用/等次.merit”',
      en: 'its name is taken from the folder of this file: include "common/grades.merit"',
    },
  },
  'include-outside-folder': {
    severity: 'error',
    message: {
      zh: '只能引用同一文件夹或其下文件夹里的文件，不能引用“{file}”',
      en: 'only files in the same folder or below it can be included, not "{file}"',
    },
    hint: {
      zh: '文件夹之间用“/”隔开，不写盘符，不写“..”',
      en: 'write folders apart by "/", without a drive and without ".."',
    },
  },
  'include-circular': {
    severity: 'error',
    message: { zh: '文件引用来引用去又回到“{file}”', en: 'the files include each other in a circle: back to "{file}"' },
    label: { zh: '依次是“{files}”', en: 'in this order: "{files}"' },
  },
  'included-twice': {
    severity: 'error',
    message: { zh: '文件“{file}”已经引用过', en: 'the file "{file}" is included already' },
    related: { zh: '前面引用在这里', en: 'here before' },
  },
  'included-scheme': {
    severity: 'error',
    message: {
      zh: '“{file}”自己是一个方案，不能被引用',
      en: '"{file}" is a scheme of its own and cannot be included',
    },
    hint: {
      zh: '把共用的句子移到一个没有“方案”一行的文件里',
      en: 'move what is shared to a file without a "scheme" sentence',
    },
  },
  'includes-too-much': {
    severity: 'error',
    message: {
      zh: '引用的文件太多、太大或一层套一层太深（最多 {files} 个，套 {depth} 层）：没有读“{file}”',
      en: 'too many files are included, or too large, or too many levels deep (at most {files}, {depth} levels): "{file}" was not read',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
