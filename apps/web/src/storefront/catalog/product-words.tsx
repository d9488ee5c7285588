import { useWords } from '../../words.tsx'

interface Props {
  description: string
  facts: readonly { name: string; value: string }[]
  sku: string | null
}

/** The long text in a readable measure, and the facts. */
export function ProductWords({ description, facts, sku }: Props) {
  const { m } = useWords()
  const paragraphs = description.split(/\n+/).filter((text) => text.trim() !== '')
  const all = sku ? [...facts, { name: m('sku'), value: sku }] : facts
  return (
    <section className="product-words" aria-label={m('about_product')}>
      <div className="prose">
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {all.length > 0 && (
        <dl className="facts">
          {all.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
