import type { ShopOutputs } from '../../outputs.ts'
import { shop } from '../../rpc.ts'
import { speak } from '../../ui/speak.ts'
import { useWords } from '../../words.tsx'
import { tellOtherTabs } from '../tabs.ts'
import { withQuantity } from './cart-now.ts'

type Cart = ShopOutputs['cart']['get']

/** How many pieces are in the cart; 0 until known. */
export function useCartCount(): number {
  const { data } = shop.cart.get.useQuery()
  return data?.count ?? 0
}

/** The changes of a cart; each answer is the whole cart as it now is, and the other tabs hear of it. */
export function useCartChanges() {
  const utils = shop.useUtils()
  const { m, price } = useWords()
  const options = {
    onSuccess: (cart: Cart) => {
      utils.cart.get.setData(undefined, cart)
      tellOtherTabs('cart')
    },
    // What was refused shows the cart as it truly is.
    onError: () => void utils.cart.get.invalidate(),
  }
  // Adding opens the drawer, which says what was added.
  const said = {
    ...options,
    onSuccess: (cart: Cart) => {
      options.onSuccess(cart)
      speak(
        m('cart_now', {
          pieces: m('cart_count', { count: cart.count }),
          price: price(cart.quote.goodsCents, cart.currency),
        }),
      )
    },
  }
  return {
    add: shop.cart.add.useMutation(options),
    setQuantity: shop.cart.setQuantity.useMutation({
      ...said,
      // Shown at once by the quote that the server makes too; a refusal shows the cart as it truly is.
      onMutate: ({ lineId, quantity }) =>
        utils.cart.get.setData(undefined, (cart) => cart && withQuantity(cart, lineId, quantity)),
    }),
    remove: shop.cart.remove.useMutation(said),
    clear: shop.cart.clear.useMutation(said),
  }
}
