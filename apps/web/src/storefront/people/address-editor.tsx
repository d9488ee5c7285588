import { useState } from 'react'
import type { ShopOutputs } from '../../outputs.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogForm } from '../../ui/dialog-form.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { AddressFields, blankAddress } from './address-fields.tsx'
import { addressChecks, addressOf, typedOf } from './address-values.ts'

type Saved = ShopOutputs['addresses']['list']['items'][number]

/** A new address, or a saved one to be changed; closed while `of` is null. */
export function AddressEditor({ of, onClose }: { of: Saved | 'new' | null; onClose: () => void }) {
  const { m } = useWords()
  return (
    <Dialog title={m(of === 'new' ? 'add_address' : 'edit_address')} open={of !== null} onClose={onClose}>
      {of && <AddressForm saved={of === 'new' ? null : of} onDone={onClose} />}
    </Dialog>
  )
}

function AddressForm({ saved, onDone }: { saved: Saved | null; onDone: () => void }) {
  const { m } = useWords()
  const tell = useToast()
  const utils = shop.useUtils()
  const [isDefault, setDefault] = useState(saved?.isDefault ?? false)
  const save = shop.addresses.save.useMutation({
    onSuccess: (book) => {
      utils.addresses.list.setData(undefined, book)
      tell(m('saved'))
      onDone()
    },
  })
  const { form, field, submit } = useFields(
    saved ? typedOf(saved) : blankAddress,
    addressChecks(m),
    fieldErrorsIn(save.error),
  )
  return (
    <DialogForm
      form={form}
      onSubmit={submit((typed) => save.mutate({ ...addressOf(typed), isDefault, ...(saved ? { id: saved.id } : {}) }))}
      onClose={onDone}
      does={m('save')}
      sending={save}
    >
      <AddressFields field={field} />
      {!saved?.isDefault && (
        <Checkbox label={m('make_default')} checked={isDefault} onChange={({ target }) => setDefault(target.checked)} />
      )}
    </DialogForm>
  )
}
