import type { Problem } from '../diagnostics/problem.js'
import { limits } from './limits.js'

// eslint-disable-next-line no-control-regex
const notText = /[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g

/** Why a text is not read at all: it is empty, endless, or no text. */
export function refuse(text: string): Problem | undefined {
  if (text.length > limits.text) {
    const span = { start: limits.text, end: text.length }
    return { code: 'text-too-long', span, data: { limit: limits.text } }
  }
  if (text.replace('\ufeff', '').trim() === '') return { code: 'empty-text', span: { start: 0, end: 0 }, data: {} }
  const odd = text.match(notText)?.length ?? 0
  if (odd > 10 && odd > text.length / 50) {
    return { code: 'not-text', span: { start: 0, end: Math.min(1, text.length) }, data: {} }
  }
  return undefined
}
