export * from './documents.ts'
export * from './ledger.ts'
export * from './payment.ts'
export * from './refund.ts'
