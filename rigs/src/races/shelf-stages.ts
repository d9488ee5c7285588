import { createHash } from 'node:crypto'
import type { TestShop } from '@comptoir/api/testing'
import { addProduct, anAddress, checkoutOf, minute, type Visit } from '@comptoir/api/testing-orders'
import type { Id } from '@comptoir/domain'
import { eq } from 'drizzle-orm'
import type { Deed, Stage } from './interleave.ts'

type Instead = Parameters<Deed<unknown>>[1]
const word = async (work: Promise<unknown>) => (await work, 'done')
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
const again = (shop: TestShop, { bag }: Visit, instead: Instead) => shop.visit({ ...bag }, instead)

interface OnCart {
  guest: Visit
  /** Who may sign in with this cart in hand; a cart waits in the account too. */
  account: Awaited<ReturnType<TestShop['customer']>>
  lineId: Id<'line'>
  input: ReturnType<typeof checkoutOf>
}

/** A guest's cart, and everything that two pages of one browser may do to it. */
export async function cartStage(shop: TestShop): Promise<Stage<OnCart>> {
  const [bowl, plate] = [await addProduct(shop, { stock: 100_000 }), await addProduct(shop, { stock: 100_000 })]
  let made = 0
  const on = ({ guest }: OnCart, instead: Instead) => again(shop, guest, instead).shop
  return {
    services: shop.services,
    async make() {
      // Each has an address of their own: how often one may sign in is counted by address.
      const place = ++made
      const address = `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}`
      const [guest, account] = [shop.visit({ address }), await shop.customer()]
      await account.shop.cart.add({ variantId: plate.variantId })
      const cart = await guest.shop.cart.add({ variantId: bowl.variantId, quantity: 2 })
      return { guest, account, lineId: cart.lines[0]?.id as Id<'line'>, input: checkoutOf(cart) }
    },
    async read({ guest, account }) {
      const { carts, orders, orderLines } = shop.db.read.tables
      const { quote, lines } = await guest.shop.cart.get()
      const tokenHash = hashOf(guest.bag.cartToken ?? '')
      const [cart] = await shop.db.read.select().from(carts).where(eq(carts.tokenHash, tokenHash))
      const bought = await shop.db.read
        .select({ variantId: orderLines.variantId, quantity: orderLines.quantity })
        .from(orderLines)
        .innerJoin(orders, eq(orders.id, orderLines.orderId))
        .where(eq(orders.cartId, cart?.id ?? 'cart_'))
      const left = lines.map(({ variantId, quantity }) => `${quantity} ${variantId}`).toSorted()
      const merged = (await account.shop.cart.get()).lines.map((one) => `${one.quantity} ${one.variantId}`).toSorted()
      return { state: cart?.state, left, cents: quote.totalCents, bought, merged }
    },
    deeds: {
      'add the same': (scene, instead) => word(on(scene, instead).cart.add({ variantId: bowl.variantId })),
      'add another': (scene, instead) => word(on(scene, instead).cart.add({ variantId: plate.variantId })),
      'set to five': (scene, instead) =>
        word(on(scene, instead).cart.setQuantity({ lineId: scene.lineId, quantity: 5 })),
      remove: (scene, instead) => word(on(scene, instead).cart.remove({ lineId: scene.lineId })),
      clear: (scene, instead) => word(on(scene, instead).cart.clear()),
      'sign in': (scene, instead) =>
        word(on(scene, instead).auth.login({ email: scene.account.email, password: 'correct horse' })),
      order: async (scene, instead) =>
        `${(await on(scene, instead).orders.checkout(scene.input)).order.lines.length} lines`,
    },
  }
}

interface OnShelf {
  productId: Id<'product'>
  variantId: Id<'variant'>
  /** As a colleague's page shows it. */
  product: { id: Id<'product'>; slug: string; version: number; variantId: Id<'variant'>; sku: string | null }
  carts: { guest: Visit; input: ReturnType<typeof checkoutOf> }[]
  sold: Id<'order'>
}

/** The last piece of a product, and everyone who wants it, or changes what it is. */
export async function shelfStage(shop: TestShop): Promise<Stage<OnShelf>> {
  const alice = await shop.customer()
  const [staff, office] = [await shop.staff('catalogue'), await shop.staff('admin')]
  const admin = (instead: Instead) => again(shop, staff, instead).admin
  const orders = (instead: Instead) => again(shop, office, instead).admin.orders
  const text = { name: 'Bol', line: '', description: '', facts: [], keywords: '' }
  const edit =
    (priceCents: number): Deed<OnShelf> =>
    async ({ product: { id, slug, version, variantId, sku } }, instead) => {
      const shown = { category: null, state: 'published', vatCategory: 'standard', popularity: 0 } as const
      const draft = { ...shown, slug, texts: { fr: text, en: text }, options: [] }
      return word(
        admin(instead).products.update({ ...draft, id, version, variants: [{ id: variantId, sku, priceCents }] }),
      )
    }
  const buy =
    (which: number): Deed<OnShelf> =>
    ({ carts }, instead) => {
      const one = carts[which]
      if (one === undefined) throw new Error('nobody has this cart')
      return word(again(shop, one.guest, instead).shop.orders.checkout(one.input))
    }
  return {
    services: shop.services,
    async make() {
      // Two pieces: one is sold and could come back, one is left for everybody.
      const { id, slug, variantId } = await addProduct(shop, { stock: 2 })
      const { version, variants } = await staff.admin.products.get({ id })
      const carts = []
      for (let i = 0; i < 2; i++) {
        const guest = shop.guest()
        carts.push({ guest, input: checkoutOf(await guest.shop.cart.add({ variantId })) })
      }
      const cart = await alice.shop.cart.add({ variantId })
      const { order } = await alice.shop.orders.checkout(checkoutOf(cart))
      const sold = order.id as Id<'order'>
      await alice.shop.orders.pay({ id: sold, card: 'card_success' })
      const product = { id, slug, version, variantId, sku: variants[0]?.sku ?? null }
      return { productId: id, variantId, product, carts, sold }
    },
    async read({ productId, variantId, sold }) {
      const { variants, products, orders, orderLines } = shop.db.read.tables
      const [row] = await shop.db.read.select().from(variants).where(eq(variants.id, variantId))
      const [product] = await shop.db.read.select().from(products).where(eq(products.id, productId))
      const [first] = await shop.db.read.select().from(orders).where(eq(orders.id, sold))
      const ordered = await shop.db.read.$count(orderLines, eq(orderLines.variantId, variantId))
      const { onHand, allocated, priceCents } = row ?? {}
      return {
        onHand,
        allocated,
        priceCents,
        state: product?.state,
        shown: product?.inStock,
        ordered,
        first: first?.status,
      }
    },
    deeds: {
      buy: buy(0),
      'buy too': buy(1),
      'buy in one request': async ({ variantId }, instead) => {
        const { termsVersion } = await shop.guest().shop.cart.get()
        const input = { email: 'camille@email.test', address: anAddress, termsVersion, card: 'card_success' }
        const lines = [{ variantId, quantity: 1 }]
        const placed = await shop.visit({}, instead).shop.orders.place({ ...input, lines, expectedTotalCents: 1690 })
        return placed.outcome
      },
      'give the sold one back': ({ sold }, instead) =>
        word(again(shop, alice, instead).shop.orders.cancel({ id: sold })),
      'send the sold one': ({ sold }, instead) => word(orders(instead).ship({ id: sold })),
      'refund the sold one': ({ sold }, instead) => word(orders(instead).refund({ id: sold })),
      'take one off the shelf': ({ variantId }, instead) =>
        word(admin(instead).products.adjustStock({ variantId, change: -1, reason: 'casse' })),
      'put one on the shelf': ({ variantId }, instead) =>
        word(admin(instead).products.adjustStock({ variantId, change: 1, reason: 'livraison' })),
      archive: ({ productId }, instead) => word(admin(instead).products.archive({ id: productId })),
      'change its price': edit(900),
      'take its pictures off': ({ product: { id, version } }, instead) =>
        word(admin(instead).products.setImages({ id, version, images: [] })),
    },
    onlyOne: (first, second) => [first, second].every((name) => seenAtVersion.includes(name)),
  }
}
/** Deeds on a product as a colleague's page shows it. */
const seenAtVersion = ['change its price', 'take its pictures off']

interface OnThread {
  id: Id<'thread'>
}

/** A conversation, with its customer and two colleagues in it. */
export async function threadStage(shop: TestShop): Promise<Stage<OnThread>> {
  const alice = await shop.customer()
  const [one, two] = [await shop.staff('admin'), await shop.staff('support')]
  const colleague = (instead: Instead) => again(shop, one, instead).admin.support
  const other = (instead: Instead) => again(shop, two, instead).admin.support
  const customer = (instead: Instead) => again(shop, alice, instead).shop.support
  return {
    services: shop.services,
    async make() {
      // Past the hour in which a customer may write so often.
      shop.clock.advance(61 * minute)
      const { id } = await alice.shop.support.create({ subject: 'Bonjour', body: 'Une question.' })
      return { id: id as Id<'thread'> }
    },
    async read({ id }) {
      const { threads, messages } = shop.db.read.tables
      const [row] = await shop.db.read.select().from(threads).where(eq(threads.id, id))
      const said = await shop.db.read.select().from(messages).where(eq(messages.threadId, id))
      const { state, assigneeId, unreadByStaff, unreadByCustomer } = row ?? {}
      return { state, assigneeId, unreadByStaff, unreadByCustomer, said: said.map(({ body }) => body).toSorted() }
    },
    deeds: {
      'write more': ({ id }, instead) => word(customer(instead).post({ id, body: 'Encore une chose.' })),
      'hand to nobody': ({ id }, instead) => word(colleague(instead).assign({ id, assigneeId: null })),
      write: ({ id }, instead) => word(customer(instead).post({ id, body: 'Merci.' })),
      read: ({ id }, instead) => word(customer(instead).read({ id })),
      answer: ({ id }, instead) => word(colleague(instead).reply({ id, body: 'Elle arrive.' })),
      'read in the console': ({ id }, instead) => word(colleague(instead).read({ id })),
      close: ({ id }, instead) => word(colleague(instead).close({ id })),
      reopen: ({ id }, instead) => word(other(instead).reopen({ id })),
      'take over': ({ id }, instead) => word(other(instead).assign({ id, assigneeId: two.userId })),
    },
  }
}
