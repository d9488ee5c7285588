import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { Answer } from '../forbidden.tsx'
import { SettingsForm } from './settings-form.tsx'

/** The shop's name, who sells, and how parcels travel. */
export function SettingsPage() {
  const { m } = useWords()
  const query = admin.settings.get.useQuery()
  return (
    <Page title={m('settings')} className="console-narrow" lead={m('settings_next')}>
      <Answer query={query}>{(settings) => <SettingsForm settings={settings} />}</Answer>
    </Page>
  )
}
