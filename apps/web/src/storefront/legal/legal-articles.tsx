import type { ShopOutputs } from '../../outputs.ts'
import { frenchSpaces } from '../../messages.ts'
import { useWords } from '../../words.tsx'
import { legalTexts } from './legal-texts.ts'
import type { LegalText } from './legal-titles.ts'

interface Props {
  text: LegalText
  of: ShopOutputs['shop']['info']
  heading?: 'h2' | 'h3'
}

/** The articles of a legal text, true to the shop's settings: its seller, its delivery, its terms. */
export function LegalArticles({ text, of, heading: Heading = 'h2' }: Props) {
  const { m, price, country } = useWords()
  const { seller, delivery, currency } = of
  const amount = price(delivery.amountCents, currency)
  const places = {
    shop: of.name,
    // French in either language: its numbers keep together.
    seller: frenchSpaces([seller.name, seller.legalForm].filter(Boolean).join(', ')),
    address: [...seller.address, country(seller.country)].join(', '),
    siren: frenchSpaces(seller.siren),
    vat: seller.vatNumber,
    email: seller.email,
    minutes: of.payMinutes,
    delivery:
      delivery.freeFromCents === null
        ? m('delivery_costs', { price: amount })
        : m('delivery_costs_free_from', { price: amount, from: price(delivery.freeFromCents, currency) }),
  }
  return legalTexts[text].articles.map(([title, words]) => (
    <section key={title}>
      <Heading>{m(title)}</Heading>
      <p>{m(words, places)}</p>
    </section>
  ))
}
