import { useEffect, useRef, useState } from 'react'
import { problemIn } from '../../problems.ts'
import { Button, LinkButton } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { Conflict } from './conflict.tsx'
import { faultless, fieldFaults, gridFault, optionsFault } from './faults.ts'
import { Leaving } from './leaving.tsx'
import { OptionsEditor } from './options-editor.tsx'
import { Placing } from './placing.tsx'
import type { Product, Sheet } from './sheet.ts'
import { slugOf } from './sheet-input.ts'
import { TextsEditor } from './texts-editor.tsx'
import { VariantGrid } from './variant-grid.tsx'

interface Props {
  initial: Sheet
  product?: Product
  busy: boolean
  error: unknown
  /** Absent for whoever may only read. `done` says that the sheet is safe on file; `force` overwrites a newer version. */
  onSave: ((sheet: Sheet, done: () => void, force?: Product) => void) | undefined
  /** A version that somebody else saved while this one was edited. */
  theirs?: Product | undefined
  onTakeTheirs?: () => void
  fresh?: boolean
  /** Told whether something here is not saved yet. */
  onUnsaved?: (unsaved: boolean) => void
}

/** The sheet of a product: words in both languages, its place, its options, its variants as a grid. */
export function ProductForm({ initial, product, busy, error, onSave, theirs, onTakeTheirs, ...more }: Props) {
  const { fresh = false, onUnsaved } = more
  const { m } = useWords()
  const [sheet, setSheet] = useState(initial)
  const [checked, setChecked] = useState(false)
  const [misses, setMisses] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const safe = useRef(false)
  const changed = JSON.stringify(sheet) !== JSON.stringify(initial)
  useEffect(() => {
    if (misses > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [misses])

  useEffect(() => {
    onUnsaved?.(changed)
    return () => onUnsaved?.(false)
  }, [changed, onUnsaved])

  const edit = (next: Sheet) => {
    // While a new product has no address of its own, its name gives it one.
    const named = fresh && next.slug === slugOf(sheet.texts.fr.name) ? slugOf(next.texts.fr.name) : next.slug
    setSheet({ ...next, slug: named })
  }
  const save = (force?: Product) => {
    setChecked(true)
    if (!faultless(sheet)) return setMisses((count) => count + 1)
    onSave?.(sheet, () => (safe.current = true), force)
  }
  const faults = checked ? fieldFaults(sheet) : {}
  const optionsWrong = checked ? optionsFault(sheet) : null
  const onHand = new Map(product?.variants.map((variant) => [variant.id, variant.onHand]))
  const gridWrong = gridFault(sheet)
  return (
    <form
      ref={form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Leaving unsaved={() => changed && !safe.current} />
      <fieldset disabled={onSave === undefined} className="form">
        <TextsEditor sheet={sheet} onChange={edit} checked={checked} error={faults.name && m(faults.name)} />
        <Placing sheet={sheet} onChange={edit} error={faults.slug && m(faults.slug)} />
        <h2>{m('options')}</h2>
        <OptionsEditor sheet={sheet} onChange={edit} error={optionsWrong ? m(optionsWrong) : undefined} />
        <h2>{m('variants')}</h2>
        <VariantGrid sheet={sheet} onChange={edit} checked={checked} onHand={onHand} />
        {gridWrong && <p className="field-error">{m(gridWrong)}</p>}
      </fieldset>
      {theirs && onTakeTheirs ? (
        <Conflict {...{ mine: sheet, theirs, busy, onTakeTheirs }} onKeepMine={() => save(theirs)} />
      ) : (
        problemIn(error)?.code !== 'product_changed' && <ProblemNotice error={error} />
      )}
      {onSave && (
        <div className="save-bar">
          <Button type="submit" kind={theirs ? 'plain' : 'primary'} busy={busy}>
            {m('save')}
          </Button>
          {changed && (
            <>
              <span role="status">{m('unsaved')}</span>
              <LinkButton onClick={() => setSheet(initial)}>{m('discard')}</LinkButton>
            </>
          )}
        </div>
      )}
    </form>
  )
}
