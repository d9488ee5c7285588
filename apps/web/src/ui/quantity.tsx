import { type MouseEvent, useState } from 'react'
import { useWords } from '../words.tsx'

interface Props {
  value: number
  most: number
  /** What is counted, for whoever cannot see it. */
  of: string
  /** The name under which a form sends the typed number. */
  name?: string
  /** Where one more and one less are steps of a form, sent as `step` where no script runs. */
  stepping?: boolean
  onChange: (quantity: number) => void
}

/** A number of pieces: typed, or one more, one less. A typed number counts when the field is left. */
export function Quantity({ value, most, of, name, stepping = false, onChange }: Props) {
  const { m } = useWords()
  // Only while it is being typed: otherwise the true number is shown, whatever became of the wanted one.
  const [typed, setTyped] = useState<string | null>(null)
  const settle = () => {
    const wanted = Number.parseInt(typed ?? '', 10)
    setTyped(null)
    if (Number.isSafeInteger(wanted) && wanted >= 1 && wanted !== value) onChange(Math.min(wanted, 99))
  }
  const step = (by: 1 | -1) => ({
    ...(stepping ? ({ type: 'submit', name: 'step', value: by } as const) : ({ type: 'button' } as const)),
    onClick: (event: MouseEvent) => {
      event.preventDefault()
      onChange(value + by)
    },
  })
  return (
    <span className="quantity">
      <button {...step(-1)} aria-label={m('one_less', { of })} disabled={value <= 1}>
        −
      </button>
      <input
        aria-label={m('quantity_of', { of })}
        name={name}
        inputMode="numeric"
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 2))}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
      <button {...step(1)} aria-label={m('one_more', { of })} disabled={value >= most}>
        +
      </button>
    </span>
  )
}
