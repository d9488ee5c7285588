import { useEffect, useState } from 'react'
import { useWords } from '../words.tsx'

interface Props {
  value: number
  most: number
  /** What is counted, for whoever cannot see it. */
  of: string
  onChange: (quantity: number) => void
}

/** A number of pieces: typed, or one more, one less. A typed number counts when the field is left. */
export function Quantity({ value, most, of, onChange }: Props) {
  const { m } = useWords()
  const [typed, setTyped] = useState(String(value))
  useEffect(() => setTyped(String(value)), [value])
  const settle = () => {
    const wanted = Number.parseInt(typed, 10)
    if (Number.isSafeInteger(wanted) && wanted >= 1 && wanted !== value) onChange(Math.min(wanted, 99))
    else setTyped(String(value))
  }
  return (
    <span className="quantity">
      <button
        type="button"
        aria-label={m('one_less', { of })}
        disabled={value <= 1}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <input
        aria-label={m('quantity_of', { of })}
        inputMode="numeric"
        value={typed}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 2))}
        onBlur={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
      <button
        type="button"
        aria-label={m('one_more', { of })}
        disabled={value >= most}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </span>
  )
}
