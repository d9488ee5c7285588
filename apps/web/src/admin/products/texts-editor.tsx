import type { Locale } from '@comptoir/domain'
import { Field, TextArea } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import type { Sheet, SheetTexts } from './sheet.ts'

interface Props {
  sheet: Sheet
  onChange: (sheet: Sheet) => void
  error: string | undefined
}

/** The words of a product, both languages beside each other. */
export function TextsEditor({ sheet, onChange, error }: Props) {
  return (
    <div className="both-languages">
      <OneLanguage of="fr" {...{ sheet, onChange, error }} />
      <OneLanguage of="en" {...{ sheet, onChange }} error={undefined} />
    </div>
  )
}

function OneLanguage({ of, sheet, onChange, error }: Props & { of: Locale }) {
  const { m } = useWords()
  const texts = sheet.texts[of]
  const field = (part: keyof SheetTexts) => ({
    value: texts[part],
    lang: of,
    onChange: ({ target }: { target: { value: string } }) =>
      onChange({ ...sheet, texts: { ...sheet.texts, [of]: { ...texts, [part]: target.value } } }),
  })
  return (
    <div className="form">
      <Field {...field('name')} name={`name-${of}`} label={m(`name_${of}`)} maxLength={200} error={error} />
      <Field {...field('line')} label={m(`line_${of}`)} maxLength={300} optional />
      <TextArea {...field('description')} label={m(`description_${of}`)} maxLength={5000} optional />
    </div>
  )
}
