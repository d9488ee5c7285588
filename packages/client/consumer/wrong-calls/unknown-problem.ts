// TS2367: This comparison appears to be unintentional
import { problemOf } from '@comptoir/client'

export const rains = problemOf(new Error())?.code === 'it_rains'
