import { describe } from 'vitest'
import { forEveryone, windows } from './accessible.ts'

/** Every picture in every window: all rules where the page is laid out anew, what can look different where it is not. */
const states = [
  { ...windows.wide, dark: false, rules: 'everything' },
  { ...windows.wide, dark: true, rules: 'colours' },
  { ...windows.enlarged, dark: true, rules: 'colours' },
  { ...windows.enlarged, dark: false, rules: 'looks' },
  { ...windows.narrow, dark: false, rules: 'everything' },
  { ...windows.narrow, dark: true, rules: 'colours' },
] as const

describe('for everyone, in French', () => forEveryone('fr', states, () => true))
