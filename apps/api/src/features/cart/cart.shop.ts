import type { Reader } from '@comptoir/db'
import * as carts from '@comptoir/db/stores/carts'
import type { Id } from '@comptoir/domain'
import type { CartLine } from '@comptoir/domain/cart'
import {
  CartAddInput,
  CartClearInput,
  CartGetInput,
  CartRemoveInput,
  CartSetQuantityInput,
} from '@comptoir/domain/cart/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { atOnce } from '../../at-once.ts'
import { change } from '../../change.ts'
import type { Context } from '../../context.ts'
import { anyone } from '../../trpc.ts'
import { cartOwner } from './cart-owner.ts'
import { CartView, cartView } from './cart-view.ts'
import { addPieces, emptyCart, removePieces, setPieces } from './change-cart.ts'
import { handOutCartToken, openCartFor, tokenToHandOut } from './open-cart.ts'
import { priceCart } from './price-cart.ts'

type Shown = { id: Id<'cart'> | null; lines: readonly CartLine[] }
const nothing: Shown = { id: null, lines: [] }
const shown = async (db: Reader, cart: Shown | undefined, { locale }: Pick<Context, 'locale'>) =>
  cartView(await priceCart(db, cart ?? nothing, locale))

/** The shopper's cart, a guest's or an account's. */
export const cartForShop = {
  get: anyone
    .input(atOnce(CartGetInput))
    .output(atOnce(CartView))
    .query(async ({ ctx }) => {
      const owner = cartOwner(ctx)
      return shown(ctx.db.read, owner === null ? undefined : await carts.findOpen(ctx.db.read, owner), ctx)
    }),
  add: anyone
    .input(atOnce(CartAddInput))
    .output(atOnce(CartView))
    .mutation(async ({ ctx, input }) => {
      let opened: string | null = null
      const view = await change(ctx, 'cart.add', input, async (tx, fresh) => {
        const { cart, token } = await openCartFor(tx, ctx, fresh)
        opened = token
        return shown(tx, await addPieces(tx, cart, input, { locale: ctx.locale, fresh }), ctx)
      })
      const token = opened ?? (await tokenToHandOut(ctx, view.id))
      if (token !== null) handOutCartToken(ctx, token)
      return view
    }),
  setQuantity: anyone
    .input(atOnce(CartSetQuantityInput))
    .output(atOnce(CartView))
    .mutation(({ ctx, input }) =>
      change(ctx, 'cart.setQuantity', input, async (tx, fresh) =>
        shown(tx, await setPieces(tx, cartOwner(ctx), input, { locale: ctx.locale, fresh }), ctx),
      ),
    ),
  remove: anyone
    .input(atOnce(CartRemoveInput))
    .output(atOnce(CartView))
    .mutation(({ ctx, input }) =>
      change(ctx, 'cart.remove', input, async (tx, fresh) =>
        shown(tx, await removePieces(tx, cartOwner(ctx), input.lineId, { locale: ctx.locale, fresh }), ctx),
      ),
    ),
  clear: anyone
    .input(atOnce(CartClearInput))
    .output(atOnce(CartView))
    .mutation(({ ctx, input }) =>
      change(ctx, 'cart.clear', input, async (tx, fresh) =>
        shown(tx, await emptyCart(tx, cartOwner(ctx), { locale: ctx.locale, fresh }), ctx),
      ),
    ),
} satisfies TRPCRouterRecord
