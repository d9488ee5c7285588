// pnpm rig:backup [--size 1] [--shoppers 4]: a shop of so many GB is backed up by the real command while shoppers order over HTTP.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase, openReader, repoRoot } from '@comptoir/db'
import type { Id } from '@comptoir/domain'
import { startServer } from './server/start-server.ts'
import { newKey, visitor, withKey } from './visitor.ts'

const { values } = parseArgs({
  options: { size: { type: 'string', default: '1' }, shoppers: { type: 'string', default: '4' } },
})
const wantedBytes = Number(values.size) * 1e9
const calmMs = 5000
const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }

/** Rows that only take room, until the file has its size. */
async function fill(url: string): Promise<void> {
  const db = await openDatabase(url)
  const body = 'Bonjour, votre colis est en route. '.repeat(3000)
  const each = body.length
  for (let bytes = 0, i = 0; bytes < wantedBytes; bytes += 50 * each) {
    const rows = Array.from({ length: 50 }, () => ({
      ...{ id: `answer_${String(i++).padStart(8, '0')}` as const, title: 'Colis', body, locale: 'fr' as const },
      updatedAt: new Date(),
    }))
    await db.write(async (tx) => void (await tx.insert(tx.tables.savedAnswers).values(rows)))
  }
  await db.close()
}

const p = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const told = (name: string, ms: readonly number[]) => {
  const sorted = ms.toSorted((a, b) => a - b)
  console.log(
    `${name.padEnd(15)} ${sorted.length} checkouts, p50 ${p(sorted, 0.5).toFixed(1)} ms, p99 ${p(sorted, 0.99).toFixed(1)} ms, longest ${p(sorted, 1).toFixed(1)} ms`,
  )
}

async function main(folder: string): Promise<number> {
  const file = path.join(folder, 'shop.db')
  const url = `file:${file}`
  await fill(url)
  console.log(`the shop: ${(statSync(file).size / 1e9).toFixed(2)} GB`)
  await using server = await startServer({ databaseUrl: url, aheadMs: 0 })
  const { goods } = await server.tell('stock', { stock: [1_000_000], customers: 0 })
  const [good] = goods
  if (good === undefined) throw new Error('the shop is empty')
  let phase: 'calm' | 'backup' | 'over' = 'calm'
  const took = { calm: [] as number[], backup: [] as number[], over: [] as number[] }
  const acknowledged = { before: new Set<string>(), meanwhile: new Set<string>() }

  async function shop(place: number): Promise<void> {
    const email = `buyer-${place}@email.test`
    while (phase !== 'over') {
      const visit = visitor(server.url)
      const cart = await visit.shop.cart.add.mutate(
        { variantId: good?.variantId as Id<'variant'>, quantity: 1 },
        withKey(newKey()),
      )
      const quote = { hash: cart.quote.hash, totalCents: cart.quote.totalCents }
      const since = performance.now()
      const during = phase
      const { order } = await visit.shop.orders.checkout.mutate(
        { email, address, quote, termsVersion: cart.termsVersion },
        withKey(newKey()),
      )
      took[during].push(performance.now() - since)
      acknowledged[phase === 'calm' ? 'before' : 'meanwhile'].add(order.id)
    }
  }
  const shoppers = Promise.all(Array.from({ length: Number(values.shoppers) }, (_, i) => shop(i)))
  await new Promise((resolve) => setTimeout(resolve, calmMs))
  phase = 'backup'
  const copy = path.join(folder, 'copy.db')
  const command = path.join(repoRoot(), 'apps/api/src/commands/backup.ts')
  const child = spawn(process.execPath, [command, copy], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const wal = statSync(`${file}-wal`).size
  phase = 'over'
  await shoppers
  told('without backup', took.calm)
  told('while it runs', took.backup)
  console.log(`the -wal grew to ${(wal / 1e6).toFixed(0)} MB`)
  if (code !== 0) return 1
  const { read, close } = openReader(copy)
  const kept = new Set(
    (await read.select({ id: read.tables.orders.id }).from(read.tables.orders)).map(({ id }) => id as string),
  )
  close()
  const lost = [...acknowledged.before].filter((id) => !kept.has(id))
  console.log(
    `the copy holds ${kept.size} orders; of ${acknowledged.before.size} confirmed before it began ${lost.length} are missing`,
  )
  return lost.length === 0 && acknowledged.before.size > 0 && took.backup.length > 0 ? 0 : 1
}

const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-backup-rig-'))
try {
  process.exitCode = await main(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
