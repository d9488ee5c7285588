import { racePairs } from './race-pairs.ts'

racePairs('postgres')
