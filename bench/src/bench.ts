// pnpm bench [--quick] [--only list,order] [--products N] [--orders N] [--rounds N] [--seconds N] [--seed FILE] [--million]: what the shop costs, beside what it could cost at least.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { repoRoot } from '@comptoir/db'
import autocannon from 'autocannon'
import serverFlags from '../../scripts/lib/server-flags.json' with { type: 'json' }
import { type BareRoute } from './bare/bare-server.ts'
import { statementMicros, syncMicros } from './bare/in-process.ts'
import { recordRoutes } from './bare/record.ts'
import { amongBuyers } from './buyers.ts'
import { addAccounts, casesOf, cookieOf, login } from './cases.ts'
import { fanOut } from './fan-out.ts'
import { type Child, endChildren, freePort, startChild } from './measure/child.ts'
import { type Load, measure, type Measured, measureInTurn } from './measure/load.ts'
import { measurePlacing } from './orders/place.ts'
import { pageTimes } from './pages/page-times.ts'
import { bareLoad, pathsOf, readPaths } from './reads.ts'
import { compareWithLast, type Report, writeReport } from './report.ts'
import { dataFolder, seededFile, workingCopy } from './seed/seed.ts'
import { searchTimes } from './shelf/search-times.ts'

const { values: told } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    products: { type: 'string', default: '100000' },
    orders: { type: 'string', default: '100000' },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    seed: { type: 'string' },
    million: { type: 'boolean', default: false },
  },
})
const { quick } = told
const only = told.only?.split(',')
const wanted = (name: string) => only === undefined || only.includes(name)
const pace = { rounds: Number(told.rounds ?? (quick ? 2 : 4)), seconds: Number(told.seconds ?? (quick ? 2 : 4)) }
const say = (line = '') => process.stdout.write(`${line}\n`)

const main = path.join(repoRoot(), 'apps/api/dist/main.mjs')
const bareServer = path.join(import.meta.dirname, 'bare/bare-server.ts')

async function startShop(file: string): Promise<Child> {
  const port = await freePort()
  const env = {
    ...{ DATABASE_URL: `file:${file}`, HOST: '127.0.0.1', LOG_LEVEL: 'warn', NODE_ENV: 'production' },
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    // All of it comes from one address.
    ...{ CALLS_PER_ADDRESS: '0', CALLS_PER_ACCOUNT: '0', CALLS_PER_TOKEN: '0' },
    ...{ STREAMS_PER_CALLER: '0', STREAMS_PER_ADDRESS: '0', PROXY_HOPS: '1' },
  }
  return startChild(main, { port, first: readPaths.list, env, flags: serverFlags })
}

async function startBare(file: string, routes: BareRoute[]): Promise<Child & { plain: string }> {
  const [port, plain] = [await freePort(), await freePort()]
  const child = startChild(bareServer, {
    ...{ port, first: '/hello', env: { PLAIN_PORT: String(plain) } },
    begin: (started) => void started.send({ file, routes }),
  })
  return { ...(await child), plain: `http://127.0.0.1:${plain}` }
}

/** When the engine has looked at its file, and the thread that did it has gone: until then it is no idle shop. */
async function settled(url: string): Promise<void> {
  const data = async () => ((await (await fetch(`${url}/ready`)).json()) as { data: string }).data
  while ((await data()) !== 'sound') await new Promise((resolve) => setTimeout(resolve, 200))
  await new Promise((resolve) => setTimeout(resolve, 11_000))
}

/** A million requests: list, product and search in turn. */
async function million(shop: Child): Promise<void> {
  const requests = Object.values(readPaths).map((path) => ({ method: 'GET' as const, path }))
  await autocannon({ url: shop.url, connections: 16, amount: 1_000_000, requests })
}

const hello: Load = { requests: [{ method: 'GET', path: '/hello' }], connections: 16 }
const line = (title: string, one: Measured, beside = '') =>
  say(
    `${title.padEnd(38)} ${one.perSecond.toFixed(0).padStart(8)}/s  p50 ${one.p50.toFixed(2).padStart(7)}  p99 ${one.p99.toFixed(2).padStart(7)} ms  ${one.cpuMs.toFixed(3).padStart(8)} ms CPU${one.failed > 0 ? `  ${one.failed} failed` : ''}${beside}`,
  )
const times = (part: number, whole: number) => `×${(part / whole).toFixed(2)}`

const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-bench-'))
const report: Report = { at: new Date().toISOString(), products: Number(told.products), figures: {}, ratios: {} }
const keep = (name: string, one: Measured) => void (report.figures[name] = one)
const ratio = (name: string, value: number) => void (report.ratios[name] = value)
try {
  // The bundle that users run, made anew when its sources changed.
  const built = wanted('pages') ? ['web', 'server'] : ['server']
  execFileSync(process.execPath, [path.join(repoRoot(), 'scripts/build.ts'), ...built], { stdio: 'inherit' })
  const seed = told.seed ?? (await seededFile(Number(told.products), Number(told.orders), say))
  mkdirSync(dataFolder, { recursive: true })
  const sync = syncMicros(folder)
  say(`fdatasync of 4 KiB: best ${sync.best.toFixed(0)} µs, median ${sync.median.toFixed(0)} µs`)
  const file = workingCopy(seed, folder)
  addAccounts(file)
  const routes = await recordRoutes(file, pathsOf(file))
  const bare = await startBare(file, routes)
  const bareHello = await measure(bare, hello, pace)
  const plainHello = await measure({ ...bare, url: bare.plain }, hello, pace)
  keep('bare hello', bareHello)
  keep('node:http hello', plainHello)
  line('node:http hello', plainHello)
  line('bare Fastify hello', bareHello)

  if (wanted('shelf')) Object.assign(report.figures, await searchTimes(file, { turns: quick ? 300 : 3000, say }))
  const shop = await startShop(file)
  report.coldStartMs = [shop.readyMs]
  await settled(shop.url)
  report.idleMb = shop.pssMb()
  say(`ready after ${shop.readyMs.toFixed(0)} ms, idle ${report.idleMb.toFixed(0)} MB`)
  const token = await login(shop.url, 'admin@ecom.test', 'admin123')
  for (const one of (await casesOf(shop.url, file, token)).filter(({ name }) => wanted(name))) {
    const route = routes.find(({ name }) => name === one.bare)
    const kind = one.name.endsWith('-cold') ? 'sql' : 'bytes'
    const [measured, least] = await measureInTurn(
      [
        { server: shop, load: one.load },
        ...(route === undefined ? [] : [{ server: bare, load: bareLoad(kind, route) }]),
      ],
      pace,
    )
    if (measured === undefined) continue
    keep(one.name, measured)
    ratio(`${one.name}: CPU to bare hello`, measured.cpuMs / bareHello.cpuMs)
    line(one.title, measured, `  ${times(measured.cpuMs, bareHello.cpuMs)} hello`)
    if (route === undefined || least === undefined) continue
    keep(`bare ${kind} ${one.bare}`, least)
    ratio(`${one.name}: requests/s to bare ${kind}`, measured.perSecond / least.perSecond)
    ratio(`${one.name}: CPU to bare ${kind}`, measured.cpuMs / least.cpuMs)
    line(
      `  ${kind === 'sql' ? 'by hand: Fastify + the same statements' : 'bare Fastify, the same bytes'}`,
      least,
      `  requests/s ${times(measured.perSecond, least.perSecond)}, CPU ${times(measured.cpuMs, least.cpuMs)}`,
    )
    if (kind === 'sql')
      say(
        `  its ${route.turns.at(-1)?.reads.length} statements on bare better-sqlite3: ${statementMicros(file, route).toFixed(0)} µs`,
      )
  }
  if (wanted('pages')) {
    const cookie = await cookieOf(shop.url, 'alice@email.test', 'password123')
    Object.assign(report.figures, await pageTimes(shop, { cookie, pace, say: line }))
  }
  if (wanted('fan-out')) {
    const { told, cpuMs, p50, p99, failed } = await fanOut(
      shop,
      { file, token },
      { pages: 1000, changes: quick ? 5 : 20 },
    )
    keep('fan-out', { perSecond: 0, cpuMs, p50, p99, failed, done: told })
    say(
      `1000 open pages, a product's stock changes: each page hears after p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)} ms, ${cpuMs.toFixed(3)} ms CPU a page${failed > 0 ? `, ${failed} heard nothing` : ''}`,
    )
  }
  if (wanted('buyers')) {
    const crowd = { buyers: quick ? 1000 : 10_000, pieces: 10, seconds: pace.seconds }
    const { alone, among, tookMs, cpuMs } = await amongBuyers(shop, { file, token }, crowd)
    const common = { perSecond: 0, cpuMs: 0, failed: 0 }
    keep('catalogue alone', { ...common, p50: alone.p50, p99: alone.p99, done: alone.read })
    keep('catalogue among buyers', { ...common, p50: among.p50, p99: among.p99, done: among.read })
    ratio('catalogue among buyers: p99 to alone', among.p99 / alone.p99)
    say(
      `${crowd.buyers} buyers at once on ${crowd.pieces} pieces (all sold, nobody else paid; ${tookMs.toFixed(0)} ms, ${(cpuMs / crowd.buyers).toFixed(3)} ms CPU a buyer): the catalogue meanwhile p50 ${among.p50.toFixed(1)}, p99 ${among.p99.toFixed(1)} ms in ${among.read} reads; alone p50 ${alone.p50.toFixed(1)}, p99 ${alone.p99.toFixed(1)} ms: p99 ${times(among.p99, alone.p99)}`,
    )
  }
  if (told.million) await million(shop)
  report.loadedMb = shop.pssMb()
  say(`loaded ${report.loadedMb.toFixed(0)} MB`)
  // Whoever closes the file last takes its log away: one that is left behind makes the next start look at the whole file.
  await bare.stop()
  await shop.stop()
  for (let i = 0; i < (quick ? 1 : 4); i++) {
    const again = await startShop(file)
    report.coldStartMs.push(again.readyMs)
    await again.stop()
  }
  say(`cold starts: ${report.coldStartMs.map((ms) => ms.toFixed(0)).join(', ')} ms to the first good list`)
  if (wanted('place')) {
    const placing = await measurePlacing(folder, { say, pace, helloMs: plainHello.cpuMs })
    Object.assign(report.figures, placing.figures)
    Object.assign(report.ratios, placing.ratios)
  }
  for (const words of compareWithLast(report)) say(words)
  writeReport(report)
} finally {
  endChildren()
  rmSync(folder, { recursive: true, force: true })
}
