export * from './product.ts'
export * from './stock.ts'
