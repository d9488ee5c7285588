// TS2339: Property 'seenTotalCents' does not exist
import { problemOf } from '@comptoir/client'

const problem = problemOf(new Error())
if (problem?.code === 'out_of_stock') void problem.details.seenTotalCents.toFixed()
