import type { Cents } from '@comptoir/domain'
import type { VatCategory } from '@comptoir/domain/cart'
import {
  type AskedPrice,
  inNaturalOrder,
  type PastPrice,
  priorPrice,
  stockShown,
  stockStateOf,
  vatOf,
} from '@comptoir/domain/catalog'
import type { Database as Connection, Statement } from 'better-sqlite3'

/** What a statement reads for: told by its text. */
const roles = {
  page: ['limit +?', '"products"."search_no"'],
  cardTexts: ['"name", "line" from "product_texts"'],
  sums: ['group by "variants"."product_id"'],
  cardImages: ['"images"."position" = +?'],
  swatches: ['"swatch" is not null'],
  row: ['from "products" where "products"."id" = +?'],
  text: ['"description", "facts"'],
  options: ['from "product_options"'],
  values: ['"position", "swatch" from "product_option_values"'],
  optionTexts: ['from "product_option_texts"'],
  images: ['"source_url"'],
  variants: ['from "variants" where "variants"."product_id" = +?'],
  pastPrices: ['from "past_prices"'],
} as const
type Role = keyof typeof roles
const roleOf = (source: string): Role | undefined =>
  (Object.keys(roles) as Role[]).find((role) => roles[role].every((part) => source.includes(part)))

/** Slug and name of the categories in French, by id. */
function categoriesOf(db: Connection): ReadonlyMap<unknown, { slug: string; name: string }> {
  const rows = db
    .prepare<[], { id: string; slug: string; name: string }>(
      `select c.id, c.slug, t.name from categories c join category_texts t on t.category_id = c.id where t.language = 'fr'`,
    )
    .all()
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name }]))
}

/** A statement that the shop runs for a question. */
export interface Read {
  source: string
  values: unknown[]
}
type Row = readonly unknown[]
/** The rows that the statements of one request read. */
type Told = Partial<Record<Role, readonly Row[]>>
export const questions = ['list', 'product', 'search'] as const
export type Question = (typeof questions)[number]

const none: readonly Row[] = []
const byFirst = (rows: readonly Row[] = none) => new Map(rows.map((row) => [row[0], row]))
const imageOf = (path: unknown, alt: unknown, name: unknown) => {
  if (typeof path !== 'string') return null
  const words = JSON.parse(String(alt)) as { fr?: string; en?: string }
  return { path, alt: (words.fr ?? words.en) || name }
}

/** The rows are of today's reductions alone: variant, until when, price, price before reduction. */
function priorOf(rows: readonly Row[] | undefined, variantId: unknown, now: AskedPrice) {
  if (rows === undefined || now.compareAtCents === null) return null
  const past = rows.flatMap(([id, until, priceCents, compareAtCents]) =>
    id === variantId ? [{ until: new Date(Number(until)), priceCents, compareAtCents } as PastPrice] : [],
  )
  return priorPrice(now, past)
}

/** Holds what statements of a question shall be run, each compiled once. */
export function prepareReads(db: Connection): (reads: readonly Read[]) => () => Told {
  const known = new Map<string, Statement>()
  const held = (source: string): Statement => {
    const statement = known.get(source) ?? db.prepare(source).raw()
    known.set(source, statement)
    return statement
  }
  return (reads) => {
    const prepared = reads.map(({ source, values }) => ({ statement: held(source), values, role: roleOf(source) }))
    return () => {
      const told: Told = {}
      for (const { statement, values, role } of prepared) {
        const rows = statement.all(...values) as unknown[][]
        if (role !== undefined) told[role] = rows
      }
      return told
    }
  }
}

/**
 * The shop's own answers in French, made of the rows that its statements read as somebody would who writes one server for these three
 * questions: no schema, no procedure, no language to choose, no currency to look up.
 */
export function byHand(db: Connection): Record<Question, (told: Told, asked: string) => string> {
  const categories = categoriesOf(db)
  const related = new Map<unknown, ReturnType<typeof cards>>()

  function cards(told: Told, rows: readonly Row[]) {
    const texts = byFirst(told.cardTexts)
    const sums = byFirst(told.sums)
    const images = byFirst(told.cardImages)
    const swatches = new Map<unknown, unknown[]>()
    for (const [id, swatch] of told.swatches ?? none) {
      const known = swatches.get(id)
      if (known === undefined) swatches.set(id, [swatch])
      else known.push(swatch)
    }
    return rows.map(([id, slug, categoryId, , , priceCents, maxPriceCents]) => {
      const [, name, line] = texts.get(id) ?? []
      const [, count, onHand, allocated, compareAtCents, first, key] = sums.get(id) ?? []
      const [, path, alt] = images.get(id) ?? []
      const only = count === 1 && key === ''
      return {
        id,
        slug,
        name,
        line,
        category: categories.get(categoryId) ?? null,
        priceCents,
        maxPriceCents,
        compareAtCents,
        currency: 'EUR',
        stock: stockStateOf(Number(onHand) - Number(allocated)),
        image: imageOf(path, alt, name),
        swatches: swatches.get(id) ?? [],
        hasOptions: !only,
        defaultVariantId: only ? first : null,
      }
    })
  }

  function page(told: Told, asked: string): string {
    const { limit } = JSON.parse(asked) as { limit: number }
    const rows = told.page ?? none
    const last = rows.length > limit ? rows[limit - 1] : undefined
    const items = cards(told, rows.slice(0, limit))
    const nextCursor = last ? Buffer.from(JSON.stringify(['products:popular', last[4]])).toString('base64url') : null
    return JSON.stringify({ result: { data: { items, nextCursor, searchedFor: null } } })
  }

  function product(told: Told): string {
    const [id, slug, categoryId, , vat, , , priceCents, maxPriceCents] = told.row?.[0] ?? []
    if (told.page !== undefined) related.set(categoryId, cards(told, told.page))
    const [name, line, description, facts] = told.text?.[0] ?? []
    const names = new Map<string, unknown>()
    for (const [, option, value, language, word] of told.optionTexts ?? none)
      if (language === 'fr' || !names.has(`${option} ${value}`)) names.set(`${option} ${value}`, word)
    const named = (code: unknown, value: unknown = '') => String(names.get(`${code} ${value}`) ?? (value || code))
    const options = (told.options ?? none).map(([, code]) => ({
      code: String(code),
      name: named(code),
      values: (told.values ?? none).flatMap(([, option, value, , swatch]) =>
        option === code ? [{ code: value, name: named(code, value), swatch }] : [],
      ),
    }))
    let pieces = 0
    const variants = (told.variants ?? none).flatMap((row) => {
      const [variantId, , sku, codes, price, before, onHand, allocated, , archived] = row
      if (archived === 1) return []
      const free = Math.max(0, Number(onHand) - Number(allocated))
      pieces += free
      const values = JSON.parse(String(codes)) as unknown[]
      const { stock, left, maxQuantity } = stockShown(free)
      return {
        id: variantId,
        stock,
        left,
        maxQuantity,
        priceCents: price,
        compareAtCents: before,
        priorPriceCents: priorOf(told.pastPrices, variantId, {
          priceCents: price as Cents,
          compareAtCents: before as Cents | null,
        }),
        sku,
        values,
        optionWords: values.map((value, i) => named(options[i]?.code, value)).join(' · '),
      }
    })
    const images = (told.images ?? none).flatMap(([, , path, , alt, shows]) => {
      const image = imageOf(path, alt, name)
      return image === null ? [] : [{ path: image.path, alt: image.alt, values: JSON.parse(String(shows)) as unknown }]
    })
    const data = {
      id,
      slug,
      name,
      line,
      description,
      facts: JSON.parse(String(facts)) as unknown,
      category: categories.get(categoryId) ?? null,
      priceCents,
      maxPriceCents,
      currency: 'EUR',
      stock: stockStateOf(pieces),
      vat: vatOf(vat as VatCategory),
      images,
      options: options.map(({ code, name: called, values }) => ({
        code,
        name: called,
        values: inNaturalOrder(values, (value) => value.name),
      })),
      variants,
      related: (related.get(categoryId) ?? []).filter((card) => card.id !== id).slice(0, 4),
    }
    return JSON.stringify({ result: { data } })
  }

  return { list: page, search: page, product }
}
