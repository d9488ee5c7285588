import { useState } from 'react'
import type { ShopOutputs } from '../../outputs.ts'
import { shop } from '../../rpc.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { AddressEditor } from './address-editor.tsx'
import { AddressLines } from './address-lines.tsx'

type Saved = ShopOutputs['addresses']['list']['items'][number]

/** The addresses of an account: one of them is offered first at checkout; orders copy them. */
export function AddressBook() {
  const { m } = useWords()
  const [{ items }] = shop.addresses.list.useSuspenseQuery()
  const [editing, setEditing] = useState<Saved | 'new' | null>(null)
  const utils = shop.useUtils()
  const options = { onSuccess: (book: { items: Saved[] }) => utils.addresses.list.setData(undefined, book) }
  const setDefault = shop.addresses.setDefault.useMutation(options)
  const remove = shop.addresses.remove.useMutation(options)
  return (
    <>
      {items.length === 0 && <p className="field-hint">{m('no_addresses')}</p>}
      <ul className="address-book">
        {items.map((address) => (
          <li key={address.id}>
            <AddressLines of={address} />
            <p className="address-ways">
              {address.isDefault ? (
                <strong>{m('default_address')}</strong>
              ) : (
                <LinkButton onClick={() => setDefault.mutate({ id: address.id })}>{m('make_default')}</LinkButton>
              )}
              <LinkButton aria-label={m('edit_named', { name: address.line1 })} onClick={() => setEditing(address)}>
                {m('edit')}
              </LinkButton>
              <LinkButton
                aria-label={m('remove_named', { name: address.line1 })}
                onClick={() => remove.mutate({ id: address.id })}
              >
                {m('remove')}
              </LinkButton>
            </p>
          </li>
        ))}
      </ul>
      <ProblemNotice error={setDefault.error ?? remove.error} />
      <Button onClick={() => setEditing('new')}>{m('add_address')}</Button>
      <AddressEditor of={editing} onClose={() => setEditing(null)} />
    </>
  )
}
