import { useEffect, useState } from 'react'
import { useWords } from '../words.tsx'

interface Choice<T extends string> {
  label: string
  value: T | undefined
  choices: readonly T[]
  words: (choice: T) => string
  onChange: (value: T | undefined) => void
}

/** One part of the sentence that a list's filters make. */
export function FilterSelect<T extends string>({ label, value, choices, words, onChange }: Choice<T>) {
  const { m } = useWords()
  return (
    <label className="filter">
      <span>{label}</span>
      <select
        className="control"
        value={value ?? ''}
        onChange={({ target }) => onChange(choices.find((one) => one === target.value))}
      >
        <option value="">{m('any')}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface Text {
  label: string
  value: string | undefined
  type?: 'text' | 'search' | 'date' | 'email'
  onChange: (value: string | undefined) => void
}

/** A filter that is typed; it counts when one rests or leaves. */
export function FilterText({ label, value = '', type = 'text', onChange }: Text) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed.trim() === '' ? undefined : typed), 300)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <label className="filter">
      <span>{label}</span>
      <input
        className="control"
        type={type}
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </label>
  )
}
