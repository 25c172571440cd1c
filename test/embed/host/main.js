/** In Node: itself, and a thread of `node:worker_threads`. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { judge } from './judge.js'

if (isMainThread) {
  const thread = new Worker(new URL(import.meta.url))
  thread.once('message', (text) => console.log(JSON.stringify({ node: judge(), thread: text })))
} else {
  parentPort.postMessage(judge())
}
