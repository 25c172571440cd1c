// @ts-check
/** Loaded into a process that is measured (`node --import`): at its end it says on file descriptor 3 what it used. */
import { writeSync } from 'node:fs'
import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
    writeSync(3, JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 }))
  })
}
