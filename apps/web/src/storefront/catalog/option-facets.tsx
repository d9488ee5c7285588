import type { ShopOutputs } from '../../outputs.ts'
import { Checkbox } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { withOption } from './option-filter.ts'
import { useListSearch } from './use-list-search.ts'

type Option = ShopOutputs['catalog']['facets']['options'][number]

/** The values of one option, each with how many products the list would then hold. */
export function OptionFacets({ option: { name, values } }: { option: Option }) {
  const { number } = useWords()
  const { search, change } = useListSearch()
  const asked = search.options ?? []
  const shown = values.filter(({ code, count }) => count > 0 || asked.includes(code))
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{name}</h2>
      <ul className="facet-values">
        {shown.map((value) => (
          <li key={value.code}>
            <Checkbox
              label={
                <span className="facet-value">
                  {value.swatch && <span className="swatch" style={{ background: value.swatch }} />}
                  {value.name} <span className="facet-count">{number(value.count)}</span>
                </span>
              }
              name="options"
              value={value.code}
              checked={asked.includes(value.code)}
              onChange={({ target }) => change((before) => withOption(before, value.code, target.checked))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
