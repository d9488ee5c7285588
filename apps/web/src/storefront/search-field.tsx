import { useMatch, useNavigate } from '@tanstack/react-router'
import { type ChangeEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../words.tsx'

const restMs = 180

/** Searches as one types while the list is open; from any other page Enter leads to the list. */
export function SearchField() {
  const { locale, m } = useWords()
  const navigate = useNavigate()
  const list = useMatch({ from: '/$locale/products', shouldThrow: false })
  const asked = list?.search.search ?? ''
  const [typed, setTyped] = useState(asked)
  const sent = useRef(asked)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  // The address may change by Back or a chip; what is being typed stays.
  useEffect(() => {
    if (asked !== sent.current) {
      sent.current = asked
      setTyped(asked)
    }
  }, [asked])
  useEffect(() => () => clearTimeout(timer.current), [])

  const go = (words: string, replace: boolean) => {
    clearTimeout(timer.current)
    const { search: _, ...rest } = list?.search ?? {}
    const blank = words.trim() === ''
    sent.current = blank ? '' : words
    void navigate({
      to: '/$locale/products',
      params: { locale },
      search: blank ? rest : { ...rest, search: words },
      replace,
      resetScroll: !replace,
    })
  }
  const type = (event: ChangeEvent<HTMLInputElement>) => {
    const words = event.target.value
    setTyped(words)
    clearTimeout(timer.current)
    if (list) timer.current = setTimeout(() => go(words, true), restMs)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    go(typed, false)
  }
  return (
    <search className="search">
      <form onSubmit={submit}>
        <input
          type="search"
          name="search"
          aria-label={m('search')}
          placeholder={m('search_placeholder')}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={100}
          value={typed}
          onChange={type}
        />
      </form>
    </search>
  )
}
