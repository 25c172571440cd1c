import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, watch } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { file, inFolder, root, useFolder } from './merit.js'

useFolder()

/** A program that writes a large file as the commands do, and says `ready` when the unfinished file is there. */
function writer(target: string) {
  const files = join(root, 'packages/cli/dist/files.js')
  const words = join(root, 'packages/cli/dist/words/index.js')
  const code = `
    import { writeWhole } from ${JSON.stringify(files)}
    import { wordsIn } from ${JSON.stringify(words)}
    await writeWhole(${JSON.stringify(target)}, 'new '.repeat(50_000_000), wordsIn('en'))`
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' })
}

/** Waits for the unfinished file, then ends the writer with the signal; the signal and status it ended with. */
async function stopWhileWriting(signal: NodeJS.Signals) {
  const folder = inFolder('.')
  const watcher = watch(folder)
  const child = writer(inFolder('out.txt'))
  const ended = once(child, 'exit')
  await Promise.race([once(watcher, 'change'), ended])
  watcher.close()
  child.kill(signal)
  return (await ended) as [number | null, NodeJS.Signals | null]
}

describe('a command that is stopped while it writes', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'by %s leaves the old file or the new one, never half of one',
    async (signal) => {
      file('out.txt', 'old')
      const [status] = await stopWhileWriting(signal)
      const left = readFileSync(inFolder('out.txt'), 'utf8')
      expect(['old', 'new '.repeat(50_000_000)]).toContain(left)
      if (signal === 'SIGKILL') return
      expect([0, 130]).toContain(status)
      expect(readdirSync(inFolder('.'))).toEqual(['out.txt'])
    },
  )
})
