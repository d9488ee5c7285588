import type { TestShop } from '@comptoir/api/testing'
import { addProduct, checkoutOf, type Visit } from '@comptoir/api/testing-orders'
import type { Id } from '@comptoir/domain'
import { eq } from 'drizzle-orm'
import type { Deed, Stage } from './interleave.ts'

interface OnGuestOrder {
  id: Id<'order'>
  email: string
  guest: Visit
}
type Instead = Parameters<Deed<OnGuestOrder>>[1]
const word = async (work: Promise<unknown>) => (await work, 'done')

/** A guest's order: it is paid and written about, and becomes part of an account. */
export async function guestStage(shop: TestShop): Promise<Stage<OnGuestOrder>> {
  const good = await addProduct(shop, { stock: 100_000 })
  const colleague = await shop.staff('admin')
  let made = 0
  const as = ({ guest: { bag } }: OnGuestOrder, instead: Instead) => shop.visit({ ...bag }, instead).shop
  const write =
    (body: string): Deed<OnGuestOrder> =>
    (scene, instead) =>
      word(as(scene, instead).support.writeAboutOrder({ id: scene.id, body }))
  return {
    services: shop.services,
    async make() {
      // Each guest has an address of their own: how often one may write is counted by address.
      const place = ++made
      const guest = shop.visit({ address: `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}` })
      const email = `guest-${place}@email.test`
      const cart = await guest.shop.cart.add({ variantId: good.variantId, quantity: 1 })
      const { order } = await guest.shop.orders.checkout(checkoutOf(cart, email))
      return { id: order.id as Id<'order'>, email, guest }
    },
    async read({ id, email }) {
      const { orders, threads, messages, users } = shop.db.read.tables
      const [order] = await shop.db.read.select().from(orders).where(eq(orders.id, id))
      const [account] = await shop.db.read.select().from(users).where(eq(users.email, email))
      const about = await shop.db.read.select().from(threads).where(eq(threads.orderId, id))
      const said = await shop.db.read
        .select({ body: messages.body })
        .from(messages)
        .innerJoin(threads, eq(threads.id, messages.threadId))
        .where(eq(threads.orderId, id))
      return {
        ...{ status: order?.status, kept: order?.userId === account?.id },
        conversations: about.map(({ userId, unreadByStaff }) => [userId === account?.id, unreadByStaff]),
        said: said.map(({ body }) => body).toSorted(),
      }
    },
    deeds: {
      pay: async (scene, instead) =>
        (await as(scene, instead).orders.pay({ id: scene.id, card: 'card_success' })).outcome,
      cancel: (scene, instead) => word(as(scene, instead).orders.cancel({ id: scene.id })),
      'write about it': write('Quand arrive-t-elle ?'),
      'write again': write('Merci.'),
      'keep it in an account': (scene, instead) =>
        word(as(scene, instead).auth.keepOrder({ orderId: scene.id, password: 'correct horse battery' })),
      'cancel for the guest': ({ id }, instead) =>
        word(shop.visit({ ...colleague.bag }, instead).admin.orders.cancel({ id })),
    },
    joins: (first, second) => first === 'pay' && second === 'pay',
  }
}
