import * as z from 'zod'
import { id, resume, secret } from '../input-kinds.ts'

const order = { id: id('order'), accessToken: secret.optional() }

/** What a page of the shop may listen to: each is looked at like a stream of its own. */
const ShopTopic = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('stock'), productId: id('product') }),
  z.strictObject({ about: z.literal('order'), ...order }),
  z.strictObject({ about: z.literal('orders') }),
  z.strictObject({ about: z.literal('order_messages'), ...order }),
  z.strictObject({ about: z.literal('messages'), id: id('thread').optional() }),
])
export type ShopTopic = z.infer<typeof ShopTopic>
const AdminTopic = z.discriminatedUnion('about', [
  z.strictObject({ about: z.literal('orders') }),
  z.strictObject({ about: z.literal('messages') }),
  z.strictObject({ about: z.literal('threads') }),
  z.strictObject({ about: z.literal('money') }),
])
export type AdminTopic = z.infer<typeof AdminTopic>

/** One stream for all that a tab listens to. */
export const ShopLiveInput = z.strictObject({ topics: z.array(ShopTopic).min(1).max(10), ...resume })
export const AdminLiveInput = z.strictObject({ topics: z.array(AdminTopic).max(10), ...resume })
