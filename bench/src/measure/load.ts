import { createHistogram } from 'node:perf_hooks'
import autocannon, { type Request, type Result } from 'autocannon'
import type { Child } from './child.ts'

/** What is asked, and by how many at once. Several requests are one operation: they are sent in turn by each shopper. */
export interface Load {
  requests: Request[]
  connections: number
}

export interface Measured {
  perSecond: number
  /** CPU of the server per operation, in ms: the best round. */
  cpuMs: number
  /** Of one request, in ms. */
  p50: number
  p99: number
  failed: number
  done: number
}

/** Warms up for as long as a round lasts, then measures some; rates are those of the best round, latencies those of all. */
export async function measure(
  server: Child,
  load: Load,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Measured> {
  await run(server, load, seconds)
  const times = createHistogram()
  const results: { perSecond: number; cpuMs: number; failed: number; done: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const before = await server.cpuMs()
    const { asked, failed, took } = await run(server, load, seconds, (ms) =>
      times.record(Math.max(1, Math.round(ms * 1000))),
    )
    const cpu = (await server.cpuMs()) - before
    const done = asked / load.requests.length
    results.push({ perSecond: done / took, cpuMs: cpu / done, failed, done })
  }
  const best = (of: (one: (typeof results)[number]) => number) => results.map(of)
  return {
    perSecond: Math.max(...best(({ perSecond }) => perSecond)),
    cpuMs: Math.min(...best(({ cpuMs }) => cpuMs)),
    p50: times.percentile(50) / 1000,
    p99: times.percentile(99) / 1000,
    failed: results.reduce((sum, one) => sum + one.failed, 0),
    done: results.reduce((sum, one) => sum + one.done, 0),
  }
}

async function run(
  { url }: Child,
  { requests, connections }: Load,
  seconds: number,
  each: (ms: number) => void = () => {},
) {
  let asked = 0
  let failed = 0
  const begun = performance.now()
  const result = await new Promise<Result>((resolve, reject) => {
    const options = { url, connections, duration: seconds, requests, timeout: 30 }
    const instance = autocannon(options, (error: unknown, all) => (error ? reject(error) : resolve(all)))
    instance.on('response', (_client, status, _bytes, ms) => {
      asked++
      if (status >= 400) failed++
      each(ms)
    })
  })
  return { asked, failed: failed + result.errors, took: (performance.now() - begun) / 1000 }
}
