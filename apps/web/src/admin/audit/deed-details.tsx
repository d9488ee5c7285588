import { useWords } from '../../words.tsx'

interface Props {
  address: string
  before: string | null
  after: string | null
}

/** From where a deed was done and what it changed. */
export function DeedDetails({ address, before, after }: Props) {
  const { m } = useWords()
  const sides = [
    { label: m('before'), value: before },
    { label: m('after'), value: after },
  ]
  return (
    <details className="deed">
      <summary>{m('from_address', { address })}</summary>
      <dl>
        {sides.map(
          ({ label, value }) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  )
}
