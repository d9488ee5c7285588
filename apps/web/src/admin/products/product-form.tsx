import { checksIn } from '../../checks.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { centsOf, draftStates, type ProductFields, vatCategories } from './product-input.ts'

interface Props {
  initial: ProductFields
  busy: boolean
  error: unknown
  /** Absent for whoever may only read. */
  onSave: ((fields: ProductFields) => void) | undefined
  fresh?: boolean
}

/** The sheet of a product: texts in both languages, price, shelf, VAT, state. */
export function ProductForm({ initial, busy, error, onSave, fresh = false }: Props) {
  const { m } = useWords()
  const { needed } = checksIn(m)
  const { form, field, submit } = useFields(
    initial,
    {
      slug: (slug) => (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug.trim()) ? null : m('check_slug')),
      price: (typed) => (centsOf(typed) === null ? m('check_price') : null),
      nameFr: needed('check_name_fr'),
    },
    fieldErrorsIn(error),
  )
  return (
    <form ref={form} className="form" noValidate onSubmit={submit((values) => onSave?.(values))}>
      <fieldset disabled={onSave === undefined} className="form">
        <Field {...field('nameFr')} label={m('name_fr')} maxLength={200} />
        <Field {...field('nameEn')} label={m('name_en')} maxLength={200} optional />
        <Field {...field('lineFr')} label={m('line_fr')} maxLength={300} optional />
        <Field {...field('lineEn')} label={m('line_en')} maxLength={300} optional />
        <TextArea {...field('descriptionFr')} label={m('description_fr')} maxLength={5000} optional />
        <TextArea {...field('descriptionEn')} label={m('description_en')} maxLength={5000} optional />
        <div className="field-pair">
          <Field
            {...field('price')}
            label={m('price_with_tax')}
            inputMode="decimal"
            hint={fresh ? undefined : m('price_hint')}
          />
          {fresh && <Field {...field('stock')} label={m('first_stock')} inputMode="numeric" />}
          <Select {...field('vatCategory')} label={m('vat')}>
            {vatCategories.map((category) => (
              <option key={category} value={category}>
                {m(`vat_${category}`)}
              </option>
            ))}
          </Select>
        </div>
        <div className="field-pair">
          <Field {...field('slug')} label={m('slug')} maxLength={100} spellCheck={false} />
          <Field {...field('category')} label={m('shelf')} maxLength={100} spellCheck={false} optional />
        </div>
        <Select {...field('state')} label={m('state')}>
          {draftStates.map((state) => (
            <option key={state} value={state}>
              {m(`product_${state}`)}
            </option>
          ))}
        </Select>
        <ProblemNotice error={error} />
        {onSave && (
          <Button type="submit" kind="primary" busy={busy}>
            {m('save')}
          </Button>
        )}
      </fieldset>
    </form>
  )
}
