import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { amountIn, type UnmatchedMoney } from './columns.tsx'

interface Props {
  /** What is settled; null while the dialog is closed. */
  money: UnmatchedMoney | null
  onClose: () => void
}

/** Asks what was done with the money: it leaves the list for good. */
export function SettleDialog({ money, onClose }: Props) {
  const words = useWords()
  const amount = money === null ? '' : amountIn(words, money)
  return (
    <Dialog title={words.m('settle_title', { price: amount })} open={money !== null} onClose={onClose}>
      {money !== null && <SettleForm id={money.id} onClose={onClose} />}
    </Dialog>
  )
}

function SettleForm({ id, onClose }: { id: string; onClose: () => void }) {
  const { m } = useWords()
  const tell = useToast()
  const utils = admin.useUtils()
  const settle = admin.unmatchedMoney.settle.useMutation({
    onSuccess: () => {
      tell(m('money_settled'))
      onClose()
    },
    // Also after a no: a colleague was faster, and the lists must say so.
    onSettled: () => utils.unmatchedMoney.invalidate(),
  })
  const { form, field, submit } = useFields(
    { note: '' },
    { note: (note) => (note.trim().length < 3 ? m('check_settle_note') : null) },
    fieldErrorsIn(settle.error),
  )
  return (
    <DialogForm
      form={form}
      onSubmit={submit(({ note }) => settle.mutate({ id, note }))}
      onClose={onClose}
      does={m('settle_money')}
      sending={settle}
    >
      <p>{m('settle_effect')}</p>
      <TextArea {...field('note')} label={m('what_was_done')} hint={m('settle_note_hint')} rows={3} maxLength={500} />
    </DialogForm>
  )
}
