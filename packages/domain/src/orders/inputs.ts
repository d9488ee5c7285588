import * as z from 'zod'
import { mostLines } from '../cart/cart.ts'
import { amount, day, email, id, page, paragraphs, quantity, resume, secret, words } from '../input-kinds.ts'
import { deliveryAxis, paymentAxis, placements } from './order.ts'
import { orderStatuses } from './status.ts'

/** At most eight fields with the e-mail: what a parcel needs. */
export const AddressInput = z.strictObject({
  name: words(100),
  line1: words(200),
  line2: words(200, 0).default(''),
  postcode: z
    .string()
    .max(12)
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{1,11}$/),
  city: words(100),
  country: z
    .string()
    .length(2)
    .regex(/^[A-Z]{2}$/)
    .default('FR'),
  phone: z
    .string()
    .max(30)
    .trim()
    .regex(/^(?:\+?[0-9][0-9 .-]{5,28})?$/)
    .default(''),
})
/** The stand-in's cards: card_success, card_declined, card_second_step, card_timeout. A token of the provider, never a card number. */
const card = z
  .string()
  .max(100)
  .regex(/^card_[a-z_]{1,60}$/)
const terms = z.string().min(1).max(40)

/** What the shopper saw and accepted: a drift of the quote is refused. `email` is for guests. RULES 4.10. */
export const CheckoutInput = z.strictObject({
  /** The cart that was shown: sent again after it became an order, it answers that order. */
  cartId: id('cart').optional(),
  email: email.optional(),
  address: AddressInput,
  quote: z.strictObject({ hash: z.string().min(1).max(64), totalCents: amount }),
  termsVersion: terms,
})
export type CheckoutInput = z.infer<typeof CheckoutInput>

/** A second call with `paymentId` and `confirmation` answers the second step of that payment. */
export const PayOrderInput = z.strictObject({
  id: id('order'),
  accessToken: secret.optional(),
  card,
  paymentId: id('payment').optional(),
  confirmation: z
    .string()
    .max(12)
    .regex(/^[0-9]{4,12}$/)
    .optional(),
})
export type PayOrderInput = z.infer<typeof PayOrderInput>

/** An order in one request, without a cart. */
export const PlaceOrderInput = z.strictObject({
  lines: z
    .array(z.strictObject({ variantId: id('variant'), quantity }))
    .min(1)
    .max(mostLines),
  email: email.optional(),
  address: AddressInput,
  expectedTotalCents: amount,
  termsVersion: terms,
  card,
})
export type PlaceOrderInput = z.infer<typeof PlaceOrderInput>

export const OrderGetInput = z.strictObject({ id: id('order'), accessToken: secret.optional() })
export type OrderGetInput = z.infer<typeof OrderGetInput>
export const LookUpOrderInput = z.strictObject({ reference: words(20), email })
export type LookUpOrderInput = z.infer<typeof LookUpOrderInput>
export const OrdersListInput = z.strictObject(page)
export type OrdersListInput = z.infer<typeof OrdersListInput>
/** Changes of one order (a guest names it with its token), or of all the caller's own. */
export const OrderChangesInput = z.strictObject({
  id: id('order').optional(),
  accessToken: secret.optional(),
  ...resume,
})

/** Which orders: days are the shop's, both included; `from` and `to` are those of the placement. */
const orderChoice = {
  status: z.enum(orderStatuses).optional(),
  placement: z.enum(placements).optional(),
  payment: z.enum(paymentAxis).optional(),
  delivery: z.enum(deliveryAxis).optional(),
  customerId: id('user').optional(),
  email: email.optional(),
  reference: words(20, 0).optional(),
  from: day.optional(),
  to: day.optional(),
  paidFrom: day.optional(),
  paidTo: day.optional(),
  refundedFrom: day.optional(),
  refundedTo: day.optional(),
}
export const AdminOrdersInput = z.strictObject({ ...page, ...orderChoice })
export const OrderSumsInput = z.strictObject(orderChoice)
export type OrderSumsInput = z.infer<typeof OrderSumsInput>
export type AdminOrdersInput = z.infer<typeof AdminOrdersInput>
export const AdminOrderIdInput = z.strictObject({ id: id('order') })
export const ShipOrderInput = z.strictObject({ id: id('order'), carrier: words(60).default('Colissimo') })
export type ShipOrderInput = z.infer<typeof ShipOrderInput>
export const AdminCancelInput = z.strictObject({ id: id('order'), reason: words(200, 0).default('') })
export const RefundOrderInput = z.strictObject({
  id: id('order'),
  reason: words(200, 0).default(''),
  /** Pieces go back to the shelf unless staff say no. RULES 4.5. */
  restock: z.boolean().default(true),
})
export type RefundOrderInput = z.infer<typeof RefundOrderInput>
export const AddOrderNoteInput = z.strictObject({ id: id('order'), body: paragraphs(2000) })
export type AddOrderNoteInput = z.infer<typeof AddOrderNoteInput>
export const AdminOrderChangesInput = z.strictObject(resume)

/** The papers of up to fifty orders as one, in the order given: ids with commas between them, each printed once. T11. */
export const PrintInput = z.strictObject({
  kind: z.enum(['packing-slip', 'invoice']),
  ids: z
    .string()
    .max(2000)
    .transform((text) => [...new Set(text.split(','))])
    .pipe(z.array(id('order')).min(1).max(50)),
})
