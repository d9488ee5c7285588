import type { Writer } from '@comptoir/db'
import * as carts from '@comptoir/db/stores/carts'
import * as catalog from '@comptoir/db/stores/catalog'
import type { Id, Locale } from '@comptoir/domain'
import { type CartNotice, mergeCarts } from '@comptoir/domain/cart'
import type { Fresh } from '../../change.ts'

/**
 * Joins a guest's cart to the account's, inside login or register: quantities add up, what does not fit is a notice, and the guest's cart
 * is closed in the same transaction, so that a repeated login counts nothing twice. RULES 4.9.
 */
export async function mergeGuestCart(
  tx: Writer,
  who: { tokenHash: string; userId: Id<'user'>; locale: Locale },
  fresh: Fresh,
): Promise<CartNotice[]> {
  const guest = await carts.takeOpen(tx, { tokenHash: who.tokenHash })
  if (guest === undefined || guest.lines.length === 0) return []
  const account = await carts.takeOrOpen(tx, { userId: who.userId }, { id: fresh.id('cart'), now: fresh.now })
  if (account === undefined) throw new Error('an account always has a cart to open')
  const variantIds = [...guest.lines, ...account.lines].map(({ variantId }) => variantId)
  const offers = await catalog.offersFor(tx, variantIds, who.locale)
  const lineIds = guest.lines.map(() => fresh.id('line'))
  const { cart, notices } = mergeCarts(guest, account, offers, { lineIds })
  await carts.saveLines(tx, cart, fresh.now)
  await carts.closeMerged(tx, guest.id, account.id)
  return notices
}
