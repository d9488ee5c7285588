import { useState } from 'react'
import { Picture } from '../../ui/picture.tsx'
import { useWords } from '../../words.tsx'

interface Props {
  pictures: readonly { path: string; alt: string }[]
}

/** One large picture, and the others as small ones to choose from. */
export function Gallery({ pictures }: Props) {
  const { m } = useWords()
  const [place, setPlace] = useState(0)
  const shown = pictures[place] ?? pictures[0]
  return (
    <section className="gallery" aria-label={m('pictures')}>
      <Picture path={shown?.path} alt={shown?.alt ?? ''} sizes="(min-width: 60rem) 58vw, 100vw" priority="high" />
      {pictures.length > 1 && (
        <ul className="thumbs">
          {pictures.map(({ path, alt }, i) => (
            <li key={path}>
              <button
                type="button"
                aria-label={m('show_picture', { alt })}
                aria-pressed={i === place}
                onClick={() => setPlace(i)}
              >
                <Picture path={path} alt="" sizes="5rem" priority="low" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
