import { createHash } from 'node:crypto'
import { demoCategories, type DemoProduct, demoProducts } from '@comptoir/db/demo'
import { saveCategory } from '@comptoir/db/stores/categories'
import * as people from '@comptoir/db/stores/people'
import * as products from '@comptoir/db/stores/products'
import type { Writer } from '@comptoir/db'
import type { Id } from '@comptoir/domain'
import type { ProductDraft } from '@comptoir/domain/catalog'
import type { Role } from '@comptoir/domain/people'
import { eq } from 'drizzle-orm'
import { type Fresh, freshFor } from '../change.ts'
import type { Services } from '../context.ts'
import { draftOf } from './product-drafts.ts'
import { fillCart, placeDemoOrder } from './demo-orders.ts'

/** The accounts of the seed, by their documented passwords. They exist outside production only. */
export const demoAccounts = [
  { email: 'admin@ecom.test', name: 'Camille Comptoir', role: 'admin', password: 'admin123' },
  { email: 'alice@email.test', name: 'Alice Martin', role: 'customer', password: 'password123' },
  { email: 'bob@email.test', name: 'Bob Bernard', role: 'customer', password: 'password123' },
  { email: 'charlie@email.test', name: 'Charlie Petit', role: 'customer', password: 'password123' },
] as const satisfies readonly { email: string; name: string; role: Role; password: string }[]

const key = 'demo'
const day = 24 * 3600 * 1000

/** The same chance at every seeding: order numbers and ids do not change from one machine to the next. */
function chance(): (bytes: number) => Uint8Array {
  let turn = 0
  return (bytes) => createHash('shake256', { outputLength: bytes }).update(`comptoir demo ${turn++}`).digest()
}

/**
 * Fills an empty shop with the demo: shelves, four accounts, Alice's delivered order, Bob's paid one, Charlie's cart. A stopped seeding
 * goes on at the next start; a finished one never comes back. Answers whether the shop is a demo. Never called in production.
 */
export async function seedDemo(services: Services, say: (line: string) => void = () => {}): Promise<boolean> {
  const { db } = services
  const { settings, products: shelf, users } = db.read.tables
  const [state] = await db.read.select().from(settings).where(eq(settings.key, key))
  if (state?.value === 'done') return true
  if (state === undefined) {
    const someone = await db.read.select({ id: users.id }).from(users).limit(1)
    const something = await db.read.select({ id: shelf.id }).from(shelf).limit(1)
    if (someone.length + something.length > 0) return false
    await db.write((tx) => keep(tx, 'begun'))
  }
  say('Filling the demo shop…')
  const seeded = { ...services, random: chance(), clock: () => new Date(services.clock().getTime() - 30 * day) }
  await stockShelves(seeded)
  const accounts = await openAccounts(seeded)
  const at = (daysAgo: number): Services => ({
    ...seeded,
    clock: () => new Date(services.clock().getTime() - daysAgo * day),
  })
  await placeDemoOrder(
    at(6),
    accounts.get('alice@email.test'),
    [
      ['miel-de-lavande', 2],
      ['carnet-toile', 1],
    ],
    'delivered',
  )
  await placeDemoOrder(
    at(1),
    accounts.get('bob@email.test'),
    [
      ['cafe-du-comptoir', 1],
      ['beret', 1],
    ],
    'paid',
  )
  await fillCart(services, accounts.get('charlie@email.test'), [
    ['cube-de-savon', 3],
    ['echarpe-de-laine', 1],
  ])
  await db.write((tx) => keep(tx, 'done'))
  return true
}

async function keep(tx: Writer, value: 'begun' | 'done'): Promise<void> {
  const { settings } = tx.tables
  await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } })
}

const causeOf = (fresh: Fresh) => ({
  ...{ orderId: null, actorId: null, requestId: 'demo', reason: 'ouverture de la boutique', at: fresh.now },
  ids: fresh.id,
})

/** One product of each shelf in turn, so that the newest things are not all of one kind. */
function inTurn(all: readonly DemoProduct[]): DemoProduct[] {
  const shelves = [...Map.groupBy(all, (product) => product.category).values()]
  const longest = Math.max(...shelves.map((shelf) => shelf.length))
  return Array.from({ length: longest }, (_, i) => shelves.flatMap((shelf) => shelf[i] ?? [])).flat()
}

async function stockShelves(services: Services): Promise<void> {
  const fresh = freshFor(services)
  await services.db.write(async (tx) => {
    fresh.rewind()
    for (const { slug, tint, position, name, description } of demoCategories) {
      const texts = {
        fr: { name: name.fr, description: description.fr },
        en: { name: name.en, description: description.en },
      }
      await saveCategory(tx, { slug, tint, position, texts }, fresh.id('category'))
    }
  })
  for (const product of inTurn(demoProducts)) {
    const own = freshFor(services)
    await services.db.write(async (tx) => {
      own.rewind()
      if ((await products.findAtSlug(tx, product.slug)) === undefined) await putOnShelf(tx, draftOf(product), own)
    })
  }
}

const fullPriceFor = 40 * day

/** What is reduced today was sold at its full price before: its page names that one beside the reduction. */
async function putOnShelf(tx: Writer, draft: ProductDraft, fresh: Fresh): Promise<void> {
  const today = causeOf(fresh)
  const full = draft.variants.map((one) => ({
    ...one,
    priceCents: one.compareAtCents ?? one.priceCents,
    compareAtCents: null,
  }))
  if (draft.variants.every(({ compareAtCents }) => compareAtCents === null)) {
    await products.save(tx, draft, null, today)
    return
  }
  const before = { ...today, at: new Date(today.at.getTime() - fullPriceFor) }
  const id = await products.save(tx, { ...draft, variants: full }, null, before)
  await products.save(tx, draft, { id, version: 1 }, today)
}

async function openAccounts(services: Services): Promise<Map<string, Id<'user'>>> {
  const known = new Map<string, Id<'user'>>()
  for (const { password, ...account } of demoAccounts) {
    const passwordHash = await services.passwords.hash(password)
    const fresh = freshFor(services)
    const id = await services.db.write(async (tx) => {
      fresh.rewind()
      const there = await people.findByEmail(tx, account.email)
      if (there !== undefined) return there.id
      const row = { ...account, id: fresh.id('user'), phone: '', locale: 'fr' as const, passwordHash }
      await people.insert(tx, { ...row, createdAt: fresh.now })
      return row.id
    })
    known.set(account.email, id)
  }
  return known
}
