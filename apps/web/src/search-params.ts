// What an address may say behind its `?`, for lists. Zod-free: the shop's first load carries none; a test holds these
// functions against the procedures' schemas. Anything else in an address is left out, never an error.
import type { ProductSort, ProductState } from '@comptoir/domain/catalog'
import type { DeliveryAxis, OrderStatus, PaymentAxis, Placement } from '@comptoir/domain/orders'
import type { ThreadState } from '@comptoir/domain/support'

type Raw = Record<string, unknown>

const text = (most: number) => (value: unknown) => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  // Control characters and halves of a character are no words; cutting may leave such a half.
  const words = String(value)
    .slice(0, most)
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
  return words.trim() === '' ? undefined : words
}
const matching = (pattern: RegExp, most: number) => (value: unknown) => {
  const words = text(most)(value)?.trim()
  return words !== undefined && pattern.test(words) ? words : undefined
}
const oneOf =
  <T extends string>(...known: readonly T[]) =>
  (value: unknown): T | undefined =>
    known.find((one) => one === value)
const userId = matching(/^user_[0-9a-z]{26}$/, 40)
const flag = (value: unknown) => (value === true || value === 'true' ? true : undefined)
const whole = (least: number, most: number) => (value: unknown) => {
  const number = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= least && number <= most
    ? number
    : undefined
}
const cents = whole(0, 100_000_000_00)

// Codes of option values, such as `couleur:bleu`: at most ten, none twice.
const optionCode = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*:[a-z0-9]+(?:-[a-z0-9]+)*$/, 81)
const optionCodes = (value: unknown): string[] | undefined => {
  if (!Array.isArray(value) && typeof value !== 'string') return undefined
  const codes = [
    ...new Set(
      [value]
        .flat()
        .map(optionCode)
        .filter((code) => code !== undefined),
    ),
  ].slice(0, 10)
  return codes.length === 0 ? undefined : codes
}
const slug = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 100)
const email = matching(
  /^(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/,
  254,
)
const day = (value: unknown) => {
  const words = matching(/^\d{4}-\d{2}-\d{2}$/, 10)(value)
  if (words === undefined) return undefined
  const at = new Date(`${words}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(words) ? words : undefined
}

type Readers = Record<string, (value: unknown) => unknown>
type Read<R extends Readers> = { [K in keyof R]?: Exclude<ReturnType<R[K]>, undefined> }

const search =
  <R extends Readers>(readers: R) =>
  (raw: Raw): Read<R> => {
    const read = Object.entries(readers).map(([name, reader]) => [name, reader(raw[name])] as const)
    return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Read<R>
  }

const sorts = ['popular', 'newest', 'price_asc', 'price_desc'] as const satisfies readonly ProductSort[]
const statuses = [
  'created',
  'validated',
  'paid',
  'shipped',
  'delivered',
  'cancelled',
  'refunded',
] as const satisfies readonly OrderStatus[]
const placements = ['created', 'validated', 'cancelled'] as const satisfies readonly Placement[]
const payments = ['unpaid', 'paid', 'refunded'] as const satisfies readonly PaymentAxis[]
const deliveries = ['none', 'shipped', 'delivered'] as const satisfies readonly DeliveryAxis[]
const states = ['draft', 'published', 'archived'] as const satisfies readonly ProductState[]
const stocks = ['low', 'out'] as const
const threads = ['open', 'closed'] as const satisfies readonly ThreadState[]
const assigned = ['me', 'nobody'] as const

export const filterChoices = { sorts, statuses, placements, payments, deliveries, states, stocks, threads, assigned }

/** How much of a list one address may hold. */
export const mostPages = 20

const shelves = search({
  search: text(100),
  category: slug,
  sort: oneOf(...sorts),
  minCents: cents,
  maxCents: cents,
  inStock: flag,
  options: optionCodes,
  pages: whole(2, mostPages),
})

/** What was typed as an amount of euros, in cents. */
export const centsTyped = (typed: unknown): number | undefined => {
  const words = typeof typed === 'string' ? typed.trim().replace(',', '.') : ''
  return /^\d{1,7}(?:\.\d{0,2})?$/.test(words) ? Math.round(Number(words) * 100) : undefined
}

// A form without a script sends its prices as they were typed, under names of their own.
export const catalogSearch = ({ min, max, ...raw }: Raw) =>
  shelves({ ...raw, minCents: raw['minCents'] ?? centsTyped(min), maxCents: raw['maxCents'] ?? centsTyped(max) })
export type CatalogSearch = ReturnType<typeof catalogSearch>

export const adminOrdersSearch = search({
  status: oneOf(...statuses),
  placement: oneOf(...placements),
  payment: oneOf(...payments),
  delivery: oneOf(...deliveries),
  customerId: userId,
  email,
  reference: text(20),
  from: day,
  to: day,
  paidFrom: day,
  paidTo: day,
  refundedFrom: day,
  refundedTo: day,
})
export type AdminOrdersSearch = ReturnType<typeof adminOrdersSearch>

export const adminProductsSearch = search({
  search: text(100),
  state: oneOf(...states),
  category: slug,
  stock: oneOf(...stocks),
})

export const adminThreadsSearch = search({ state: oneOf(...threads), assigned: oneOf(...assigned), unread: flag })

export const customersSearch = search({ search: text(100) })

export const auditSearch = search({ actorId: userId, action: text(60), subjectId: text(60), from: day, to: day })

export const statsSearch = search({ from: day, to: day })

// Only a path of our own: an address that leads elsewhere would make the sign-in page a trap.
export const signInSearch = search({
  back: (value: unknown) =>
    typeof value === 'string' && /^\/(?![/\\])[^\p{Cc}]*$/u.test(value) ? value.slice(0, 500) : undefined,
  mode: oneOf('register'),
})

export const newThreadSearch = search({ order: matching(/^order_[0-9a-z]{26}$/, 40) })
