import { vatCategories } from '@comptoir/domain/cart'
import { checksIn } from '../../checks.ts'
import type { AdminOutputs } from '../../outputs.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextArea } from '../../ui/field.tsx'
import { type Check, useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { centsOf } from '../products/sheet.ts'
import { ExampleSeller } from './example-seller.tsx'
import { fieldsOfSettings, inputOfSettings } from './settings-input.ts'

export function SettingsForm({ settings }: { settings: AdminOutputs['settings']['get'] }) {
  const { m, locale } = useWords()
  const tell = useToast()
  const utils = admin.useUtils()
  const update = admin.settings.update.useMutation({
    onSuccess: (now) => {
      utils.settings.get.setData(undefined, now)
      tell(m('saved'))
    },
  })
  const { needed, email } = checksIn(m)
  const filled = needed('check_filled')
  const matches =
    (pattern: RegExp, key: 'check_country' | 'check_siren' | 'check_vat_number'): Check =>
    (value) =>
      pattern.test(value.trim()) ? null : m(key)
  const priced: Check = (value) => (centsOf(value) === null ? m('check_price') : null)
  const { form, field, submit } = useFields(
    fieldsOfSettings(settings, locale),
    {
      ...{
        termsVersion: filled,
        shopName: filled,
        name: filled,
        legalForm: filled,
        address: filled,
        email,
        fr: filled,
        en: filled,
      },
      country: matches(/^[A-Z]{2}$/, 'check_country'),
      siren: matches(/^\d{3} ?\d{3} ?\d{3}$/, 'check_siren'),
      vatNumber: matches(/^[A-Z]{2} ?[A-Z0-9 ]{2,16}$/, 'check_vat_number'),
      amountCents: priced,
      freeFromCents: (value) => (value.trim() === '' ? null : priced(value)),
    },
    fieldErrorsIn(update.error),
  )
  return (
    <form ref={form} className="form" noValidate onSubmit={submit((fields) => update.mutate(inputOfSettings(fields)))}>
      <Field {...field('shopName')} label={m('shop_name')} maxLength={60} />
      <h2>{m('seller')}</h2>
      <ExampleSeller seller={settings.seller} />
      <Field {...field('name')} label={m('seller_name')} maxLength={100} autoComplete="off" />
      <Field {...field('legalForm')} label={m('legal_form')} hint={m('legal_form_hint')} maxLength={100} />
      <TextArea {...field('address')} label={m('seller_address')} rows={3} />
      <div className="field-pair">
        <Field {...field('country')} label={m('country_code')} maxLength={2} />
        <Field {...field('email')} label={m('email')} type="email" autoComplete="off" />
      </div>
      <div className="field-pair">
        <Field {...field('siren')} label={m('siren')} inputMode="numeric" />
        <Field {...field('vatNumber')} label={m('vat_number_long')} />
      </div>
      <h2>{m('terms_title')}</h2>
      <Field
        {...field('termsVersion')}
        label={m('terms_version_label')}
        hint={m('terms_version_hint')}
        maxLength={40}
      />
      <h2>{m('delivery_method')}</h2>
      <div className="field-pair">
        <Field {...field('fr')} label={m('name_fr')} maxLength={60} />
        <Field {...field('en')} label={m('name_en')} maxLength={60} />
      </div>
      <div className="field-pair">
        <Field {...field('amountCents')} label={m('delivery_price')} inputMode="decimal" />
        <Field
          {...field('freeFromCents')}
          label={m('delivery_free_from')}
          hint={m('delivery_free_hint')}
          inputMode="decimal"
        />
      </div>
      <div className="field-pair">
        <Select {...field('vatCategory')} label={m('vat')}>
          {vatCategories.map((one) => (
            <option key={one} value={one}>
              {m(`vat_${one}`)}
            </option>
          ))}
        </Select>
      </div>
      <ProblemNotice error={update.error} />
      <Button type="submit" kind="primary" busy={update.isPending}>
        {m('save')}
      </Button>
    </form>
  )
}
