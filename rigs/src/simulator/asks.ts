import type { SeenLine } from './seen.ts'

type OnOrder = 'pay' | 'confirm' | 'cancel' | 'validate' | 'ship' | 'deliver' | 'refund'

/** Something that somebody asks of the shop, as the reference model hears of it. */
export interface Ask {
  no: number
  verb: 'checkout' | 'place' | OnOrder | 'adjust' | 'price' | 'goods'
  orderId?: string
  /** What the shopper saw and orders; and whether what was seen may be old, since others have hands on the same cart. */
  lines?: SeenLine[]
  totalCents?: number
  shared?: () => boolean
  restock?: boolean
  variantId?: string
  slug?: string
  /** Pieces more or fewer; of new goods all that there are. */
  change?: number
  unitCents?: number
}

/** What the shop answered. */
export interface Answer {
  orderId?: string | undefined
  status?: string | undefined
  outcome?: string | undefined
  paymentId?: string | null | undefined
}
