import type { ShopOutputs } from '../../outputs.ts'
import { shop } from '../../rpc.ts'
import { tellOtherTabs } from '../tabs.ts'

export type Cart = ShopOutputs['cart']['get']

/** How many pieces are in the cart; 0 until known. */
export function useCartCount(): number {
  const { data } = shop.cart.get.useQuery()
  return data?.count ?? 0
}

/** What follows a change of the cart: each answer is the whole cart as it now is, and the other tabs hear of it. */
export function useCartAnswers() {
  const utils = shop.useUtils()
  return {
    onSuccess: (cart: Cart) => {
      utils.cart.get.setData(undefined, cart)
      tellOtherTabs('cart')
    },
    // What was refused shows the cart as it truly is.
    onError: () => void utils.cart.get.invalidate(),
  }
}

/** Adding opens the drawer, which says what was added. */
export const useAddToCart = () => shop.cart.add.useMutation(useCartAnswers())
