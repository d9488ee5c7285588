import type { Locale } from '@comptoir/domain'
import { Field, TextArea } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { FactsEditor } from './facts-editor.tsx'
import type { Sheet, SheetTexts } from './sheet.ts'

interface Props {
  sheet: Sheet
  onChange: (sheet: Sheet) => void
  error: string | undefined
  /** Whether faults are shown already. */
  checked: boolean
}

/** The words of a product, both languages beside each other. */
export function TextsEditor({ sheet, onChange, error, checked }: Props) {
  return (
    <div className="both-languages">
      <OneLanguage of="fr" {...{ sheet, onChange, error, checked }} />
      <OneLanguage of="en" {...{ sheet, onChange, checked }} error={undefined} />
    </div>
  )
}

function OneLanguage({ of, sheet, onChange, error, checked }: Props & { of: Locale }) {
  const { m } = useWords()
  const texts = sheet.texts[of]
  const put = (next: Partial<SheetTexts>) =>
    onChange({ ...sheet, texts: { ...sheet.texts, [of]: { ...texts, ...next } } })
  const field = (part: Exclude<keyof SheetTexts, 'facts'>) => ({
    value: texts[part],
    lang: of,
    onChange: ({ target }: { target: { value: string } }) => put({ [part]: target.value }),
  })
  return (
    <div className="form">
      <Field {...field('name')} name={`name-${of}`} label={m(`name_${of}`)} maxLength={200} error={error} />
      <Field {...field('line')} label={m(`line_${of}`)} maxLength={300} optional />
      <TextArea {...field('description')} label={m(`description_${of}`)} maxLength={5000} optional />
      <FactsEditor of={of} facts={texts.facts} onChange={(facts) => put({ facts })} checked={checked} />
      <Field
        {...field('keywords')}
        label={m(`keywords_${of}`)}
        hint={m('keywords_hint')}
        maxLength={300}
        autoComplete="off"
        optional
      />
    </div>
  )
}
