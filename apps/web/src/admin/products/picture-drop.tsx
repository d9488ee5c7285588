import { useState } from 'react'
import { useWords } from '../../words.tsx'

interface Props {
  busy: boolean
  onFiles: (files: File[]) => void
}

const kinds = 'image/jpeg,image/png,image/webp,image/gif,image/heic,image/tiff'

/** Where pictures are dropped, or chosen from the disk. */
export function PictureDrop({ busy, onFiles }: Props) {
  const { m } = useWords()
  const [over, setOver] = useState(false)
  return (
    // What is dropped can also be chosen: the field inside is the keyboard's way.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <label
      className={over ? 'picture-drop is-over' : 'picture-drop'}
      aria-busy={busy || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!busy) onFiles([...event.dataTransfer.files])
      }}
    >
      <input
        type="file"
        className="unseen"
        accept={kinds}
        multiple
        disabled={busy}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <strong>{m(busy ? 'sending_pictures' : 'add_pictures')}</strong>
      <span>{m('add_pictures_words')}</span>
    </label>
  )
}
