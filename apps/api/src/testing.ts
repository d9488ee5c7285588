import { createHash } from 'node:crypto'
import { checkBooks } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import { type Engine, openTestDatabase } from '@comptoir/db/testing'
import { type Locale, makeId } from '@comptoir/domain'
import type { Role } from '@comptoir/domain/people'
import pino from 'pino'
import type { Fetching } from './features/catalog/import/fetch-images.ts'
import { adminRouter } from './admin-router.ts'
import type { Context, CookieName, CurrentUser, Services } from './context.ts'
import { openShop } from './open-shop.ts'
import type { GatewayFault } from './services/payments.fake.ts'
import { findSession, openSession } from './services/sessions.ts'
import { shopRouter } from './shop-router.ts'
import { createCallerFactory } from './trpc.ts'

/** Chance that is the same in every run: bytes of a hash chain from a seed. */
export function seededRandom(seed: string): (bytes: number) => Uint8Array {
  let turn = 0
  return (bytes) => {
    const chunks: Buffer[] = []
    for (let have = 0; have < bytes; have += 32) chunks.push(createHash('sha256').update(`${seed}:${turn++}`).digest())
    return Buffer.concat(chunks).subarray(0, bytes)
  }
}

/** A clock that stands still until it is told to go on. */
export function testClock(start = new Date('2026-11-22T10:00:00.000Z')) {
  let now = start.getTime()
  return {
    now: () => new Date(now),
    /** Moves on by ms; below zero it goes back. */
    advance: (ms: number) => void (now += ms),
  }
}

export interface TestShopOptions {
  engine?: Engine
  fault?: GatewayFault
  pictures?: Fetching
  /** False where a test breaks the books on purpose. */
  checked?: boolean
}

const shopCaller = createCallerFactory(shopRouter)
const adminCaller = createCallerFactory(adminRouter)

/** What a caller holds between calls, as a browser or a program does. */
export interface Bag {
  user: CurrentUser | null
  cartToken: string | null
  orderTokens: Map<string, string>
  cookies: Map<CookieName, string>
  headers: Map<string, string>
  tokensBy: 'cookie' | 'header'
  locale: Locale
  /** The idempotency key of the next calls; null sends none. */
  key: string | null
  address: string
}
const emptyBag = (): Bag => ({
  ...{ user: null, cartToken: null, orderTokens: new Map(), cookies: new Map(), headers: new Map() },
  ...{ tokensBy: 'cookie', locale: 'fr', key: null, address: '127.0.0.1' },
})

function contextOf(services: Services, face: 'shop' | 'admin', bag: Bag, requestId: string): Context {
  return {
    ...services,
    face,
    ...{ user: bag.user, cartToken: bag.cartToken, tokensBy: bag.tokensBy, orderTokens: bag.orderTokens },
    ...{
      staleToken: false,
      locale: bag.locale,
      keys: [bag.key],
      key: null,
      ...{ previewTokens: [], previewToken: null },
      requestId,
      address: bag.address,
      userAgent: 'test',
    },
    reply: {
      setCookie(name, value) {
        bag.cookies.set(name, value)
        if (name === 'cart') bag.cartToken = value
        if (name === 'orders')
          bag.orderTokens = new Map(
            value
              .split(' ')
              .map((pair): [string, string] => [pair.slice(0, pair.indexOf('.')), pair.slice(pair.indexOf('.') + 1)]),
          )
      },
      clearCookie(name) {
        bag.cookies.delete(name)
        if (name === 'cart') bag.cartToken = null
      },
      setHeader(name, value) {
        bag.headers.set(name, value)
        if (name === 'cart-token') bag.cartToken = value
      },
    },
  }
}

/**
 * A whole shop for one test: real database, test gateway, a clock that stands still, typed callers. `await using` closes it and
 * checks its books, so every test that writes ends with clean books (SAFETY rule 30).
 */
export async function openTestShop({ engine = 'sqlite', fault, pictures, checked = true }: TestShopOptions = {}) {
  const db = await openTestDatabase(engine)
  const clock = testClock()
  const random = seededRandom('comptoir')
  const log = pino({ level: 'silent' })
  const open = await openShop(db, {
    ...{ log, secure: false, clock: clock.now, random, cheapPasswords: true, pollMs: null },
    ...(fault && { fault }),
    ...(pictures && { pictures }),
  })
  const { services } = open
  let requests = 0
  /** Someone with these things in the bag; `instead` replaces services for their calls. */
  const visit = (bag: Partial<Bag> = {}, instead: Partial<Services> = {}) => {
    const held: Bag = { ...emptyBag(), ...bag }
    const context = (face: 'shop' | 'admin') =>
      contextOf({ ...services, ...instead }, face, held, `request-${++requests}`)
    return {
      bag: held,
      context,
      shop: shopCaller(() => context('shop')),
      admin: adminCaller(() => context('admin')),
      /** The same caller, with this idempotency key on its calls. */
      with: (key: string | null) => visit({ ...held, key }, instead),
    }
  }
  async function account(
    role: Role,
    { email, password = 'correct horse' }: { email?: string; password?: string } = {},
  ) {
    const now = clock.now()
    const id = makeId('user', now.getTime(), random(16))
    const passwordHash = await services.passwords.hash(password)
    const address = email ?? `${role}-${id.slice(-6)}@email.test`
    const secret = await services.db.write(async (tx) => {
      const user = { id, email: address, name: 'Une personne', phone: '', locale: 'fr' as const, role, passwordHash }
      await people.insert(tx, { ...user, createdAt: now })
      return openSession(tx, { id, role }, 'cookie', { now, random, userAgent: 'test' })
    })
    const user = await findSession(services, secret, 'cookie')
    return { ...visit({ user }), userId: id, email: address, secret }
  }
  return {
    ...{ db: services.db, database: db, url: db.url, services, clock, jobs: open.jobs, open },
    visit,
    /** Someone without an account. */
    guest: () => visit(),
    /** A customer who is signed in. */
    customer: (of: { email?: string; password?: string } = {}) => account('customer', of),
    /** A colleague who is signed in. */
    staff: (role: Exclude<Role, 'customer'> = 'admin', of: { email?: string } = {}) => account(role, of),
    async [Symbol.asyncDispose]() {
      await open.drain()
      const breaches = checked ? await checkBooks(services.db.read) : []
      await db[Symbol.asyncDispose]()
      if (breaches.length > 0)
        throw new Error(
          `the books are not clean:\n${breaches.map((one) => `${one.invariant} ${one.subject}: ${one.words}`).join('\n')}`,
        )
    },
  }
}
export type TestShop = Awaited<ReturnType<typeof openTestShop>>
