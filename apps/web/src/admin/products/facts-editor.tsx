import type { Locale } from '@comptoir/domain'
import { LinkButton } from '../../ui/button.tsx'
import { useWords } from '../../words.tsx'
import { factsFault } from './faults.ts'
import type { SheetTexts } from './sheet.ts'

type Facts = SheetTexts['facts']
interface Props {
  of: Locale
  facts: Facts
  onChange: (facts: Facts) => void
  checked: boolean
}

const mostFacts = 20

/** What is stated beside the text of a product, line by line: what it is about, and what it is. */
export function FactsEditor({ of, facts, onChange, checked }: Props) {
  const { m } = useWords()
  const change = (at: number, next: Partial<Facts[number]>) =>
    onChange(facts.map((fact, i) => (i === at ? { ...fact, ...next } : fact)))
  const fault = checked ? factsFault({ facts }) : null
  const half = (text: string, other: string) => fault !== null && text.trim() === '' && other.trim() !== ''
  return (
    <fieldset className="facts-editor">
      <legend className="field-label">{m(`facts_${of}`)}</legend>
      {facts.map(({ name, value }, at) => (
        // A fact has no name of its own: its place is what tells it apart.
        <div className="fact-row" key={at}>
          <input
            className="control"
            lang={of}
            aria-label={m('fact_name_no', { no: at + 1 })}
            aria-invalid={half(name, value) || undefined}
            placeholder={m('fact_name')}
            maxLength={60}
            value={name}
            onChange={({ target }) => change(at, { name: target.value })}
          />
          <input
            className="control"
            lang={of}
            aria-label={m('fact_value_no', { no: at + 1 })}
            aria-invalid={half(value, name) || undefined}
            placeholder={m('fact_value')}
            maxLength={200}
            value={value}
            onChange={({ target }) => change(at, { value: target.value })}
          />
          <LinkButton
            aria-label={m('remove_named', { name: name || m('fact_name_no', { no: at + 1 }) })}
            onClick={() => onChange(facts.filter((_, i) => i !== at))}
          >
            {m('remove')}
          </LinkButton>
        </div>
      ))}
      {fault && <p className="field-error">{m(fault)}</p>}
      {facts.length < mostFacts && (
        <LinkButton onClick={() => onChange([...facts, { name: '', value: '' }])}>{m('add_fact')}</LinkButton>
      )}
    </fieldset>
  )
}
