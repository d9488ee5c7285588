import { LinkButton } from '../../ui/button.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Picture } from '../../ui/picture.tsx'
import { useWords } from '../../words.tsx'
import { type EditedPicture, showing, shownOf } from './pictures.ts'
import type { Product } from './sheet.ts'

interface Props {
  picture: EditedPicture
  place: number
  options: Product['options']
  checked: boolean
  editable: boolean
  onChange: (picture: EditedPicture) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One picture with what it says to whoever cannot see it, in both languages. */
export function PictureRow({ picture, place, options, checked, editable, onChange, onMove, onRemove }: Props) {
  const { m, locale } = useWords()
  const { path, alt, values } = picture
  const words = (of: 'fr' | 'en') => ({
    label: m(`alt_${of}`),
    lang: of,
    maxLength: 300,
    value: alt[of],
    error: checked && alt[of].trim() === '' ? m('check_alt') : undefined,
    onChange: ({ target }: { target: { value: string } }) =>
      onChange({ ...picture, alt: { ...alt, [of]: target.value } }),
  })
  return (
    <li className="picture-row">
      <Picture path={path} alt={alt[locale]} sizes="8rem" />
      <fieldset disabled={!editable} className="form">
        <legend className="unseen">{m('picture_no', { no: place })}</legend>
        <div className="both-languages">
          <Field {...words('fr')} />
          <Field {...words('en')} />
        </div>
        <div className="actions">
          {options.map((option) => (
            <Select
              key={option.code}
              label={m('picture_shows_named', { option: option.names[locale] })}
              value={shownOf(option, values) ?? ''}
              onChange={({ target }) =>
                onChange({ ...picture, values: showing(options, values, { option, value: target.value }) })
              }
            >
              <option value="">{m('every_value')}</option>
              {option.values.map(({ code, names }) => (
                <option key={code} value={code}>
                  {names[locale]}
                </option>
              ))}
            </Select>
          ))}
          <LinkButton aria-label={m('earlier_named', { no: place })} onClick={() => onMove(-1)}>
            {m('earlier')}
          </LinkButton>
          <LinkButton aria-label={m('later_named', { no: place })} onClick={() => onMove(1)}>
            {m('later')}
          </LinkButton>
          <LinkButton aria-label={m('remove_named', { name: m('picture_no', { no: place }) })} onClick={onRemove}>
            {m('remove')}
          </LinkButton>
        </div>
      </fieldset>
    </li>
  )
}
