// pnpm measure:web [--runs 5] [--only home,list,clicks]: Lighthouse on the built product in production mode, mobile profile, and how soon
// the page answers a press on a CPU four times slower (INP); the median of the runs;
// prints the table and writes it, with the machine's state, into .measured/web.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { launch } from 'chrome-launcher'
import lighthouse, { type Flags } from 'lighthouse'
import { openBrowser, type Start } from '../e2e/browser.ts'
import { measureDeeds } from './clicks.ts'
import { openProductionShop } from './production-shop.ts'
import { losses, median, type Scores, scoresOf, tableOf, tableOfDeeds } from './scores.ts'

const pages = [
  { name: 'home', path: '/fr', found: true },
  { name: 'list', path: '/fr/products?category=epicerie', found: true },
  { name: 'product', path: '/fr/products/creme-pour-les-mains', found: true },
  { name: 'cart', path: '/fr/cart', found: false },
  { name: 'checkout', path: '/fr/checkout', found: false },
]
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } })
const wanted = values.only?.split(',') ?? [...pages.map(({ name }) => name), 'clicks']
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Time of all processors since the machine began, and how much of it other machines on the same host took: in their ticks. */
function processorTime(): { all: number; taken: number } {
  if (!existsSync('/proc/stat')) return { all: 0, taken: 0 }
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number)
  return { all: ticks.reduce((sum, one) => sum + one, 0), taken: ticks[7] ?? 0 }
}

const shop = await openProductionShop()
const before = processorTime()
const { browser, start, close } = await openBrowser()
const judge = await launchAlone(start)
const measured: { name: string; found: boolean; scores: Scores }[] = []
let answered: { name: string; ms: number }[] = []
try {
  for (const page of pages.filter(({ name }) => wanted.includes(name))) {
    const runs: Scores[] = []
    for (let run = 0; run < Number(values.runs); run++) runs.push(await once(page, run === 0))
    measured.push({ ...page, scores: median(runs) })
  }
  if (wanted.includes('clicks')) answered = await measureDeeds(browser, { ...shop, runs: Number(values.runs) })
} finally {
  judge.kill()
  await close()
  await shop.close()
}

/** A Chromium that nobody but Lighthouse listens to: what a second listener is told costs the page's processor. */
function launchAlone({ executable, args, env }: Start) {
  return launch({
    chromePath: executable,
    chromeFlags: ['--headless', '--no-sandbox', ...args],
    envVars: env,
    logLevel: 'error',
  })
}

async function once({ name, path: at, found }: (typeof pages)[number], first: boolean): Promise<Scores> {
  const flags: Flags = {
    ...{ port: judge.port, logLevel: 'error', output: 'json' },
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    // A cart is somebody's: only these pages are asked for by a guest who has one.
    ...(!found && { extraHeaders: { Cookie: shop.cartCookie } }),
  }
  const result = await lighthouse(shop.address + at, flags)
  if (!result) throw new Error(`${name} could not be measured`)
  const { lhr } = result
  const scores = scoresOf(lhr)
  say(`${name}: performance ${scores.performance}, LCP ${Math.round(scores.lcpMs)} ms`)
  const asked = ['accessibility', 'best-practices', ...(found ? ['seo'] : [])]
  const refs = asked.flatMap((category) => lhr.categories[category]?.auditRefs ?? [])
  const judged = refs.filter(({ weight }) => weight > 0).map(({ id }) => id)
  if (first) for (const loss of losses(lhr, judged)) say(`  lost: ${loss}`)
  return scores
}

const after = processorTime()
// What the host takes away in the middle of a task counts as the task's: times of such a run say nothing of the shop.
const takenPart = (after.taken - before.taken) / Math.max(1, after.all - before.all)
const [load = 0] = os.loadavg()
const state = `Median of ${values.runs}, Lighthouse's mobile profile, ${browser.version()}, ${os.cpus().length} CPUs, load ${load.toFixed(1)} at the end, ${(takenPart * 100).toFixed(1)} % of the processors' time taken by the host.`
const table = [
  ...(measured.length > 0 ? [tableOf(measured)] : []),
  ...(answered.length > 0 ? [tableOfDeeds(answered)] : []),
].join('\n\n')
say(`\n${table}\n\n${state}`)
const folder = path.resolve(import.meta.dirname, '../../../.measured')
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'web.md'), `${table}\n\n${state}\n`)
