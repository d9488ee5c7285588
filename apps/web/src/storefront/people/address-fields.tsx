import { Field, Select } from '../../ui/field.tsx'
import type { useFields } from '../../ui/fields.ts'
import { useWords } from '../../words.tsx'

/** An address as a form holds it; the shop delivers to one country. */
export const blankAddress = { name: '', line1: '', line2: '', postcode: '', city: '', phone: '' }
export type AddressName = keyof typeof blankAddress
type Wired = Omit<ReturnType<ReturnType<typeof useFields<typeof blankAddress>>['field']>, 'name'> & { name: string }

/** The fields of an address: in the address book and at checkout the same. */
export function AddressFields({ field }: { field: (name: AddressName) => Wired }) {
  const { m } = useWords()
  return (
    <>
      <Field {...field('name')} label={m('full_name')} autoComplete="shipping name" maxLength={100} />
      <Field {...field('line1')} label={m('line1')} autoComplete="shipping address-line1" maxLength={200} />
      <Field {...field('line2')} label={m('line2')} autoComplete="shipping address-line2" maxLength={200} optional />
      <div className="field-pair">
        <Field
          {...field('postcode')}
          label={m('postcode')}
          autoComplete="shipping postal-code"
          inputMode="numeric"
          maxLength={6}
        />
        <Field {...field('city')} label={m('city')} autoComplete="shipping address-level2" maxLength={100} />
      </div>
      <Select label={m('country')} autoComplete="shipping country" defaultValue="FR" hint={m('country_why')}>
        <option value="FR">{m('france')}</option>
      </Select>
      <Field
        {...field('phone')}
        label={m('phone')}
        hint={m('phone_why')}
        type="tel"
        autoComplete="shipping tel"
        inputMode="tel"
        maxLength={30}
        optional
      />
    </>
  )
}
