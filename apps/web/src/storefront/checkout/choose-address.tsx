import type { ShopOutputs } from '../../outputs.ts'
import { Select } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'

type Saved = ShopOutputs['addresses']['list']['items'][number]

/** The saved addresses as choices: one that is chosen is copied into the fields. */
export function ChooseAddress({ book, onChoose }: { book: readonly Saved[]; onChoose: (chosen: Saved) => void }) {
  const { m } = useWords()
  if (book.length === 0) return null
  return (
    <Select
      label={m('saved_address')}
      defaultValue={book[0]?.id}
      onChange={({ target }) => {
        const chosen = book.find(({ id }) => id === target.value)
        if (chosen) onChoose(chosen)
      }}
    >
      {book.map(({ id, name, line1, city }) => (
        <option key={id} value={id}>{`${name}, ${line1}, ${city}`}</option>
      ))}
    </Select>
  )
}
