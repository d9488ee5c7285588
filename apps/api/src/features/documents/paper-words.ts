import { type Cents, type Currency, decimalText, type Locale } from '@comptoir/domain'

const fr = {
  invoice: 'Facture',
  creditNote: 'Avoir',
  packingSlip: 'Bon de livraison',
  packingSlips: 'Bons de livraison',
  invoices: 'Factures',
  buyer: 'Facturé et livré à',
  recipient: 'Livré à',
  issuedOn: 'Date d’émission',
  paidOn: 'Date de paiement',
  order: 'Commande',
  corrects: 'Facture corrigée',
  placedOn: 'Commandé le',
  carrier: 'Transporteur',
  tracking: 'Suivi',
  item: 'Désignation',
  quantity: 'Qté',
  unitNet: 'Prix unit. HT',
  rate: 'TVA',
  net: 'Montant HT',
  gross: 'Montant TTC',
  base: 'Base HT',
  tax: 'Montant TVA',
  taxTotal: 'TVA',
  netTotal: 'Total HT',
  grossTotal: 'Total TTC',
  creditTotal: 'Avoir TTC',
  siren: (siren: string) => `SIREN ${siren}`,
  vatNumber: (number: string) => `N° TVA ${number}`,
  paid: (day: string, zero: string) => `Payée le ${day}. Reste à payer : ${zero}.`,
  credited: (number: string) =>
    `Cet avoir corrige la facture ${number}. Son montant est remboursé sur le moyen de paiement d’origine.`,
  reading: 'Prix unitaires remises déduites, arrondis pour la lecture. TVA calculée par taux.',
  nature: 'Nature de l’opération : livraison de biens.',
  sheet: (sheet: number, sheets: number) => `page ${sheet} sur ${sheets}`,
  pieces: (count: number) => (count > 1 ? `${count} articles dans ce colis` : `${count} article dans ce colis`),
  thanks: (email: string) => `Merci de votre commande. Une question ? Écrivez-nous : ${email}`,
}

const en: typeof fr = {
  invoice: 'Invoice',
  creditNote: 'Credit note',
  packingSlip: 'Packing slip',
  packingSlips: 'Packing slips',
  invoices: 'Invoices',
  buyer: 'Billed and delivered to',
  recipient: 'Delivered to',
  issuedOn: 'Issued on',
  paidOn: 'Paid on',
  order: 'Order',
  corrects: 'Corrects invoice',
  placedOn: 'Ordered on',
  carrier: 'Carrier',
  tracking: 'Tracking',
  item: 'Item',
  quantity: 'Qty',
  unitNet: 'Unit price, net',
  rate: 'VAT',
  net: 'Net',
  gross: 'Gross',
  base: 'Net base',
  tax: 'VAT amount',
  taxTotal: 'VAT',
  netTotal: 'Net total',
  grossTotal: 'Total with VAT',
  creditTotal: 'Total credited',
  siren: (siren) => `SIREN ${siren}`,
  vatNumber: (number) => `VAT no. ${number}`,
  paid: (day, zero) => `Paid on ${day}. Left to pay: ${zero}.`,
  credited: (number) =>
    `This credit note corrects invoice ${number}. Its amount is refunded to the original means of payment.`,
  reading: 'Unit prices after discounts, rounded for reading. VAT is calculated per rate.',
  nature: 'Nature of the operation: delivery of goods.',
  sheet: (sheet, sheets) => `page ${sheet} of ${sheets}`,
  pieces: (count) => (count > 1 ? `${count} items in this parcel` : `${count} item in this parcel`),
  thanks: (email) => `Thank you for your order. A question? Write to us: ${email}`,
}

const regions = { fr: 'fr-FR', en: 'en-GB' } as const

/** The words and the formats of a printed document, in its own language and the shop's own days. */
export function wordsOnPaper(locale: Locale, timeZone: string) {
  const region = regions[locale]
  const days = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone })
  const percent = new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 2 })
  const countries = new Intl.DisplayNames(region, { type: 'region' })
  return {
    say: { fr, en }[locale],
    day: (at: Date) => days.format(at),
    rate: (bp: number) => percent.format(bp / 10_000),
    country: (code: string) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    price: (currency: Currency, amount: Cents) =>
      new Intl.NumberFormat(region, { style: 'currency', currency }).format(
        decimalText({ currency, cents: amount }) as Intl.StringNumericLiteral,
      ),
  }
}
export type PaperWords = ReturnType<typeof wordsOnPaper>
