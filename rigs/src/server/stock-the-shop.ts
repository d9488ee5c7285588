import { freshFor } from '@comptoir/api/change'
import { openSession } from '@comptoir/api/services/sessions'
import type { OpenShop } from '@comptoir/api/open-shop'
import * as people from '@comptoir/db/stores/people'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import type { Id } from '@comptoir/domain'
import type { Role } from '@comptoir/domain/people'

const firstPriceCents = 1200
type Services = OpenShop['services']

export interface Wanted {
  /** Pieces of each product. */
  stock: readonly number[]
  customers: number
}
export interface Person {
  id: Id<'user'>
  email: string
  /** A bearer token. */
  token: string
}
export interface Stocked {
  goods: { productId: Id<'product'>; variantId: Id<'variant'> }[]
  customers: Person[]
  admin: Person
  termsVersion: string
  /** The first product with delivery, as the quote has it. */
  onePieceCents: number
}

/** Puts products on the shelf, and makes accounts that are signed in: what a rig needs before it begins. */
export async function stockTheShop(services: Services, { stock, customers }: Wanted): Promise<Stocked> {
  const { termsVersion, delivery } = await readSettings(services.db.read)
  const onePieceCents = firstPriceCents + delivery.amountCents
  const admin = await person(services, 'admin', 0)
  const stocked: Stocked = { goods: [], customers: [], admin, termsVersion, onePieceCents }
  for (const [i, pieces] of stock.entries()) stocked.goods.push(await product(services, pieces, i))
  for (let i = 0; i < customers; i++) stocked.customers.push(await person(services, 'customer', i))
  return stocked
}

async function product(services: Services, stock: number, place: number) {
  const fresh = freshFor(services)
  const text = { name: `Bol ${place}`, line: '', description: '', facts: [], keywords: '' }
  const id = await services.db.write((tx) => {
    fresh.rewind()
    const cause = { orderId: null, actorId: null, requestId: 'rig', reason: 'rig', at: fresh.now, ids: fresh.id }
    return products.save(
      tx,
      {
        ...{ slug: `bol-${place}`, category: null, state: 'published', vatCategory: 'standard', popularity: 0 },
        ...{ texts: { fr: text, en: text }, options: [] },
        variants: [{ sku: null, values: [], priceCents: firstPriceCents + place, compareAtCents: null, stock }],
      },
      null,
      cause,
    )
  })
  const [variant] = await products.variantsOf(services.db.read, id)
  if (variant === undefined) throw new Error('a product has a variant')
  return { productId: id, variantId: variant.id }
}

async function person(services: Services, role: Role, place: number): Promise<Person> {
  const fresh = freshFor(services)
  const id = fresh.id('user')
  const email = `${role}-${place}@email.test`
  const passwordHash = await services.passwords.hash('correct horse')
  const bytes = services.random(24)
  const token = await services.db.write(async (tx) => {
    const user = { id, email, name: 'Une personne', phone: '', locale: 'fr' as const, role, passwordHash }
    await people.insert(tx, { ...user, createdAt: fresh.now })
    return openSession(tx, { id, role }, 'token', { now: fresh.now, random: () => bytes, userAgent: 'rig' })
  })
  return { id, email, token }
}
