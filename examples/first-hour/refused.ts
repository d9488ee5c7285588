import { createShopClient, problemOf } from '@comptoir/client'

const shop = createShopClient({ url: 'http://localhost:4000', locale: 'en' })
try {
  await shop.catalog.get.query({ id: 'a-thing-that-is-not-there' })
} catch (error) {
  const problem = problemOf(error)
  switch (problem?.code) {
    case 'out_of_stock':
      console.log(`Only ${problem.details.left} of ${problem.details.name} are left.`)
      break
    case undefined:
      console.log('The shop could not be reached.')
      break
    default:
      console.log(problem?.message)
  }
}
