import type { ShopOutputs } from '../outputs.ts'
import { useWords } from '../words.tsx'

type Sheet = ShopOutputs['orders']['invoice']['invoice']

/** An invoice or a credit note on one sheet: black on white, fit for A4. A page of several has one `h1`. */
export function DocumentSheet({ of, heading: Heading = 'h1' }: { of: Sheet; heading?: 'h1' | 'h2' }) {
  const { m, date, country } = useWords()
  const credit = of.correctsNumber !== null
  return (
    <article className="sheet">
      <header>
        <div>
          <Heading>{m(credit ? 'credit_note' : 'invoice')}</Heading>
          <p className="figures">{of.number}</p>
        </div>
        <p className="sheet-seller">
          <strong>{of.seller.name}</strong>
          <span>{of.seller.address.replace(/(?<=, )[A-Z]{2}$/, country)}</span>
          <span>SIREN {of.seller.siren}</span>
          <span>
            {m('vat_number')} {of.seller.vatNumber}
          </span>
          <span>{of.seller.email}</span>
        </p>
      </header>
      <section className="sheet-facts">
        <dl>
          <dt>{m('issued_on')}</dt>
          <dd>{date(of.issuedAt)}</dd>
          <dt>{m('order_number')}</dt>
          <dd className="figures">{of.orderReference}</dd>
          {of.paidAt !== null && (
            <>
              <dt>{m('paid_on')}</dt>
              <dd>{date(of.paidAt)}</dd>
            </>
          )}
          {of.correctsNumber !== null && (
            <>
              <dt>{m('corrects_invoice')}</dt>
              <dd className="figures">{of.correctsNumber}</dd>
            </>
          )}
        </dl>
        <address>
          {[
            of.buyer.name,
            of.buyer.address.line1,
            of.buyer.address.line2,
            `${of.buyer.address.postcode} ${of.buyer.address.city}`,
            country(of.buyer.address.country),
          ]
            .filter((line) => line !== '')
            .map((line) => (
              <span key={line}>{line}</span>
            ))}
        </address>
      </section>
      <SheetLines of={of} />
    </article>
  )
}

function SheetLines({ of }: { of: Sheet }) {
  const { m, price, rate } = useWords()
  const money = (cents: number) => price(cents, of.currency)
  return (
    <>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th>{m('designation')}</th>
              <th className="is-number">{m('quantity_short')}</th>
              <th className="is-number">{m('unit_net')}</th>
              <th className="is-number">{m('vat')}</th>
              <th className="is-number">{m('net')}</th>
              <th className="is-number">{m('gross')}</th>
            </tr>
          </thead>
          <tbody>
            {of.lines.map((line) => (
              <tr key={line.position}>
                <td>
                  {line.name}
                  {line.sku && <small> {line.sku}</small>}
                </td>
                <td className="is-number">{line.quantity}</td>
                <td className="is-number">{money(line.unitNetCents)}</td>
                <td className="is-number">{rate(line.vat.rateBp)}</td>
                <td className="is-number">{money(line.netCents)}</td>
                <td className="is-number">{money(line.grossCents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="sums sheet-sums">
        <div>
          <dt>{m('total_net')}</dt>
          <dd className="figures">{money(of.netCents)}</dd>
        </div>
        {of.groups.map(({ vat, netCents, taxCents }) => (
          <div key={`${vat.category} ${vat.rateBp}`}>
            <dt>{m('vat_on', { rate: rate(vat.rateBp), net: money(netCents) })}</dt>
            <dd className="figures">{money(taxCents)}</dd>
          </div>
        ))}
        <div className="is-total">
          <dt>{m('total_with_tax')}</dt>
          <dd className="figures">{money(of.totalCents)}</dd>
        </div>
      </dl>
    </>
  )
}
