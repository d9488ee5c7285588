import { admin } from '../../rpc.ts'
import { Field, Select } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { draftStates, type Sheet, vatCategories } from './sheet.ts'

interface Props {
  sheet: Sheet
  onChange: (sheet: Sheet) => void
  error: string | undefined
}

/** Where a product stands: its shelf, its address, its VAT, and whether shoppers see it. */
export function Placing({ sheet, onChange, error }: Props) {
  const { m } = useWords()
  const shelves = admin.products.categories.useQuery({}, { staleTime: 300_000 })
  const known = shelves.data?.items ?? []
  return (
    <div className="placing">
      <Select
        label={m('shelf')}
        value={sheet.category}
        onChange={({ target }) => onChange({ ...sheet, category: target.value })}
      >
        <option value="">{m('no_shelf')}</option>
        {sheet.category !== '' && !known.some(({ slug }) => slug === sheet.category) && (
          <option value={sheet.category}>{sheet.category}</option>
        )}
        {known.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <Field
        label={m('slug')}
        name="slug"
        value={sheet.slug}
        maxLength={100}
        spellCheck={false}
        autoComplete="off"
        error={error}
        onChange={({ target }) => onChange({ ...sheet, slug: target.value })}
      />
      <Select
        label={m('vat')}
        value={sheet.vatCategory}
        onChange={({ target }) =>
          onChange({ ...sheet, vatCategory: vatCategories.find((one) => one === target.value) ?? 'standard' })
        }
      >
        {vatCategories.map((category) => (
          <option key={category} value={category}>
            {m(`vat_${category}`)}
          </option>
        ))}
      </Select>
      <Select
        label={m('state')}
        value={sheet.state}
        onChange={({ target }) =>
          onChange({ ...sheet, state: draftStates.find((one) => one === target.value) ?? 'draft' })
        }
      >
        {draftStates.map((state) => (
          <option key={state} value={state}>
            {m(`product_${state}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}
