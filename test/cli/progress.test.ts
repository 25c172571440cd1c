import { describe, expect, it } from 'vitest'
import { bar, progressOn } from '../../packages/cli/src/stream/progress.js'

function terminal(isTerminal: boolean) {
  let [text, time] = ['', 0]
  const stream = { write: (more: string) => void (text += more), colour: false, isTerminal }
  return { stream, now: () => time, wait: (milliseconds: number) => void (time += milliseconds), text: () => text }
}

describe('the line that says how far the work is', () => {
  it('comes after a moment, is written again a few times a second, and is gone at the end', () => {
    const { stream, now, wait, text } = terminal(true)
    const progress = progressOn(stream, now)
    for (const units of [1, 2, 3, 4]) {
      progress.show(() => `${units} units`)
      wait(150)
    }
    expect(text()).toBe('\r4 units\u001b[K')
    progress.clear()
    progress.clear()
    expect(text()).toBe('\r4 units\u001b[K\r\u001b[K')
  })

  it('is not written where nobody looks on', () => {
    const { stream, now, wait, text } = terminal(false)
    const progress = progressOn(stream, now)
    wait(10_000)
    progress.show(() => 'x')
    progress.clear()
    expect(text()).toBe('')
  })

  it('has a bar', () => {
    expect(bar(0)).toBe(`[${'·'.repeat(24)}] 0%`)
    expect(bar(0.5)).toBe(`[${'#'.repeat(12)}${'·'.repeat(12)}] 50%`)
    expect(bar(2)).toBe(`[${'#'.repeat(24)}] 100%`)
  })
})
