import { shop } from '../../rpc.ts'
import { tellOtherTabs } from '../tabs.ts'
import { withQuantity } from './cart-now.ts'

/** How many pieces are in the cart; 0 until known. */
export function useCartCount(): number {
  const { data } = shop.cart.get.useQuery()
  return data?.count ?? 0
}

/** The changes of a cart; each answer is the whole cart as it now is, and the other tabs hear of it. */
export function useCartChanges() {
  const utils = shop.useUtils()
  const options = {
    onSuccess: (cart: Parameters<typeof utils.cart.get.setData>[1]) => {
      utils.cart.get.setData(undefined, cart)
      tellOtherTabs('cart')
    },
    // What was refused shows the cart as it truly is.
    onError: () => void utils.cart.get.invalidate(),
  }
  return {
    add: shop.cart.add.useMutation(options),
    setQuantity: shop.cart.setQuantity.useMutation({
      ...options,
      // Shown at once by the quote that the server makes too; a refusal shows the cart as it truly is.
      onMutate: ({ lineId, quantity }) =>
        utils.cart.get.setData(undefined, (cart) => cart && withQuantity(cart, lineId, quantity)),
    }),
    remove: shop.cart.remove.useMutation(options),
    clear: shop.cart.clear.useMutation(options),
  }
}
