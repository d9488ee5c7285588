import { filterChoices } from '../../search-params.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { Asked } from './asked.tsx'
import { useListSearch } from './use-list-search.ts'

export function SortSelect() {
  const { m } = useWords()
  const { search, action, change } = useListSearch()
  return (
    <form action={action} className="sort">
      <Asked but={['sort']} />
      <Select
        label={m('sort')}
        name="sort"
        value={search.sort ?? 'popular'}
        onChange={({ target }) => {
          const sort = filterChoices.sorts.find((one) => one === target.value)
          if (sort) change(({ pages: _, ...before }) => ({ ...before, sort }))
        }}
      >
        {filterChoices.sorts.map((sort) => (
          <option key={sort} value={sort}>
            {m(`sort_${sort}`)}
          </option>
        ))}
      </Select>
      <noscript>
        <button type="submit" className={buttonClass()}>
          {m('apply')}
        </button>
      </noscript>
    </form>
  )
}
