import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import {
  type Breach,
  checkBooks,
  OlderSchema,
  openDatabase,
  openReader,
  pathOf,
  type Reader,
  refuseOtherFile,
} from '@comptoir/db'
import { readEnv } from '../env.ts'

const usage =
  'Usage: pnpm check-books [--file FILE]   FILE is any copy of a shop on SQLite; without it, what DATABASE_URL names'

/** The books to look at, as they are: the shop that is open may be of an older release than this command. */
async function openBooks(file: string | undefined): Promise<{ read: Reader; close: () => void | Promise<void> }> {
  const url = file === undefined ? readEnv().databaseUrl : `file:${file}`
  if (url.startsWith('file:') && !statSync(pathOf(url), { throwIfNoEntry: false })?.isFile())
    throw new Error(`There is no database at ${pathOf(url)}: set DATABASE_URL, or run npm start once.`)
  if (file === undefined) return openDatabase(url, { asItIs: true })
  refuseOtherFile(pathOf(url))
  return openReader(pathOf(url))
}

/** The most memory that the process ever held. Linux lets `maxRSS` begin with that of whoever started the process, so it tells nothing there. */
function peakMb(): number {
  const told =
    process.platform === 'linux' ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) : null
  return (told === null ? process.resourceUsage().maxRSS : Number(told[1])) / 1024
}

/** Checks, and says what it cost: seconds, and by how much the process grew meanwhile. */
async function measured(read: Reader): Promise<{ breaches: Breach[]; cost: string }> {
  const [begun, ownMb] = [performance.now(), process.memoryUsage.rss() / 1024 ** 2]
  const breaches = await checkBooks(read)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const grownMb = Math.max(0, peakMb() - ownMb)
  const orders = await read.$count(read.tables.orders)
  const memory = `${grownMb.toFixed(0)} MB of memory beside the program’s own ${ownMb.toFixed(0)} MB`
  return { breaches, cost: `${orders} orders were looked at in ${seconds} s, with ${memory}.` }
}

/** `pnpm check-books`: checks the invariants; 1 when one is broken, 2 when it cannot look. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { file: { type: 'string' }, help: { type: 'boolean' } } })
  if (values.help === true) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const books = await openBooks(values.file)
  try {
    const { breaches, cost } = await measured(books.read)
    for (const { invariant, subject, words } of breaches) process.stdout.write(`${invariant}  ${subject}  ${words}\n`)
    const end =
      breaches.length === 0 ? 'The books are clean.' : `${breaches.length} breaches of the books, named above.`
    process.stdout.write(`${end}\n${cost}\n`)
    return breaches.length === 0 ? 0 : 1
  } finally {
    await books.close()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof OlderSchema && process.argv.includes('--file')) {
    process.stderr.write(
      'This copy is of an older release: pnpm restore brings a copy of it to this one and checks it.\n',
    )
    return 2
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 2
})
