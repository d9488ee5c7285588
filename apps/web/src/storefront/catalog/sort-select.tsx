import { filterChoices } from '../../search-params.ts'
import { Select } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { useListSearch } from './use-list-search.ts'

export function SortSelect() {
  const { m } = useWords()
  const { search, change } = useListSearch()
  return (
    <div className="sort">
      <Select
        label={m('sort')}
        value={search.sort ?? 'popular'}
        onChange={({ target }) => {
          const sort = filterChoices.sorts.find((one) => one === target.value)
          if (sort) change((before) => ({ ...before, sort }))
        }}
      >
        {filterChoices.sorts.map((sort) => (
          <option key={sort} value={sort}>
            {m(`sort_${sort}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}
