export * from './address-book.ts'
export * from './password.ts'
export * from './permission.ts'
export * from './user.ts'
