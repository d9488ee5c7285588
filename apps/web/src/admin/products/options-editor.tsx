import { useRef } from 'react'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useWords } from '../../words.tsx'
import { type Sheet, type SheetOption, withOptions } from './sheet.ts'

interface Props {
  sheet: Sheet
  onChange: (sheet: Sheet) => void
  error: string | undefined
}

const noNames = { fr: '', en: '' }

/** What a shopper chooses between: up to three options, each with its values, named in both languages. */
export function OptionsEditor({ sheet, onChange, error }: Props) {
  const { m } = useWords()
  const last = useRef(0)
  const fresh = () => `~${Date.now()}-${++last.current}`
  const put = (options: SheetOption[]) => onChange(withOptions(sheet, options))
  const change = (key: string, next: Partial<SheetOption>) =>
    put(sheet.options.map((option) => (option.key === key ? { ...option, ...next } : option)))
  const newValue = () => ({ key: fresh(), names: noNames, swatch: null })
  return (
    <div className="form">
      {sheet.options.length === 0 && <p>{m('no_options_words')}</p>}
      {sheet.options.map((option, no) => (
        <fieldset key={option.key} className="option-editor">
          <legend className="unseen">{m('option_no', { no: no + 1 })}</legend>
          <Names
            label={m('option_no', { no: no + 1 })}
            names={option.names}
            error={error}
            onChange={(names) => change(option.key, { names })}
            onRemove={() => put(sheet.options.filter(({ key }) => key !== option.key))}
          />
          <ul>
            {option.values.map((value, place) => (
              <li key={value.key}>
                <Names
                  label={m('value_no', { no: place + 1 })}
                  names={value.names}
                  error={error}
                  onChange={(names) =>
                    change(option.key, {
                      values: option.values.map((one) => (one.key === value.key ? { ...one, names } : one)),
                    })
                  }
                  onRemove={() => change(option.key, { values: option.values.filter(({ key }) => key !== value.key) })}
                />
              </li>
            ))}
          </ul>
          <LinkButton onClick={() => change(option.key, { values: [...option.values, newValue()] })}>
            {m('add_value')}
          </LinkButton>
        </fieldset>
      ))}
      {error && <p className="field-error">{error}</p>}
      {sheet.options.length < 3 && (
        <Button onClick={() => put([...sheet.options, { key: fresh(), names: noNames, values: [newValue()] }])}>
          {m('add_option')}
        </Button>
      )}
    </div>
  )
}

interface NamesProps {
  label: string
  names: SheetOption['names']
  /** Marks a name that is missing in both languages. */
  error: string | undefined
  onChange: (names: SheetOption['names']) => void
  onRemove: () => void
}

/** A name in both languages on one line. */
function Names({ label, names, error, onChange, onRemove }: NamesProps) {
  const { m } = useWords()
  const missing = error !== undefined && `${names.fr}${names.en}`.trim() === ''
  return (
    <div className="option-names">
      <span>{label}</span>
      {(['fr', 'en'] as const).map((language) => (
        <input
          key={language}
          className="control"
          lang={language}
          aria-label={`${label}, ${m(`in_${language}`)}`}
          placeholder={m(`in_${language}`)}
          aria-invalid={missing || undefined}
          maxLength={100}
          value={names[language]}
          onChange={({ target }) => onChange({ ...names, [language]: target.value })}
        />
      ))}
      <LinkButton aria-label={m('remove_named', { name: names.fr || names.en || label })} onClick={onRemove}>
        {m('remove')}
      </LinkButton>
    </div>
  )
}
