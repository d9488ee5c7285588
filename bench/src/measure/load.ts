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

interface Pace {
  rounds: number
  seconds: number
}
/** Who is asked, and what. */
interface Side {
  server: Child
  load: Load
}
const mostWarming = 6

/** Measures one alone: rates are those of the best round, latencies those of all. */
export async function measure(server: Child, load: Load, pace: Pace): Promise<Measured> {
  const [one] = await measureInTurn([{ server, load }], pace)
  if (one === undefined) throw new Error('nothing was measured')
  return one
}

/** Warms all of them up, then measures each in every round: what the machine does meanwhile, it does to all. */
export async function measureInTurn(sides: readonly Side[], { rounds, seconds }: Pace): Promise<Measured[]> {
  for (const side of sides) await warmUp(side, seconds)
  const measured = sides.map((side) => ({ side, times: createHistogram(), results: [] as Round[] }))
  for (let round = 0; round < rounds; round++)
    for (const { side, times, results } of measured)
      results.push(await roundOf(side, seconds, (ms) => times.record(Math.max(1, Math.round(ms * 1000)))))
  return measured.map(({ times, results }) => ({
    perSecond: Math.max(...results.map(({ perSecond }) => perSecond)),
    cpuMs: Math.min(...results.map(({ cpuMs }) => cpuMs)),
    p50: times.percentile(50) / 1000,
    p99: times.percentile(99) / 1000,
    failed: results.reduce((sum, one) => sum + one.failed, 0),
    done: results.reduce((sum, one) => sum + one.done, 0),
  }))
}

/** The engine compiles for as long as it learns: a program is warm when it costs no less than before. */
async function warmUp(side: Side, seconds: number): Promise<void> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < mostWarming; i++) {
    const { cpuMs } = await roundOf(side, seconds)
    if (cpuMs > least * 0.97) return
    least = cpuMs
  }
}

type Round = Pick<Measured, 'perSecond' | 'cpuMs' | 'failed' | 'done'>
async function roundOf({ server, load }: Side, seconds: number, each?: (ms: number) => void): Promise<Round> {
  const before = await server.cpuMs()
  const { asked, failed, took } = await run(server, load, seconds, each)
  const cpu = (await server.cpuMs()) - before
  const done = asked / load.requests.length
  return { perSecond: done / took, cpuMs: cpu / done, failed, done }
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
