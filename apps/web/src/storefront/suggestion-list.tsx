import { useEffect, useRef } from 'react'
import { Picture } from '../ui/picture.tsx'
import { useWords } from '../words.tsx'
import type { Suggestion } from './use-suggestions.ts'

interface Props {
  id: string
  /** What was looked at, instead of what fits. */
  seen: boolean
  items: readonly Suggestion[]
  /** Which one Enter would open; -1 for none. */
  place: number
  onChoose: (chosen: Suggestion) => void
}

/** The suggestions under the search; the focus stays in the field. */
export function SuggestionList({ id, seen, items, place, onChoose }: Props) {
  const { m } = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A browser may answer with a promise, which is no way to end an effect.
    list.current?.children[place]?.scrollIntoView({ block: 'nearest' })
  }, [place])
  return (
    // The keys are the field's; a hand that points chooses here without taking the focus.
    <div
      ref={list}
      id={id}
      role="listbox"
      className="suggestions"
      aria-label={m(seen ? 'seen_lately' : 'suggestions')}
      data-head={seen ? m('seen_lately') : undefined}
    >
      {items.map((item, i) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={item.key}
          id={`${id}-${i}`}
          role="option"
          className="suggestion"
          aria-selected={i === place}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(item)}
        >
          {item.kind === 'product' && <Picture path={item.path} alt="" sizes="3rem" />}
          <span>
            <span className="suggestion-name">{item.name}</span>{' '}
            <small>{item.kind === 'shelf' ? m('shelf') : item.line}</small>
          </span>
        </div>
      ))}
    </div>
  )
}
