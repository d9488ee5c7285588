import { shop } from '../../rpc.ts'
import { speak } from '../../ui/speak.ts'
import { useWords } from '../../words.tsx'
import { withQuantity } from './cart-now.ts'
import { type Cart, useCartAnswers } from './use-cart.ts'

/** The changes of what is in the cart already; what it then holds is said aloud. */
export function useCartChanges() {
  const utils = shop.useUtils()
  const { m, price } = useWords()
  const options = useCartAnswers()
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
    setQuantity: shop.cart.setQuantity.useMutation({
      ...said,
      // Shown at once by the quote that the server makes too; a refusal shows the cart as it truly is.
      onMutate: ({ lineId, quantity }) => {
        const before = utils.cart.get.getData()
        utils.cart.get.setData(undefined, (cart) => cart && withQuantity(cart, lineId, quantity))
        return before
      },
      // Without a network nobody says how it truly is: it is as it was.
      onError: (_error, _wanted, before) => {
        utils.cart.get.setData(undefined, before)
        options.onError()
      },
    }),
    remove: shop.cart.remove.useMutation(said),
  }
}
