import { checksIn } from '../../checks.ts'
import type { ShopOutputs } from '../../outputs.ts'
import { fieldErrorsIn } from '../../problems.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFields } from '../../ui/fields.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'

type Person = NonNullable<ShopOutputs['auth']['me']['user']>

export function ProfileForm({ profile }: { profile: Person }) {
  const { m } = useWords()
  const tell = useToast()
  const utils = shop.useUtils()
  const update = shop.auth.updateProfile.useMutation({
    onSuccess: (changed) => {
      utils.auth.me.setData(undefined, { user: changed })
      tell(m('saved'))
    },
  })
  const { form, field, submit } = useFields(
    { name: profile.name, phone: profile.phone },
    { phone: checksIn(m).phone },
    fieldErrorsIn(update.error),
  )
  return (
    <form ref={form} className="form" noValidate onSubmit={submit((values) => update.mutate(values))}>
      <Field {...field('name')} label={m('name')} autoComplete="name" />
      <Field {...field('phone')} label={m('phone')} type="tel" autoComplete="tel" inputMode="tel" optional />
      <ProblemNotice error={update.error} />
      <Button type="submit" busy={update.isPending}>
        {m('save')}
      </Button>
    </form>
  )
}
