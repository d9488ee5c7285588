import { useId } from 'react'
import type { ShopOutputs } from '../../outputs.ts'
import { Swatch } from '../../ui/swatch.tsx'
import { useWords } from '../../words.tsx'
import { isPossible } from './choice.ts'

type Product = ShopOutputs['catalog']['get']

interface Props {
  options: Product['options']
  variants: Product['variants']
  chosen: readonly string[]
  onChoose: (option: number, value: string) => void
}

/** The choices of a product; what cannot be combined stays visible and cannot be chosen. */
export function Options({ options, variants, chosen, onChoose }: Props) {
  const { m } = useWords()
  const id = useId()
  return options.map(({ code, name, values }, option) => (
    <fieldset key={code} className="option">
      <legend>
        {name} <span>{values.find((value) => value.code === chosen[option])?.name}</span>
      </legend>
      <div className="option-values">
        {values.map((value) => {
          const possible = isPossible(variants, chosen, option, value.code)
          const exact = chosen.with(option, value.code)
          const gone =
            variants.find(({ values }) => values.every((one, i) => one === exact[i]))?.stock === 'out_of_stock'
          return (
            <label key={value.code} className={`choice${gone ? ' is-gone' : ''}`}>
              <input
                type="radio"
                name={`${id}-${code}`}
                value={value.code}
                checked={chosen[option] === value.code}
                disabled={!possible}
                onChange={() => onChoose(option, value.code)}
              />
              {value.swatch && <Swatch className="swatch" colour={value.swatch} />}
              <span>{value.name}</span>
              {(gone || !possible) && <span className="unseen"> ({m(possible ? 'stock_out' : 'not_made')})</span>}
            </label>
          )
        })}
      </div>
    </fieldset>
  ))
}
