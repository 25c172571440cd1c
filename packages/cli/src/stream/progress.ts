/** One line on a terminal that says how far the work is, and is gone when it is done. */
import type { Stream } from '../output.js'

export interface Progress {
  /** `line` gives what to show; it is asked a few times a second at most. */
  readonly show: (line: () => string) => void
  readonly clear: () => void
}

const betweenLines = 200

/** Nothing is shown where there is no terminal, nor before work has gone on for a moment. */
export function progressOn(stream: Stream, now: () => number = Date.now): Progress {
  if (stream.isTerminal !== true) return { show: () => undefined, clear: () => undefined }
  let next = now() + 2 * betweenLines
  let isShown = false
  return {
    show: (line) => {
      if (now() < next) return
      next = now() + betweenLines
      isShown = true
      stream.write(`\r${line()}\u001b[K`)
    },
    clear: () => {
      if (isShown) stream.write('\r\u001b[K')
      isShown = false
    },
  }
}

/** `[########········] 45%` */
export function bar(share: number): string {
  const width = 24
  const part = Math.min(1, Math.max(0, share))
  const filled = Math.floor(part * width)
  return `[${'#'.repeat(filled)}${'·'.repeat(width - filled)}] ${Math.floor(part * 100)}%`
}
