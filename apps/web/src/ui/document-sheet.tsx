import type { ShopOutputs } from '../outputs.ts'
import { Table } from './table.tsx'
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
  const { m, price, rate, number } = useWords()
  const money = (cents: number) => price(cents, of.currency)
  return (
    <>
      <Table
        rows={of.lines}
        keyOf={({ position }) => position}
        columns={[
          {
            head: m('designation'),
            render: ({ name, sku }) => (
              <>
                {name}
                {sku && <small> {sku}</small>}
              </>
            ),
            phone: 'wide',
          },
          {
            head: m('quantity_short'),
            render: ({ quantity }) => number(quantity),
            number: true,
            label: m('quantity_short'),
          },
          {
            head: m('unit_net'),
            render: ({ unitNetCents }) => money(unitNetCents),
            number: true,
            phone: 'end',
            label: m('unit_net'),
            className: 'is-last',
          },
          { head: m('vat'), render: ({ vat }) => rate(vat.rateBp), number: true, label: m('vat') },
          {
            head: m('net'),
            render: ({ netCents }) => money(netCents),
            number: true,
            phone: 'end',
            label: m('net'),
            className: 'is-last',
          },
          {
            head: m('gross'),
            render: ({ grossCents }) => money(grossCents),
            number: true,
            phone: 'end',
            label: m('gross'),
          },
        ]}
      />
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
