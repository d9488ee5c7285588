import { useMatch, useNavigate } from '@tanstack/react-router'
import { type ChangeEvent, type KeyboardEvent, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words.tsx'
import { moveInList } from './move-in-list.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { type Suggestion, useSuggestions } from './use-suggestions.ts'

const restMs = 180

/** Suggestions lead on while one types, and Enter to the list; where the list is open, it follows what is typed as well. */
export function SearchField() {
  const { locale, m } = useWords()
  const navigate = useNavigate()
  const list = useMatch({ from: '/$locale/products', shouldThrow: false })
  const asked = list?.search.search ?? ''
  const [typed, setTyped] = useState(asked)
  const sent = useRef(asked)
  const id = useId()
  const [open, setOpen] = useState(false)
  const [place, setPlace] = useState(-1)
  const suggestions = useSuggestions(typed, open, locale)
  const chosen = suggestions[place]
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
    const { search: _, pages: __, ...rest } = list?.search ?? {}
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
    setOpen(true)
    setPlace(-1)
    clearTimeout(timer.current)
    if (list) timer.current = setTimeout(() => go(words, true), restMs)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (chosen) return choose(chosen)
    setOpen(false)
    go(typed, false)
  }
  const choose = ({ kind, slug }: Suggestion) => {
    clearTimeout(timer.current)
    setOpen(false)
    setPlace(-1)
    setTyped('')
    if (kind === 'shelf') void navigate({ to: '/$locale/products', params: { locale }, search: { category: slug } })
    else void navigate({ to: '/$locale/products/$slug', params: { locale, slug } })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !open) setOpen(true)
    if (event.key === 'Escape' && suggestions.length > 0) {
      event.preventDefault()
      setOpen(false)
    }
    const next = moveInList(event.key, place, suggestions.length)
    if (next === null) return
    event.preventDefault()
    setPlace(next)
  }
  const combobox = {
    role: 'combobox',
    'aria-expanded': suggestions.length > 0,
    'aria-controls': id,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': chosen ? `${id}-${place}` : undefined,
    onKeyDown: press,
    // Before anything is typed there is something to offer: what was looked at last.
    onFocus: () => typed === '' && setOpen(true),
    onBlur: () => setOpen(false),
  }
  return (
    <search className="search">
      <form action={`/${locale}/products`} onSubmit={submit}>
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
          {...combobox}
        />
        {suggestions.length > 0 && (
          <SuggestionList id={id} seen={typed.trim() === ''} items={suggestions} place={place} onChoose={choose} />
        )}
        <span className="unseen" role="status">
          {suggestions.length > 0 && m('count_suggestions', { count: suggestions.length })}
        </span>
      </form>
    </search>
  )
}
