export * from './product.ts'
export * from './stock.ts'
export * from './product-draft.ts'
export * from './search.ts'
