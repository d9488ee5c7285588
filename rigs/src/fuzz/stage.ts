import { openSession } from '@comptoir/api/services/sessions'
import { tokenHash, tokenSecret } from '@comptoir/api/services/tokens'
import { anAddress } from '@comptoir/api/testing-orders'
import { type Caller, openWorld, type Procedure, type World } from '@comptoir/api/testing-world'
import * as tokens from '@comptoir/db/stores/tokens'
import type { Engine } from '@comptoir/db/testing'
import { type Id, makeId } from '@comptoir/domain'
import { type Scope, scopes } from '@comptoir/domain/people'
import { startServer } from '../server/start-server.ts'
import type { Draw } from './draw.ts'
import { hostileTexts } from './hostile.ts'
import { poolOf } from './from-schema.ts'
import { canary } from './judge.ts'

const hour = 3_600_000
/** Someone who calls: the headers that say so, and whether staff may see what the rig marked as another person's. */
export interface Badge {
  name: string
  shopper: boolean
  headers: Record<string, string>
}

/** A shop with real data, and its server in a process of its own. `await using` ends the server and checks the books. */
export async function openStage(engine: Engine) {
  const world = await openWorld(engine)
  await markBob(world)
  const { shop, mine, theirs, missing } = world
  const aheadMs = shop.clock.now().getTime() - Date.now()
  const server = await startServer({ databaseUrl: shop.url, aheadMs, alone: true })
  const secrets = await secretsOf(world)
  const texts = [mine, theirs, missing]
    .flatMap((of) => Object.values(of).map(String))
    .filter((text) => !secrets.has(text))
  return {
    ...{ world, server, pool: poolOf([...new Set([...texts, ...known, ...cursors])]) },
    badges: () => badgesOf(world),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await world[Symbol.asyncDispose]()
    },
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>

// What opens another person's things is no input that a stranger has.
const secretsOf = async ({ theirs }: World) =>
  new Set([theirs.accessToken, theirs.reference, theirs.link, theirs.preview])

const known = [
  ...['2026-11-01', '2026-11-30', '2024-02-29', '1900-01-01', '2999-12-31', '2026-12-31', '+33 6 12 34 56 78', '69003'],
  ...[
    'alice@email.test',
    'nouveau@email.test',
    'guest-x@email.test',
    'correct horse',
    'battery staple',
    'FR32123456789',
  ],
  ...[
    'bol',
    'taille',
    'taille:m',
    'couleur:bleu',
    'assiette-7',
    '#a0b0c0',
    '123 456 789',
    '2026-11',
    '4000002500003155',
  ],
  ...['card_success', 'orders.ship', 'products.adjustStock', '/media/none', 'a'.repeat(64), '0', '1', '99999999999999'],
  ...hostileTexts,
]
const cursorOf = (...fields: unknown[]) => Buffer.from(JSON.stringify(fields)).toString('base64url')
const cursors = [
  'products:price_asc',
  'products:popular',
  'products:newest',
  'threads:newest',
  'orders:newest',
  'audit',
].flatMap((list) => [
  cursorOf(list, 5, 'x'),
  cursorOf(list, Number.MAX_SAFE_INTEGER, "'"),
  cursorOf(list, null, {}),
  cursorOf(list),
])

/** What nobody but Bob and the staff may ever be shown carries a word that no request holds. */
async function markBob({ visits: { bob }, theirs }: World): Promise<void> {
  await bob.shop.auth.updateProfile({ name: `${canary} Bob` })
  await bob.shop.addresses.save({ ...anAddress, name: `${canary} Bob` })
  await bob.shop.support.post({ id: theirs.thread, body: `${canary}: rien que pour vous.` })
}

const sessions: readonly Caller[] = ['alice', 'support', 'catalogue', 'finance', 'admin']
const someScopes: readonly Scope[] = ['orders:read', 'cart:write', 'products:write']

/** Fresh badges of everyone: what a call ended meanwhile stands again. */
async function badgesOf({ shop: { services, clock }, visits, mine }: World): Promise<Badge[]> {
  const badges: Badge[] = [
    { name: 'nobody', shopper: true, headers: { 'cart-token': 'new' } },
    {
      name: 'a guest with an order',
      shopper: true,
      headers: { 'order-access': `${mine.guestOrder}.${mine.accessToken}` },
    },
    { name: 'a badge of nobody', shopper: true, headers: { authorization: `Bearer tk_${'a'.repeat(32)}` } },
  ]
  const now = clock.now()
  for (const caller of sessions) {
    const { user } = visits[caller].bag
    if (user === null) throw new Error(`${caller} is signed in`)
    const by = { now, random: services.random, userAgent: 'fuzz' }
    const shopper = caller === 'alice'
    const secret = await services.db.write((tx) => openSession(tx, user, shopper ? 'token' : 'cookie', by))
    const session = { name: caller, shopper }
    if (shopper) badges.push({ ...session, headers: { authorization: `Bearer ${secret}` } })
    else badges.push({ ...session, headers: { cookie: `comptoir_session=${secret}` } })
    if (caller === 'catalogue' || caller === 'finance') continue
    for (const [name, of] of [
      ['every', scopes],
      ['some', someScopes],
    ] as const) {
      const token = await tokenOf(user.id, of)
      badges.push({
        name: `${caller}’s token of ${name} scope`,
        shopper,
        headers: { authorization: `Bearer ${token}` },
      })
    }
  }
  return badges

  async function tokenOf(userId: Id<'user'>, of: readonly Scope[]): Promise<string> {
    const id = makeId('token', now.getTime(), services.random(16))
    const secret = tokenSecret('personal', 'fuzz', id)
    const row = { id, kind: 'personal' as const, name: 'fuzz', hint: '', scopes: [...of], userId, createdById: userId }
    const until = { createdAt: now, endsAt: new Date(now.getTime() + hour) }
    await services.db.write((tx) => tokens.insert(tx, { ...row, ...until, secretHash: tokenHash(secret) }))
    return secret
  }
}

/** Whoever calls: as often as not one who may. */
export function callerOf({ face }: Procedure, badges: readonly Badge[], draw: Draw): Badge {
  const name = face === 'shop' ? 'alice' : 'admin'
  const tokensToo = draw.oneIn(3)
  const fit = badges.filter((one) => (tokensToo ? one.name.startsWith(name) : one.name === name))
  return draw.oneIn(3) ? draw.pick(badges) : draw.pick(fit)
}
