import type { ShopOutputs } from '../../outputs.ts'
import { Checkbox } from '../../ui/field.tsx'
import { Swatch } from '../../ui/swatch.tsx'
import { useWords } from '../../words.tsx'
import { withOption } from './option-filter.ts'
import { useListSearch } from './use-list-search.ts'

type Option = ShopOutputs['catalog']['facets']['options'][number]

/** So many values are in sight at once. */
const most = 8

/** The values of one option, each with how many products the list would then hold. */
export function OptionFacets({ option: { name, values } }: { option: Option }) {
  const { m, number } = useWords()
  const { search, change } = useListSearch()
  const asked = search.options ?? []
  const shown = values.filter(({ code, count }) => count > 0 || asked.includes(code))
  if (shown.length === 0) return null
  // A long list is folded: what most products have, and what is chosen, stays in sight.
  const common = shown.length > most + 2 ? shown.toSorted((a, b) => b.count - a.count).slice(0, most) : shown
  const first = shown.filter((value) => common.includes(value) || asked.includes(value.code))
  const others = shown.filter((value) => !first.includes(value))
  const list = (part: readonly Option['values'][number][]) => (
    <ul className="facet-values">
      {part.map((value) => (
        <li key={value.code}>
          <Checkbox
            label={
              <span className="facet-value">
                {value.swatch && <Swatch className="swatch" colour={value.swatch} />}
                <span>
                  {value.name}
                  {'\u00a0'}
                  <span className="facet-count">{number(value.count)}</span>
                </span>
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
  )
  return (
    <section>
      <h2>{name}</h2>
      {list(first)}
      {others.length > 0 && (
        <details className="facet-more">
          <summary>{m('choices_more', { count: others.length })}</summary>
          {list(others)}
        </details>
      )}
    </section>
  )
}
