export * from './mask-cards.ts'
export * from './thread.ts'
