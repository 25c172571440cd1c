/** Who does the work on the pieces: this thread where there is little to do, else workers, each on a thread of its own. */
import { Worker, type TransferListItem } from 'node:worker_threads'

/** A job with what of it is handed over in place of being copied. */
export interface Job<T> {
  readonly job: T
  readonly hand: readonly TransferListItem[]
}

export interface Crew<T, R> {
  /** So many jobs can wait or be under way at once. */
  readonly atOnce: number
  readonly run: (job: Job<T>) => Promise<R>
  readonly close: () => Promise<void>
}

/** Does the first `count` jobs here, one after the other; the workers that `more` starts do the others. */
export function growingCrew<T, R>(count: number, work: (job: T) => R, more: () => Crew<T, R>): Crew<T, R> {
  let done = 0
  let workers: Crew<T, R> | undefined
  return {
    get atOnce() {
      return workers?.atOnce ?? 1
    },
    run: async (job) => {
      if (done++ < count) return work(job.job)
      workers ??= more()
      return workers.run(job)
    },
    close: async () => workers?.close(),
  }
}

interface Waiting<R> {
  readonly resolve: (reply: R) => void
  readonly reject: (error: unknown) => void
}

/** `count` workers that run the module at `url`, each given `data` to begin with. A worker that fails makes its jobs fail. */
export function workerCrew<T, R>(count: number, url: URL, data: unknown): Crew<T, R> {
  const members = Array.from({ length: count }, () => member<T, R>(url, data))
  return {
    atOnce: 2 * count,
    run: (job) => members.reduce((idle, one) => (one.waiting() < idle.waiting() ? one : idle)).run(job),
    close: async () => {
      await Promise.all(members.map((one) => one.close()))
    },
  }
}

function member<T, R>(url: URL, data: unknown) {
  const worker = new Worker(url, { workerData: data })
  const waiting: Waiting<R>[] = []
  let failure: unknown
  const fail = (error: unknown): void => {
    failure ??= error
    for (const { reject } of waiting.splice(0)) reject(failure)
  }
  // A worker answers in the order in which it is asked.
  worker.on('message', (reply: R) => waiting.shift()?.resolve(reply))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('a worker ended before its work was done')))
  return {
    waiting: () => waiting.length,
    run: ({ job, hand }: Job<T>) =>
      new Promise<R>((resolve, reject) => {
        if (failure !== undefined) return reject(failure as Error)
        waiting.push({ resolve, reject })
        worker.postMessage(job, hand)
      }),
    close: () => worker.terminate(),
  }
}

/** The replies to jobs in the order of the jobs, with as many at once as the crew takes. */
export async function* inOrder<T, R>(
  crew: Crew<T, R>,
  jobs: AsyncIterable<Job<T>> | Iterable<Job<T>>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = []
  for await (const job of jobs) {
    if (underWay.length >= crew.atOnce) yield await underWay.shift()!
    const reply = crew.run(job)
    // It is looked at in its turn; until then its failure is not unheard.
    reply.catch(() => undefined)
    underWay.push(reply)
  }
  while (underWay.length > 0) yield await underWay.shift()!
}
