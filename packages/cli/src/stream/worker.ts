/** A worker: does the jobs that it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import type { CompiledScheme } from '@merit/engine/scheme'
import { handedOver, workOn, type WorkForm, type WorkJob } from './work.js'

const { compiled, form } = workerData as { readonly compiled: CompiledScheme; readonly form: WorkForm }
const work = workOn(loadScheme(compiled, { ranges }), form)

parentPort?.on('message', (job: WorkJob) => {
  const reply = work(job)
  parentPort?.postMessage(reply, [...handedOver(reply)])
})
