import { Button } from '../../ui/button.tsx'
import { useErrorWords } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useCartDrawer } from '../cart/cart-drawer.tsx'
import { useAddToCart } from '../cart/use-cart.ts'
import { AddForm } from './add-form.tsx'

/** Puts one piece in the cart from a list; shown to a hand that points or a key that reaches it. */
export function QuickAdd({ variantId, name }: { variantId: string; name: string }) {
  const { locale, m } = useWords()
  const add = useAddToCart()
  const tell = useToast()
  const show = useCartDrawer()
  const say = useErrorWords()
  const put = () =>
    add.mutate(
      { variantId },
      { onSuccess: () => show({ variantId, name }), onError: (error) => tell(say(error).words, { urgent: true }) },
    )
  return (
    <AddForm locale={locale} onAdd={put}>
      <input type="hidden" name="variantId" value={variantId} />
      <Button type="submit" className="quick-add" busy={add.isPending} aria-label={m('add_named', { name })}>
        {m('add')}
      </Button>
    </AddForm>
  )
}
