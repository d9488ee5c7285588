import { useState } from 'react'

interface Props {
  title: string
  words: string
  /** As in the `accept` of a file field. */
  accept: string
  multiple?: boolean
  busy: boolean
  onFiles: (files: File[]) => void
}

/** Where files are dropped, or chosen from the disk. */
export function FileDrop({ title, words, accept, multiple = false, busy, onFiles }: Props) {
  const [over, setOver] = useState(false)
  return (
    // What is dropped can also be chosen: the field inside is the keyboard's way.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <label
      className={over ? 'file-drop is-over' : 'file-drop'}
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
        accept={accept}
        multiple={multiple}
        disabled={busy}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <strong>{title}</strong>
      <span>{words}</span>
    </label>
  )
}
