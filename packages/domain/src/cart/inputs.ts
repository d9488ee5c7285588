import * as z from 'zod'
import { id, NoInput, quantity } from '../input-kinds.ts'
import { mostPerVariant } from '../catalog/product.ts'

export const CartGetInput = NoInput
export const CartAddInput = z.strictObject({ variantId: id('variant'), quantity: quantity.default(1) })
export type CartAddInput = z.infer<typeof CartAddInput>
/** Quantity 0 removes the line. */
export const CartSetQuantityInput = z.strictObject({ lineId: id('line'), quantity: z.int().min(0).max(mostPerVariant) })
export type CartSetQuantityInput = z.infer<typeof CartSetQuantityInput>
export const CartRemoveInput = z.strictObject({ lineId: id('line') })
export type CartRemoveInput = z.infer<typeof CartRemoveInput>
export const CartClearInput = NoInput
