import { type Role, type StaffRole, staffRoles } from '@comptoir/domain/people'
import type { ComponentProps } from 'react'
import { Select } from '../ui/field.tsx'
import { useWords } from '../words.tsx'

/** The role that an input names; who names none gets the least. */
export const staffRole = (value: string): StaffRole => staffRoles.find((one) => one === value) ?? 'support'

function RoleOptions() {
  const { m } = useWords()
  return staffRoles.map((one) => (
    <option key={one} value={one}>
      {m(`role_${one}`)}
    </option>
  ))
}

/** The role in a form. */
export function RoleField(field: Omit<ComponentProps<typeof Select>, 'label' | 'children'>) {
  const { m } = useWords()
  return (
    <Select {...field} label={m('role')}>
      <RoleOptions />
    </Select>
  )
}

interface Props {
  /** Of whom. */
  name: string
  role: Role
  busy: boolean
  onRole: (role: StaffRole) => void
}

/** The role of somebody, changed at once. */
export function RoleChoice({ name, role, busy, onRole }: Props) {
  const { m } = useWords()
  return (
    <select
      className="control"
      aria-label={m('role_of', { name })}
      value={role}
      disabled={busy}
      onChange={({ target }) => onRole(staffRole(target.value))}
    >
      <RoleOptions />
    </select>
  )
}
