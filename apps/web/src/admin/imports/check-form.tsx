import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { vatCategories } from '../products/sheet.ts'
import type { Import } from './import-tone.ts'

type How = Pick<Import, 'language' | 'vatCategory'>

interface Props extends How {
  busy: boolean
  /** It was checked before: the answer below is of that time. */
  again: boolean
  onCheck: (how: How) => void
}

/** How a file is to be read; the check changes nothing of the catalogue. */
export function CheckForm({ language, vatCategory, busy, again, onCheck }: Props) {
  const { m } = useWords()
  const [how, setHow] = useState<How>({ language, vatCategory })
  return (
    <form
      className="placing is-check"
      onSubmit={(event) => {
        event.preventDefault()
        onCheck(how)
      }}
    >
      <Select
        label={m('file_language')}
        value={how.language}
        onChange={({ target }) => setHow({ ...how, language: target.value === 'en' ? 'en' : 'fr' })}
      >
        <option value="fr">{m('in_fr')}</option>
        <option value="en">{m('in_en')}</option>
      </Select>
      <Select
        label={m('vat')}
        value={how.vatCategory ?? ''}
        onChange={({ target }) =>
          setHow({ ...how, vatCategory: vatCategories.find((one) => one === target.value) ?? null })
        }
      >
        <option value="">{m('vat_kept')}</option>
        {vatCategories.map((category) => (
          <option key={category} value={category}>
            {m(`vat_${category}`)}
          </option>
        ))}
      </Select>
      <Button type="submit" kind={again ? 'plain' : 'primary'} busy={busy}>
        {m(again ? 'check_again' : 'check_file')}
      </Button>
    </form>
  )
}
