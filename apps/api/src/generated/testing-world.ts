import * as imports from '@comptoir/db/stores/imports'
import * as pictures from '@comptoir/db/stores/pictures'
import * as unmatchedMoney from '@comptoir/db/stores/unmatched-money'
import type { Engine } from '@comptoir/db/testing'
import { cents, type Id, makeId } from '@comptoir/domain'
import { adminRouter } from '../admin-router.ts'
import { shopRouter } from '../shop-router.ts'
import { addProduct, anAddress, checkoutOf, order, orderPaid, type Visit } from '../testing-orders.ts'
import { openTestShop, type TestShop } from '../testing.ts'
import { adminSamples, password, type Sample, shopSamples, type SeenCart, type Subjects } from './testing-samples.ts'

export type Face = 'shop' | 'admin'
/** A procedure with its sample, as the walks use it: which input belongs to which path was checked where samples are written. */
export interface Procedure {
  face: Face
  path: string
  kind: 'query' | 'mutation' | 'subscription'
  sample: Sample<unknown>
}
const records = { shop: shopRouter._def.procedures, admin: adminRouter._def.procedures }
const samples: Record<Face, Record<string, Sample<unknown>>> = { shop: shopSamples, admin: adminSamples }

/** Every procedure of both roots. */
export const procedures: Procedure[] = (['shop', 'admin'] as const).flatMap((face) =>
  Object.entries(records[face]).map(([path, { _def }]) => {
    const sample = samples[face][path]
    if (sample === undefined) throw new Error(`${face}.${path} has no sample`)
    return { face, path, kind: _def.type, sample }
  }),
)
export const mutations = procedures.filter((one) => one.kind === 'mutation')

export const callers = ['nobody', 'alice', 'bob', 'support', 'catalogue', 'finance', 'admin'] as const
export type Caller = (typeof callers)[number]

/** A shop with two customers who have the same of everything, a guest, and a colleague of each role; everyone has a cart. */
export async function openWorld(engine: Engine = 'sqlite') {
  const shop = await openTestShop({ engine })
  const colleague = (role: 'support' | 'catalogue' | 'finance') => shop.staff(role)
  const alice = await shop.customer({ email: 'alice@email.test' })
  const bob = await shop.customer({ email: 'bob@email.test' })
  const visits: Record<Caller, Visit> = {
    ...{ nobody: shop.guest(), alice, bob },
    ...{ support: await colleague('support'), catalogue: await colleague('catalogue') },
    ...{ finance: await colleague('finance'), admin: await shop.staff('admin', { email: 'admin@email.test' }) },
  }
  const carts = {} as Record<Caller, SeenCart>
  const spare = await addProduct(shop, { stock: 50 })
  const mine = await subjectsOf(shop, alice, alice.userId, visits.admin)
  const theirs = await subjectsOf(shop, bob, bob.userId, visits.admin)
  for (const caller of callers) {
    const cart = await visits[caller].shop.cart.add({ variantId: spare.variantId })
    carts[caller] = { hash: cart.quote.hash, totalCents: cart.quote.totalCents }
    if (caller === 'alice') mine.line = cart.lines[0]?.id as Id<'line'>
    if (caller === 'bob') theirs.line = cart.lines[0]?.id as Id<'line'>
  }
  const at = shop.clock.now().getTime()
  const none = <K extends Parameters<typeof makeId>[0]>(kind: K) => makeId(kind, at, new Uint8Array(16).fill(7))
  const missing: Subjects = {
    ...{ product: none('product'), variant: none('variant'), line: none('line'), created: none('order') },
    ...{ paid: none('order'), shipped: none('order'), payment: none('payment'), thread: none('thread') },
    ...{ guestOrder: none('order'), reference: 'C2222222', accessToken: 'nothing-that-opens-any-order' },
    ...{ preview: 'nothing-that-opens-any-draft', picture: '/media/none', importFile: none('import') },
    importedFile: none('import'),
    ...{ answer: none('answer'), colleague: none('user'), link: 'nothing-that-opens-any-account' },
    ...{ customer: none('user'), address: none('address'), session: none('session'), word: 'rien' },
    ...{ token: none('token'), app: none('user'), appToken: none('token') },
  }
  return { ...{ shop, visits, carts, mine, theirs, missing }, [Symbol.asyncDispose]: () => shop[Symbol.asyncDispose]() }
}
export type World = Awaited<ReturnType<typeof openWorld>>

async function subjectsOf(shop: TestShop, visit: Visit, customer: Id<'user'>, admin: Visit): Promise<Subjects> {
  const bowl = await addProduct(shop, { stock: 50 })
  const created = await order(visit, bowl)
  const paid = await orderPaid(visit, bowl)
  const shipped = await orderPaid(visit, bowl)
  await admin.admin.orders.ship({ id: shipped.id })
  const thread = await visit.shop.support.create({ subject: 'Bonjour', body: 'Une question.' })
  const word = customer.slice(-6)
  const invited = await admin.admin.staff.invite({ email: `staff-${word}@email.test`, role: 'support' })
  const answers = await admin.admin.support.saveAnswer({ title: word, body: 'Merci.', locale: 'fr' })
  const answer = answers.items.find(({ title }) => title === word)?.id as Id<'answer'>
  // Changes of the conversation, for whoever follows it.
  await admin.admin.support.close({ id: thread.id })
  await admin.admin.support.reopen({ id: thread.id })
  const payment = await moneyAside(shop, { orderId: created.id, word })
  const kept = await guestOrder(shop, bowl, `guest-${word}@email.test`)
  const preview = await admin.admin.products.previewLink({ id: bowl.id })
  const picture = `/media/${word}`
  const on = { width: 1, height: 1, createdById: customer, createdAt: shop.clock.now() }
  await shop.db.write((tx) => pictures.insert(tx, { path: picture, ...on }))
  const files = await filesOf(shop, admin, { actorId: customer, word })
  const book = await visit.shop.addresses.save(anAddress)
  const { items: sessions } = await visit.shop.auth.sessions()
  const programs = await programsOf(visit, admin, word)
  return {
    ...kept,
    ...programs,
    ...{ preview: preview.token, picture, ...files },
    ...{ answer, colleague: invited.colleague.id as Id<'user'>, link: invited.token },
    ...{ address: book.items[0]?.id as Id<'address'>, session: sessions[0]?.id as Id<'session'> },
    ...{ product: bowl.id, variant: bowl.variantId, line: 'line_', customer, word },
    ...{ created: created.id, paid: paid.id, shipped: shipped.id, payment },
    thread: thread.id as Id<'thread'>,
  }
}

/** Money that came for an order and does not fit it. */
async function moneyAside(shop: TestShop, { orderId, word }: { orderId: Id<'order'>; word: string }) {
  const at = shop.clock.now()
  const id = makeId('payment', at.getTime(), Buffer.from(word))
  const money = { amountCents: cents(100), currency: 'EUR', reference: word, at }
  await shop.db.write((tx) => unmatchedMoney.keep(tx, { id, orderId }, money))
  return id
}

/** A file of products that was checked, and one that is in the catalogue. */
async function filesOf(shop: TestShop, admin: Visit, { actorId, word }: { actorId: Id<'user'>; word: string }) {
  const at = shop.clock.now()
  const idOf = (text: string) => makeId('import', at.getTime(), Buffer.from(text))
  const [importFile, importedFile] = [idOf(word), idOf(`${word}-in`)]
  const heading = 'Handle,Title,Variant Price\n'
  await shop.db.write(async (tx) => {
    const file = { fileName: `${word}.csv`, actorId, at }
    await imports.insert(tx, { ...file, id: importFile, text: `${heading}bol,Bol,9\n` })
    await imports.insert(tx, { ...file, id: importedFile, text: heading })
  })
  for (const id of [importFile, importedFile]) await admin.admin.imports.check({ id })
  await shop.db.write(async (tx) => {
    await imports.start(tx, importedFile, at)
    await imports.finish(tx, importedFile, 'done', at)
  })
  return { importFile, importedFile }
}

/** A token of a person, an app and a token of it. */
async function programsOf(visit: Visit, admin: Visit, word: string) {
  const wanted = { name: word, endsOn: '2026-12-31', password }
  const own = await visit.shop.tokens.create({ ...wanted, scopes: ['orders:read'] })
  const { items } = await admin.admin.apps.create({ name: word, role: 'support' })
  const app = items.find(({ name }) => name === word)?.id as Id<'user'>
  const appToken = await admin.admin.apps.addToken({ ...wanted, appId: app, scopes: ['orders:read'] })
  return { token: own.token.id as Id<'token'>, app, appToken: appToken.token.id as Id<'token'> }
}

async function guestOrder(shop: TestShop, bowl: { variantId: Id<'variant'> }, email: string) {
  const guest = shop.visit({ tokensBy: 'header' })
  const cart = await guest.shop.cart.add({ variantId: bowl.variantId })
  const placed = await guest.shop.orders.checkout(checkoutOf(cart, email))
  const { id, reference } = placed.order
  // For whoever follows what is written about it.
  await guest.shop.support.writeAboutOrder({ id, accessToken: placed.accessToken ?? '', body: 'Une question.' })
  return { guestOrder: id as Id<'order'>, reference, accessToken: placed.accessToken ?? '' }
}

type Call = (input: unknown) => Promise<unknown>
/** Calls a procedure by its path; a subscription is opened and its first event answered. */
export async function call(visit: Visit, { face, path, kind }: Procedure, input: unknown): Promise<unknown> {
  const [feature = '', name = ''] = path.split('.')
  const door: object = Reflect.get(visit[face], feature)
  const work: Call = Reflect.get(door, name)
  const answer = await work(input)
  if (kind !== 'subscription') return answer
  const stream = (answer as AsyncIterable<unknown>)[Symbol.asyncIterator]()
  try {
    return (await stream.next()).value
  } finally {
    await stream.return?.()
  }
}
