import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'

interface Props {
  productId: string
  variantId: string
  of: string
  onClose: () => void
}

const wholeNumber = (typed: string) => Number(typed.trim().replace('−', '-').replace(/^\+/, ''))

/** A difference with its reason, never an overwrite: a sale in the meantime is not lost. */
export function AdjustStock({ productId, variantId, of, onClose }: Props) {
  const { m } = useWords()
  const tell = useToast()
  const utils = admin.useUtils()
  const adjust = admin.products.adjustStock.useMutation({
    onSuccess: async () => {
      onClose()
      tell(m('stock_adjusted', { name: of }))
      await Promise.all([
        utils.products.get.invalidate({ id: productId }),
        utils.products.list.invalidate(),
        utils.products.movements.invalidate(),
      ])
    },
  })
  const { form, field, submit } = useFields(
    { change: '', reason: '' },
    {
      change: (typed) =>
        Number.isSafeInteger(wholeNumber(typed)) && wholeNumber(typed) !== 0 ? null : m('check_change'),
      reason: checksIn(m).needed('check_reason'),
    },
    fieldErrorsIn(adjust.error),
  )
  return (
    <form
      ref={form}
      className="adjust"
      noValidate
      onSubmit={submit(({ change, reason }) =>
        adjust.mutate({ variantId, change: wholeNumber(change), reason: reason.trim() }),
      )}
    >
      <Field {...field('change')} label={m('stock_change')} placeholder="+12" autoComplete="off" />
      <Field {...field('reason')} label={m('reason')} maxLength={200} />
      <Button type="submit" kind="primary" busy={adjust.isPending}>
        {m('apply')}
      </Button>
      <Button onClick={onClose}>{m('go_back')}</Button>
      <ProblemNotice error={adjust.error} />
    </form>
  )
}
