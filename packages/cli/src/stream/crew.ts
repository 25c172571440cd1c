/** Who does the work on the pieces: workers, each on a thread of its own, or this thread where there is little to do. */
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

/** No workers: jobs are done here, one after the other. */
export function aloneCrew<T, R>(work: (job: T) => R): Crew<T, R> {
  return { atOnce: 1, run: async ({ job }) => work(job), close: async () => undefined }
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
