import * as tokens from '@comptoir/db/stores/tokens'
import { type Id, makeId } from '@comptoir/domain'
import { createServer } from '../server.ts'
import { openSession } from '../services/sessions.ts'
import { tokenHash, tokenSecret } from '../services/tokens.ts'
import { publicOrigin } from '../testing-server.ts'
import { type Cell, scopesOn } from './testing-expected.ts'
import type { Procedure, World } from './testing-world.ts'

/** A world behind its server; whoever calls may come with a session, or with a token of any scopes. */
export async function openDoor(world: World) {
  const { services, clock } = world.shop
  const app = await createServer(services, {
    ...{ publicUrl: new URL(publicOrigin), corsOrigins: [], cookieSecret: 'c'.repeat(40), proxyHops: 0 },
    ...{ production: true, ready: async () => true },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  let made = 0
  /** What the caller of a cell shows: a fresh session, or a fresh token. */
  async function badgeOf(
    one: Procedure,
    { caller, badge }: Pick<Cell, 'caller' | 'badge'>,
  ): Promise<Record<string, string>> {
    const { user, cartToken } = world.visits[caller].bag
    if (user === null) return cartToken === null ? {} : { 'cart-token': cartToken }
    const now = clock.now()
    if (badge === 'session') {
      const by = { now, random: services.random, userAgent: 'test' }
      return { cookie: `comptoir_session=${await services.db.write((tx) => openSession(tx, user, 'cookie', by))}` }
    }
    const id: Id<'token'> = makeId('token', now.getTime() + made++, new Uint8Array(16))
    const secret = tokenSecret('personal', 'matrix', id)
    // Wider than its holder where the cell asks for it, as a token is whose holder was demoted.
    const row = { id, kind: 'personal' as const, name: badge, hint: '', scopes: scopesOn(badge, one) }
    const of = { userId: user.id, createdById: user.id, createdAt: now, endsAt: new Date(now.getTime() + 3_600_000) }
    await services.db.write((tx) => tokens.insert(tx, { ...row, ...of, secretHash: tokenHash(secret) }))
    return { authorization: `Bearer ${secret}` }
  }
  return { server: { app, url }, badgeOf, [Symbol.asyncDispose]: () => app.close() }
}
export type Door = Awaited<ReturnType<typeof openDoor>>
