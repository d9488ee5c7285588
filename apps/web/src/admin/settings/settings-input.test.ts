import { UpdateSettingsInput } from '@comptoir/domain/settings/inputs'
import { expect, test } from 'vitest'
import { fieldsOfSettings, inputOfSettings } from './settings-input.ts'

const settings = {
  ...{ shopName: 'Comptoir', currency: 'EUR' as const, termsVersion: '1', timeZone: 'Europe/Paris', payMinutes: 60 },
  seller: {
    ...{ name: 'Comptoir SAS', legalForm: 'SAS', address: ['12 rue du Comptoir', '75011 Paris'], country: 'FR' },
    ...{ siren: '123 456 789', vatNumber: 'FR12 123456789', email: 'bonjour@comptoir.test' },
  },
  delivery: {
    names: { fr: 'Colissimo à domicile', en: 'Colissimo to your door' },
    ...{ amountCents: 490, freeFromCents: 4905 as number | null, vatCategory: 'standard' as const, rateBp: 2000 },
  },
}

test('settings that nobody touched are sent as they were', () => {
  const { shopName, seller, delivery, termsVersion } = settings
  const { rateBp: _, ...sent } = delivery
  const input = inputOfSettings(fieldsOfSettings(settings, 'fr'))
  expect(input).toEqual({ shopName, termsVersion, seller, delivery: sent })
  expect(UpdateSettingsInput.safeParse(input).success).toBe(true)
})
test('without a price from which delivery is free, it never is', () => {
  const fields = { ...fieldsOfSettings(settings, 'fr'), freeFromCents: ' ' }
  expect(inputOfSettings(fields).delivery.freeFromCents).toBeNull()
})
