/** What of the packed engine a host's page carries: bundled and minified by Vite, compressed as servers send it. */
import { readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { consumer, node, root } from './consumer.js'

/**
 * Bytes that each may come to, with all that it needs. People wait for them, so a bound goes down, and up only for what hosts gain by
 * it; the aim for the main door is 30,000.
 */
const most = {
  [`export * from '@merit/engine'`]: 55_000,
  [`export * from '@merit/engine/messages'`]: 8_000,
  [`export { formats } from '@merit/engine'`]: 1_000,
}

it.each(Object.entries(most))('%s comes to at most %d bytes', async (code, bytes) => {
  expect((await bundled(code)).length).toBeLessThanOrEqual(bytes)
})

async function bundled(code: string): Promise<Uint8Array> {
  const config = `export default { build: { modulePreload: { polyfill: false }, rolldownOptions: {
    input: 'entry.js', preserveEntrySignatures: 'strict', output: { entryFileNames: 'bundle.js' } } } }`
  const { own } = await consumer({ 'entry.js': code, 'vite.config.js': config })
  const vite = join(realpathSync(join(root, 'node_modules/vite')), 'bin/vite.js')
  await node([vite, 'build', '--logLevel', 'error'], own)
  return gzipSync(readFileSync(join(own, 'dist/bundle.js')), { level: 9 })
}
