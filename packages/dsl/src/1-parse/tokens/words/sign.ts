import { word } from './word.js'

/** Signs, as they are after folding to half width. */
export const signs = {
  Colon: word(':', ':'),
  Comma: word(',', ','),
  ListComma: word('、', '、'),
  Semicolon: word(';', ';'),
  FullStop: word('。', '.'),
  Open: word('(', '('),
  Close: word(')', ')'),
  Plus: word('+', '+'),
  Minus: word('-', '-|−'),
  Times: word('×|*', '*'),
  Divided: word('÷|/', '/'),
  AtLeastSign: word('≥|>=|≧', '>='),
  AtMostSign: word('≤|<=|≦', '<='),
  AboveSign: word('>', '>'),
  BelowSign: word('<', '<'),
  EqualSign: word('=', '='),
  DiffersSign: word('≠|!=', '!='),
  Dash: word('—|～|~|–|——', '–|—|~'),
}
