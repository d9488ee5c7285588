import { createAdminClient, createShopClient, type Tokens } from '@comptoir/client'
import type { Page } from 'playwright-core'
import { shopping } from './shopping.ts'
import type { BuiltShop } from './shop.ts'
import type { Words } from './words.ts'

export type Who = 'nobody' | 'alice' | 'bob' | 'charlie' | 'staff' | 'support'
/** What brings a page into the state that is pictured. */
type Prepare = (page: Page, words: Words) => Promise<unknown>
export type Pictured = readonly [who: Who, address: string, prepare?: Prepare]

/** Who signs in, and where. */
export const accounts = {
  alice: { face: 'shop', email: 'alice@email.test', password: 'password123' },
  bob: { face: 'shop', email: 'bob@email.test', password: 'password123' },
  charlie: { face: 'shop', email: 'charlie@email.test', password: 'password123' },
  staff: { face: 'admin', email: 'admin@ecom.test', password: 'admin123' },
  support: { face: 'admin', email: 'lea@example.test', password: 'une longue phrase de passe' },
} as const

const cream = 'creme-pour-les-mains'
const plain = 'couteau-d-office'

/** Every page of the shop and of the console by the name of its picture, on the demo's content. */
export async function picturedPages(shop: BuiltShop): Promise<Record<string, Pictured>> {
  const orderOf = async (email: string) => (await shop.staff.orders.list.query({ email })).items[0]
  const [delivered, paid] = [await orderOf('alice@email.test'), await orderOf('bob@email.test')]
  const { id: creamId } = await shop.guest.catalog.get.query({ id: cream })
  const { id: plainId } = await shop.guest.catalog.get.query({ id: plain })
  const [customer] = (await shop.staff.customers.list.query({ search: 'bob' })).items
  const [thread] = (await shop.staff.support.list.query({})).items
  const preview = await shop.staff.products.previewLink.mutate({ id: creamId })
  const invited = await shop.staff.staff.invite.mutate({ email: 'noe@example.test', name: 'Noé', role: 'finance' })
  return {
    home: ['nobody', '/'],
    list: ['nobody', '/products'],
    shelf: ['nobody', '/products?category=vetements&inStock=true&minCents=1000'],
    'nothing-found': ['nobody', '/products?search=zzzz'],
    suggestions: ['nobody', '/', (page, { m }) => suggest(page, m('search'))],
    product: ['nobody', `/products/${cream}`],
    'product-plain': ['nobody', `/products/${plain}`],
    'product-reduced': ['nobody', '/products/carafe'],
    gone: ['nobody', `/products/${await withdrawn(shop)}`],
    'seen-lately': ['nobody', `/products/${plain}`, (page, { m }) => lookAgain(page, m('search'))],
    preview: ['nobody', `/preview/${preview.token}`],
    'cart-empty': ['nobody', '/cart'],
    'cart-drawer': ['charlie', `/products/${cream}`, (page, { m }) => press(page, m('add_to_cart'), 'dialog')],
    cart: ['charlie', '/cart'],
    checkout: ['charlie', '/checkout'],
    'checkout-errors': ['charlie', '/checkout', (page, { m }) => press(page, m('order_with_obligation'))],
    terms: ['charlie', '/checkout', (page, { m }) => press(page, m('terms'), 'dialog')],
    'sign-in': ['nobody', '/sign-in'],
    register: ['nobody', '/sign-in?mode=register'],
    'find-order': ['nobody', '/find-order'],
    developers: ['nobody', '/developers'],
    refusals: ['nobody', '/developers/refusals'],
    refusal: ['nobody', '/developers/refusals/out_of_stock'],
    account: ['alice', '/account'],
    'account-address': ['alice', '/account', (page, { m }) => press(page, m('add_address'), 'dialog')],
    'account-erase': ['alice', '/account', (page, { m }) => press(page, m('erase_account'), 'dialog')],
    'account-saved': ['alice', '/account', (page, { m }) => pressForNews(page, m('save'))],
    tokens: ['alice', '/account/tokens'],
    'token-new': ['alice', '/account/tokens', (page, { m }) => press(page, m('token_new'), 'dialog')],
    orders: ['alice', '/orders'],
    order: ['alice', `/orders/${delivered?.id}`],
    'order-paid': ['bob', `/orders/${paid?.id}`],
    'order-cancel': ['bob', `/orders/${paid?.id}`, (page, { m }) => press(page, m('cancel_order'), 'dialog')],
    invoice: ['alice', `/orders/${delivered?.id}/invoice`],
    support: ['alice', '/support'],
    'support-thread': ['alice', `/support/${thread?.id}`],
    offline: ['charlie', '/offline', (page) => page.evaluate(loseNetwork)],
    'legal-terms': ['nobody', '/legal/terms'],
    'legal-privacy': ['nobody', '/legal/privacy'],
    'legal-withdrawal': ['nobody', '/legal/withdrawal'],
    'not-found': ['nobody', '/products/nowhere'],
    // Guests, each language with a cart of its own.
    pay: ['nobody', '/cart', (page) => orderAndPay(page)],
    'pay-declined': ['nobody', '/cart', (page) => orderAndPay(page, 'card_declined')],
    'pay-code': ['nobody', '/cart', (page) => orderAndPay(page, 'card_second_step')],
    'keep-order': ['nobody', '/cart', (page) => orderAndPay(page, 'card_success')],
    'console-sign-in': ['nobody', '/admin/sign-in'],
    'console-invite': ['nobody', `/admin/invite#${invited.token}`],
    'console-start': ['staff', '/admin'],
    'console-orders': ['staff', '/admin/orders'],
    'console-orders-chosen': ['staff', '/admin/orders', (page, { m }) => page.getByLabel(m('select_all')).check()],
    'console-orders-none': ['staff', '/admin/orders?email=nobody@example.test'],
    'console-order': ['staff', `/admin/orders/${paid?.id}`],
    'console-order-delivered': ['staff', `/admin/orders/${delivered?.id}`],
    'console-ship': ['staff', `/admin/orders/${paid?.id}`, (page, { m }) => press(page, m('action_ship'), 'dialog')],
    'console-refund': [
      'staff',
      `/admin/orders/${paid?.id}`,
      (page, { m }) => press(page, m('action_refund'), 'dialog'),
    ],
    'console-products': ['staff', '/admin/products'],
    'console-product': ['staff', `/admin/products/${creamId}`],
    'console-conflict': ['staff', `/admin/products/${plainId}`, (page, words) => conflict(shop, page, plainId, words)],
    'console-new-product': ['staff', '/admin/products/new'],
    'console-imports': ['staff', '/admin/imports'],
    'console-import': ['staff', '/admin/imports', (page, { m }) => checkFile(page, m)],
    'console-support': ['staff', '/admin/support'],
    'console-answers': ['staff', '/admin/support', (page, { m }) => press(page, m('saved_answers'), 'dialog')],
    'console-thread': ['staff', `/admin/support/${thread?.id}`],
    'console-money': ['staff', '/admin/money'],
    'console-money-settle': ['staff', '/admin/money', (page, { m }) => press(page, m('settle_money'), 'dialog')],
    'console-figures': ['staff', '/admin/figures'],
    'console-customers': ['staff', '/admin/customers'],
    'console-customer': ['staff', `/admin/customers/${customer?.id}`],
    'console-staff': ['staff', '/admin/staff'],
    'console-invite-dialog': ['staff', '/admin/staff', (page, { m }) => press(page, m('invite'), 'dialog')],
    'console-apps': ['staff', '/admin/apps'],
    'console-audit': ['staff', '/admin/audit'],
    'console-settings': ['staff', '/admin/settings'],
    'console-settings-saved': ['staff', '/admin/settings', (page, { m }) => pressForNews(page, m('save'))],
    'console-system': ['staff', '/admin/system'],
    'console-not-found': ['staff', '/admin/orders/nowhere'],
    'console-forbidden': ['support', '/admin/settings'],
  }
}

/** What the pictures show besides the demo: a colleague with one role, a saved answer, a conversation, money that fits no order. */
export async function prepareShop(shop: BuiltShop): Promise<void> {
  const { email, password } = accounts.support
  const { token } = await shop.staff.staff.invite.mutate({ email, name: 'Léa Martin', role: 'support' })
  const stranger = createAdminClient({ url: shop.address, tokens: {} })
  await stranger.auth.acceptInvite.mutate({ token, password, session: 'token' })
  const body = 'Bonjour, votre colis part demain. Vous recevrez son numéro de suivi sur la page de la commande.'
  await shop.staff.support.saveAnswer.mutate({ locale: 'fr', title: 'Délai', body })
  const tokens: Tokens = {}
  const alice = createShopClient({ url: shop.address, tokens })
  const { email: of, password: word } = accounts.alice
  tokens.bearer = (await alice.auth.login.mutate({ email: of, password: word, session: 'token' })).token
  const [order] = (await alice.orders.list.query({})).items
  const question = { subject: 'Le miel est-il de cette année ?', body: 'Bonjour, de quand date la récolte ?' }
  const { id } = await alice.support.create.mutate({ ...question, ...(order ? { orderId: order.id } : {}) })
  await shop.staff.support.reply.mutate({ id, body: 'Bonjour Alice, de juillet. Bonne dégustation !' })
  await alice.support.post.mutate({ id, body: 'Merci beaucoup pour votre réponse.' })
  for (const reference of ['ch_3QK9d2Vn', 'ch_3QK9f7Zb']) shop.putAside(order?.id ?? '', reference)
  const [late] = (await shop.staff.unmatchedMoney.list.query({})).items
  const note = 'Rendu chez le prestataire, référence re_88213 ; le client a été prévenu par e-mail.'
  await shop.staff.unmatchedMoney.settle.mutate({ id: late?.id ?? '', note })
}

// Runs in the page: it is told what it is told when no answer came. The network stays, for the next picture.
function loseNetwork() {
  document.documentElement.dataset['offline'] = ''
  dispatchEvent(new Event('offline'))
}

async function press(page: Page, name: string, awaited?: 'dialog') {
  await page.getByRole('button', { name, exact: true }).first().click()
  if (!awaited) return
  await page.getByRole('dialog').waitFor()
  await page.locator('dialog .bone').first().waitFor({ state: 'detached' })
}

/** What is said at the foot of the page stays there: its time does not begin to run. */
async function pressForNews(page: Page, name: string) {
  await page.evaluate(() => {
    const { setTimeout: later } = globalThis
    const short = (work: () => void, ms = 0) => (ms > 5000 ? 0 : later(work, ms))
    Object.assign(globalThis, { setTimeout: short })
  })
  await press(page, name)
  await page.locator('.toast').waitFor()
}

async function suggest(page: Page, label: string) {
  await page.getByRole('combobox', { name: label }).pressSequentially('ca')
  await page.getByRole('option').first().waitFor()
}

/** A product that was on the shelf and has left it; answers its slug. */
async function withdrawn({ staff }: BuiltShop): Promise<string> {
  const slug = 'pinceau-de-martre'
  const { id } = await staff.products.create.mutate({
    ...{ slug, category: 'papeterie', state: 'published', vatCategory: 'standard' },
    texts: { fr: { name: 'Pinceau de martre' }, en: { name: 'Sable brush' } },
    variants: [{ sku: 'PIN-M', priceCents: 1850, compareAtCents: null, values: [], stock: 2 }],
  })
  await staff.products.archive.mutate({ id })
  return slug
}

/** A second product is opened, then the search is asked what was looked at. */
async function lookAgain(page: Page, label: string) {
  await page.goto(page.url().replace(plain, cream))
  await page.getByRole('combobox', { name: label }).focus()
  await page.getByRole('option').first().waitFor()
}

/** From a cart to what the payment page, or the order, says of a card. */
async function orderAndPay(page: Page, card?: string) {
  const locale = new URL(page.url()).pathname.startsWith('/en') ? 'en' : 'fr'
  const does = shopping(page, locale)
  await does.takes(cream)
  await does.fillsCheckout({ name: 'Une Passante', email: 'passante@example.test' })
  await does.orders()
  if (card === undefined) return
  await page.locator(`[value=${card}]`).check()
  if (card === 'card_success') return does.pays()
  await does.payButton.click()
  await page.locator('form .notice').waitFor()
}

async function conflict(shop: BuiltShop, page: Page, id: string, { m }: Words) {
  const { version, slug, vatCategory, popularity, options, texts, variants, category } =
    await shop.staff.products.get.query({ id })
  await page.getByLabel(m('line_fr')).fill('Écrit ici')
  await shop.staff.products.update.mutate({
    ...{ id, version, slug, vatCategory, popularity, options, state: 'published', category: category?.slug ?? null },
    texts: texts.fr ? { fr: { ...texts.fr, line: `Écrit ailleurs, version ${version}` } } : {},
    variants: variants.map((one) => ({
      ...{ id: one.id, values: one.values, sku: one.sku, compareAtCents: one.compareAtCents },
      priceCents: one.priceCents,
    })),
  })
  await page.getByRole('button', { name: m('save'), exact: true }).click()
  await page.getByText(m('conflict_title')).waitFor()
}

// As a spreadsheet in French saves it.
const brushes = [
  'Handle;Title;Type;Published;Option1 Name;Option1 Value;Variant SKU;Variant Inventory Qty;Variant Price',
  'pinceau-rond;Pinceau rond;Papeterie;true;Taille;4;PIN-4;12;6.50',
  'pinceau-plat;Pinceau plat;Papeterie;true;Title;Default Title;PIN-P;1;cher',
].join('\n')

async function checkFile(page: Page, m: Words['m']) {
  const file = { name: 'pinceaux.csv', mimeType: 'text/csv', buffer: Buffer.from(brushes) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: m('check_file') }).click()
  await page.getByRole('heading', { name: m('rows_wrong') }).waitFor()
}
