import type { Id } from '@comptoir/domain'
import type { inferRouterInputs } from '@trpc/server'
import type { AdminRouter } from '../admin-router.ts'
import type { ShopRouter } from '../shop-router.ts'
import { anAddress } from '../testing-orders.ts'

/** What the calls of a sample are about: things of one customer, or ids of things that do not exist. */
export interface Subjects {
  product: Id<'product'>
  variant: Id<'variant'>
  line: Id<'line'>
  created: Id<'order'>
  paid: Id<'order'>
  shipped: Id<'order'>
  /** An attempt whose money fits no order. */
  payment: Id<'payment'>
  thread: Id<'thread'>
  answer: Id<'answer'>
  customer: Id<'user'>
  address: Id<'address'>
  /** An order without an account, its number and what opens it; its e-mail is `guest-{word}@email.test`. */
  guestOrder: Id<'order'>
  reference: string
  accessToken: string
  session: Id<'session'>
  /** Someone of the staff who never calls, and the link that waits for them. */
  colleague: Id<'user'>
  link: string
  /** What a preview link of the product opens, and a picture on file. */
  preview: string
  picture: string
  /** A file that was checked, and one that is in the catalogue. */
  importFile: Id<'import'>
  importedFile: Id<'import'>
  /** A token of the person's own, an app and a token of it. */
  token: Id<'token'>
  app: Id<'user'>
  appToken: Id<'token'>
  /** A word that is new in each turn: for what must be unique. */
  word: string
}
/** What a caller's cart looked like, for the calls that repeat it. */
export interface SeenCart {
  hash: string
  totalCents: number
}

export interface Sample<I> {
  /** A valid input with as many fields as make sense together. */
  input: (of: Subjects, cart: SeenCart) => I
  /**
   * Whose things the ids may be: `own` answers someone else's like a missing one, `any` takes everybody's; absent where the
   * input names nothing.
   */
  scope?: 'own' | 'any'
  /** What a missing thing is answered with, where it is not NOT_FOUND. */
  missing?: 'CONFLICT' | 'ok'
  /** The input takes words for an id too, so that a malformed one is only missing. */
  malformed?: 'NOT_FOUND'
  /** Another valid input for the same caller, where other ids do not make one. */
  other?: Partial<I>
  /** Its answer hands out a secret or ends one: a repeat opens another session and changes nothing else. */
  secret?: true
}

type Paths<I> = { [F in keyof I & string]: `${F}.${keyof I[F] & string}` }[keyof I & string]
type InputOf<I, P extends string> = P extends `${infer F}.${infer N}`
  ? F extends keyof I
    ? N extends keyof I[F]
      ? I[F][N]
      : never
    : never
  : never
/** One sample for each procedure of a root: one that lacks its sample does not compile. */
type Samples<I> = { [P in Paths<I>]: Sample<InputOf<I, P>> }

export const password = 'correct horse'
const email = 'camille@email.test'
const termsVersion = '2026-11'
const page = { limit: 5 }
const account = (of: Subjects) => ({ email: `nouveau-${of.word}@email.test`, password: 'battery staple' })
const resume = { lastEventId: '0' }
const texts = { name: 'Bol', line: 'Tourné', description: 'En grès.', facts: [{ name: 'Poids', value: '300 g' }] }
const product = ({ word }: Subjects) => ({
  ...({ slug: `assiette-${word}`, state: 'published', vatCategory: 'reduced', popularity: 3 } as const),
  texts: { fr: { ...texts, keywords: 'grès' } },
  options: [
    {
      ...{ code: 'taille', names: { fr: 'Taille', en: 'Size' } },
      values: [{ code: 'm', names: { fr: 'M', en: 'M' }, swatch: '#a0b0c0' }],
    },
  ],
  variants: [{ sku: `SKU-${word}`, values: ['m'], priceCents: 1200, compareAtCents: 1500, stock: 4 }],
})
const edited = { name: 'Camille', phone: '+33 6 12 34 56 78', locale: 'en' } as const

const auth = {
  login: { input: () => ({ email: 'admin@email.test', password, session: 'token' as const }), secret: true },
  logout: { input: () => ({}), secret: true },
  profile: { input: () => ({}) },
  updateProfile: { input: () => edited, other: { name: 'Dominique' } },
  changePassword: { input: () => ({ current: password, next: 'battery staple' }), secret: true },
  sessions: { input: () => ({}) },
  endSession: { input: (of: Subjects) => ({ id: of.session }), scope: 'any', missing: 'ok' },
  endOtherSessions: { input: () => ({}) },
} as const

const shelf = { search: 'bol', minCents: 1, maxCents: 99_999, inStock: true, options: ['couleur:bleu'] }

export const shopSamples: Samples<inferRouterInputs<ShopRouter>> = {
  'catalog.list': { input: () => ({ ...page, ...shelf, sort: 'price_asc' }) },
  'catalog.facets': { input: () => shelf },
  'catalog.suggest': { input: () => ({ search: 'bo' }) },
  'catalog.home': { input: () => ({}) },
  'catalog.get': { input: (of) => ({ id: of.product }), scope: 'any', malformed: 'NOT_FOUND' },
  'catalog.categories': { input: () => ({}) },
  'catalog.preview': { input: (of) => ({ token: of.preview }) },
  'catalog.stock': { input: (of) => ({ productId: of.product, ...resume }), scope: 'any' },
  'auth.register': { input: (of) => ({ ...account(of), name: 'Camille', session: 'cookie' }), secret: true },
  'auth.keepOrder': {
    input: (of) => ({
      ...{ orderId: of.guestOrder, accessToken: of.accessToken, password: 'battery staple', session: 'token' },
    }),
    ...{ scope: 'any', secret: true },
  },
  'auth.login': auth.login,
  'auth.logout': auth.logout,
  'auth.me': { input: () => ({}) },
  'auth.profile': auth.profile,
  'auth.updateProfile': auth.updateProfile,
  'auth.changePassword': auth.changePassword,
  'auth.sessions': auth.sessions,
  'auth.endSession': auth.endSession,
  'auth.endOtherSessions': auth.endOtherSessions,
  'addresses.list': { input: () => ({}) },
  'addresses.save': {
    input: (of) => ({
      ...anAddress,
      line2: 'Bât. B',
      country: 'FR',
      phone: '0612345678',
      id: of.address,
      isDefault: true,
    }),
    scope: 'own',
  },
  'addresses.setDefault': { input: (of) => ({ id: of.address }), scope: 'own' },
  'addresses.remove': { input: (of) => ({ id: of.address }), scope: 'own' },
  'cart.get': { input: () => ({}) },
  'cart.add': { input: (of) => ({ variantId: of.variant, quantity: 2 }), scope: 'any' },
  'cart.setQuantity': { input: (of) => ({ lineId: of.line, quantity: 3 }), scope: 'own' },
  'cart.remove': { input: (of) => ({ lineId: of.line }), scope: 'own' },
  'cart.clear': { input: () => ({}) },
  'orders.checkout': {
    input: (_, cart) => ({ email, address: anAddress, quote: cart, termsVersion }),
    other: { address: { ...anAddress, city: 'Villeurbanne' } },
  },
  'orders.place': {
    input: (of) => ({
      ...{ lines: [{ variantId: of.variant, quantity: 1 }], email, address: anAddress, termsVersion },
      ...{ expectedTotalCents: 1690, card: 'card_success' },
    }),
    ...{ scope: 'any', missing: 'CONFLICT' },
  },
  'orders.pay': { input: (of) => ({ id: of.created, card: 'card_success' }), scope: 'own' },
  'orders.cancel': { input: (of) => ({ id: of.paid }), scope: 'own' },
  'orders.lookUp': {
    input: (of) => ({ reference: of.reference, email: `guest-${of.word}@email.test` }),
    secret: true,
  },
  'orders.list': { input: () => page },
  'orders.get': { input: (of) => ({ id: of.paid }), scope: 'own' },
  'orders.invoice': { input: (of) => ({ id: of.paid }), scope: 'own' },
  'orders.onChange': { input: (of) => ({ id: of.paid, ...resume }), scope: 'own' },
  'live.follow': { input: (of) => ({ topics: [{ about: 'order', id: of.paid }], ...resume }), scope: 'own' },
  'shop.info': { input: () => ({}) },
  'support.create': {
    input: (of) => ({ subject: 'Ma commande', body: 'Où est-elle ?', orderId: of.paid }),
    scope: 'own',
  },
  'support.list': { input: () => page },
  'support.get': { input: (of) => ({ id: of.thread }), scope: 'own' },
  'support.post': { input: (of) => ({ id: of.thread, body: 'Merci.' }), scope: 'own' },
  'support.read': { input: (of) => ({ id: of.thread }), scope: 'own' },
  'support.counts': { input: () => ({}) },
  'support.aboutOrder': { input: (of) => ({ id: of.guestOrder, accessToken: of.accessToken }), scope: 'any' },
  'support.writeAboutOrder': {
    input: (of) => ({ id: of.guestOrder, accessToken: of.accessToken, body: 'Où est-elle ?' }),
    scope: 'any',
  },
  'support.onOrderMessage': {
    input: (of) => ({ id: of.guestOrder, accessToken: of.accessToken, ...resume }),
    scope: 'any',
  },
  'support.onChange': { input: (of) => ({ id: of.thread, ...resume }), scope: 'own' },
  'support.onMessage': { input: (of) => ({ id: of.thread, ...resume }), scope: 'own' },
  'account.export': { input: () => ({}) },
  'account.erase': { input: () => ({ password }) },
  'tokens.list': { input: () => ({}) },
  'tokens.create': {
    input: () => ({ name: 'Comptabilité', scopes: ['orders:read', 'catalog:read'], endsOn: '2026-12-31', password }),
    other: { name: 'Entrepôt' },
  },
  'tokens.revoke': { input: (of) => ({ id: of.token }), scope: 'own' },
}

export const adminSamples: Samples<inferRouterInputs<AdminRouter>> = {
  'auth.acceptInvite': {
    input: (of) => ({ token: of.link, name: 'Sacha', password: 'battery staple', session: 'token' }),
    secret: true,
  },
  'apps.list': { input: () => ({}) },
  'apps.create': { input: (of) => ({ name: `Entrepôt ${of.word}`, role: 'support' }), other: { role: 'finance' } },
  'apps.addToken': {
    input: (of) => ({ appId: of.app, name: 'Terminal', scopes: ['orders:read'], endsOn: '2026-12-31', password }),
    scope: 'any',
  },
  'apps.revokeToken': { input: (of) => ({ id: of.appToken }), scope: 'any' },
  'apps.setRole': { input: (of) => ({ id: of.app, role: 'finance' }), scope: 'any' },
  'apps.close': { input: (of) => ({ id: of.app, closed: true }), scope: 'any' },
  'customers.list': { input: () => ({ ...page, search: 'alice' }) },
  'customers.get': { input: (of) => ({ id: of.customer }), scope: 'any' },
  'customers.addNote': { input: (of) => ({ id: of.customer, body: 'Fidèle depuis 2024.' }), scope: 'any' },
  'settings.get': { input: () => ({}) },
  'system.get': { input: () => ({}) },
  'system.checkBooks': { input: () => ({}) },
  'settings.update': {
    input: (of) => ({
      shopName: `Comptoir ${of.word}`,
      termsVersion: '2026-11',
      seller: {
        ...{ name: 'Comptoir', legalForm: 'SARL', address: ['3 quai Rambaud', '69002 Lyon'], country: 'FR' },
        ...{ siren: '123 456 789', vatNumber: 'FR32123456789', email: 'bonjour@email.test' },
      },
      delivery: {
        ...{ names: { fr: 'Point relais', en: 'Pick-up' }, amountCents: 250, freeFromCents: 5000 },
        vatCategory: 'standard',
      },
    }),
  },
  'staff.list': { input: () => ({ ...page }) },
  'staff.invite': {
    input: (of) => ({ email: `collegue-${of.word}@email.test`, name: 'Sacha', role: 'finance' }),
    other: { role: 'support' },
  },
  'staff.resetLink': { input: (of) => ({ id: of.colleague }), scope: 'any' },
  'staff.setRole': { input: (of) => ({ id: of.colleague, role: 'catalogue' }), scope: 'any' },
  'staff.disable': { input: (of) => ({ id: of.colleague, disabled: true }), scope: 'any' },
  'audit.list': {
    input: (of) => ({
      ...{ ...page, actorId: of.customer, action: 'orders.ship', subjectId: of.shipped },
      ...{ from: '2026-11-01', to: '2026-11-30' },
    }),
    ...{ scope: 'any', missing: 'ok' },
  },
  'auth.login': auth.login,
  'auth.logout': auth.logout,
  'auth.profile': auth.profile,
  'auth.updateProfile': auth.updateProfile,
  'auth.changePassword': { ...auth.changePassword, input: () => ({ current: password, next: 'battery staple 2' }) },
  'auth.sessions': auth.sessions,
  'auth.endSession': auth.endSession,
  'auth.endOtherSessions': auth.endOtherSessions,
  'live.follow': { input: () => ({ topics: [], ...resume }) },
  'orders.list': {
    input: (of) => ({
      ...page,
      ...({ status: 'created', placement: 'created', payment: 'unpaid', delivery: 'none' } as const),
      ...{ customerId: of.customer, email, reference: 'ABCD', from: '2026-11-01', to: '2026-11-30' },
      ...{ paidFrom: '2026-11-01', paidTo: '2026-11-30', refundedFrom: '2026-11-01', refundedTo: '2026-11-30' },
    }),
    ...{ scope: 'any', missing: 'ok' },
  },
  'orders.sums': {
    input: (of) => ({
      ...({ status: 'created', placement: 'created', payment: 'unpaid', delivery: 'none' } as const),
      ...{ customerId: of.customer, email, reference: 'ABCD', from: '2026-11-01', to: '2026-11-30' },
      ...{ paidFrom: '2026-11-01', paidTo: '2026-11-30', refundedFrom: '2026-11-01', refundedTo: '2026-11-30' },
    }),
    ...{ scope: 'any', missing: 'ok' },
  },
  'orders.get': { input: (of) => ({ id: of.paid }), scope: 'any' },
  'orders.validate': { input: (of) => ({ id: of.created }), scope: 'any' },
  'orders.ship': { input: (of) => ({ id: of.paid, carrier: 'Chronopost' }), scope: 'any' },
  'orders.deliver': { input: (of) => ({ id: of.shipped }), scope: 'any' },
  'orders.cancel': { input: (of) => ({ id: of.paid, reason: 'rupture' }), scope: 'any' },
  'orders.refund': { input: (of) => ({ id: of.shipped, reason: 'perdue', restock: false }), scope: 'any' },
  'orders.addNote': { input: (of) => ({ id: of.paid, body: 'Rappelée ce matin.' }), scope: 'any' },
  'orders.onChange': { input: () => resume },
  'products.list': { input: () => ({ ...page, search: 'bol', state: 'published', stock: 'low', sort: 'stock' }) },
  'products.counts': { input: () => ({ search: 'bol', state: 'published', stock: 'out' }) },
  'products.movements': { input: (of) => ({ ...page, productId: of.product, variantId: of.variant }), scope: 'any' },
  'products.categories': { input: () => ({}) },
  'products.get': { input: (of) => ({ id: of.product }), scope: 'any' },
  'products.create': { input: (of) => product(of), other: { popularity: 4 } },
  'products.update': { input: (of) => ({ id: of.product, version: 1, ...product(of) }), scope: 'any' },
  'products.archive': { input: (of) => ({ id: of.product }), scope: 'any' },
  'products.adjustStock': {
    input: (of) => ({ variantId: of.variant, change: 5, reason: 'livraison' }),
    scope: 'any',
  },
  'products.setImages': {
    input: (of) => ({
      ...{ id: of.product, version: 1 },
      images: [{ path: of.picture, alt: { fr: 'Un bol', en: 'A bowl' }, values: [] }],
    }),
    scope: 'any',
  },
  'imports.list': { input: () => page },
  'imports.get': { input: (of) => ({ id: of.importFile }), scope: 'any' },
  'imports.check': {
    input: (of) => ({ id: of.importFile, language: 'en', vatCategory: 'reduced' }),
    ...{ scope: 'any', other: { language: 'fr' } },
  },
  'imports.start': { input: (of) => ({ id: of.importFile }), scope: 'any' },
  'imports.fetchPictures': { input: (of) => ({ id: of.importedFile }), scope: 'any' },
  'products.previewLink': { input: (of) => ({ id: of.product }), scope: 'any' },
  'support.list': { input: () => ({ ...page, state: 'open', assigned: 'nobody', unread: true }) },
  'support.get': { input: (of) => ({ id: of.thread }), scope: 'any' },
  'support.reply': { input: (of) => ({ id: of.thread, body: 'Elle arrive.' }), scope: 'any' },
  'support.close': { input: (of) => ({ id: of.thread }), scope: 'any' },
  'support.reopen': { input: (of) => ({ id: of.thread }), scope: 'any' },
  'support.assignable': { input: () => ({}) },
  'support.assign': { input: (of) => ({ id: of.thread, assigneeId: of.colleague }), scope: 'any' },
  'support.read': { input: (of) => ({ id: of.thread }), scope: 'any' },
  'support.counts': { input: () => ({}) },
  'support.answers': { input: () => ({}) },
  'support.saveAnswer': {
    input: (of) => ({ id: of.answer, title: 'Retard', body: 'Elle arrive demain.', locale: 'fr' }),
    scope: 'any',
  },
  'support.removeAnswer': { input: (of) => ({ id: of.answer }), scope: 'any', missing: 'ok' },
  'support.onChange': { input: (of) => ({ id: of.thread, ...resume }), scope: 'any' },
  'support.onMessage': { input: (of) => ({ id: of.thread, ...resume }), scope: 'any' },
  'unmatchedMoney.list': { input: () => ({ ...page, settled: true }) },
  'unmatchedMoney.counts': { input: () => ({}) },
  'unmatchedMoney.settle': { input: (of) => ({ id: of.payment, note: 'Rendu à la main.' }), scope: 'any' },
  'stats.overview': { input: () => ({ from: '2026-11-01', to: '2026-11-30' }) },
}
