import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { demoCategories, demoProducts } from './index.ts'
import type { DemoProduct, Words } from './index.ts'

const pictures = new URL('../../../../apps/web/pictures/', import.meta.url)
const variants = demoProducts.flatMap((product) => product.variants)

function textsOf(product: DemoProduct): Words[] {
  return [
    product.name,
    product.line,
    product.description,
    ...product.facts.flatMap(({ name, value }) => [name, value]),
    ...product.options.flatMap((option) => [option.name, ...option.values.map(({ name }) => name)]),
    ...product.pictures.map(({ alt }) => alt),
  ]
}

const repeated = (list: string[]) => list.filter((value, index) => list.indexOf(value) !== index)

describe('the demo shop', () => {
  it('fills six shelves with at least sixty products, ten or more on each', () => {
    expect(demoProducts.length).toBeGreaterThanOrEqual(60)
    for (const { slug } of demoCategories)
      expect(demoProducts.filter(({ category }) => category === slug).length).toBeGreaterThanOrEqual(10)
  })

  it('gives every product its own address and every variant its own SKU', () => {
    expect(repeated(demoProducts.map(({ slug }) => slug))).toEqual([])
    expect(repeated(variants.map(({ sku }) => sku))).toEqual([])
    for (const { slug } of demoProducts) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const { sku } of variants) expect(sku).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)
  })

  it('builds each variant from the options of its product, no two alike', () => {
    for (const { slug, options, variants: own } of demoProducts) {
      expect(own.length, slug).toBeGreaterThan(0)
      expect(options.length, slug).toBeLessThanOrEqual(2)
      for (const { values } of own) {
        expect(values.length, slug).toBe(options.length)
        options.forEach((option, i) =>
          expect(
            option.values.map(({ code }) => code),
            slug,
          ).toContain(values[i]),
        )
      }
      expect(repeated(own.map(({ values }) => values.join(' '))), slug).toEqual([])
    }
  })

  it('offers no value that cannot be bought in any way', () => {
    for (const { slug, options, variants: own } of demoProducts)
      for (const [i, option] of options.entries())
        for (const { code } of option.values)
          expect(
            own.map(({ values }) => values[i]),
            slug,
          ).toContain(code)
  })

  it('has a picture for each product alone and in its place, and each picture is drawn', () => {
    for (const { slug, pictures: own, options } of demoProducts) {
      expect(own.length, slug).toBeGreaterThanOrEqual(2)
      const codes = options.flatMap(({ values }) => values.map(({ code }) => code))
      for (const { name, values } of own) {
        expect(existsSync(new URL(`${name}.svg`, pictures)), name).toBe(true)
        for (const value of values) expect(codes, name).toContain(value)
      }
    }
    expect(repeated(demoProducts.flatMap((product) => product.pictures.map(({ name }) => name)))).toEqual([])
  })

  it('says everything in French and in English', () => {
    const texts = [
      ...demoProducts.flatMap(textsOf),
      ...demoCategories.flatMap(({ name, description }) => [name, description]),
    ]
    for (const { fr, en } of texts) {
      expect(fr.trim(), en).not.toBe('')
      expect(en.trim(), fr).not.toBe('')
      expect(fr + en).not.toContain('{v}')
    }
  })

  it('keeps French punctuation from breaking away from its word', () => {
    for (const { fr } of demoProducts.flatMap(textsOf)) {
      expect(fr).not.toMatch(/[ \p{L}\d)][:;!?»](?=\s|$)/u)
      expect(fr).not.toMatch(/« |'/)
    }
  })

  it('uses each French VAT rate, books and food at the reduced one', () => {
    expect(new Set(demoProducts.map(({ vat }) => vat))).toEqual(
      new Set(['standard', 'intermediate', 'reduced', 'super_reduced']),
    )
  })

  it('asks whole positive cents, and less than the price it strikes through', () => {
    for (const { sku, priceCents, compareAtCents, stock } of variants) {
      expect(Number.isInteger(priceCents) && priceCents > 0, sku).toBe(true)
      expect(Number.isInteger(stock) && stock >= 0, sku).toBe(true)
      if (compareAtCents !== null) expect(compareAtCents, sku).toBeGreaterThan(priceCents)
    }
  })

  it('orders its products without ties', () => {
    expect(repeated(demoProducts.map(({ popularity }) => String(popularity)))).toEqual([])
    for (const { popularity } of demoProducts) expect(popularity).toBeLessThanOrEqual(1000)
  })
})
