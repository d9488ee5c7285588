export * from './cart.ts'
export * from './quote-types.ts'
