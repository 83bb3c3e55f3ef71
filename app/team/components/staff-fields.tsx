import { typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { da, en } from '../staffing-messages.ts'

type Option = { value: string | number; label: string }
type Known = { name: string; title: string; email: string | null; phone: string | null; subject: string | null }

/** Who somebody is and how they are reached. */
export const WhoFields = ({ refused, form, known }: { refused: Refused | undefined; form: string; known?: Known }) => {
  const m = pick(useLocale(), { da, en })
  const was = (name: keyof Known) => typed(refused, name, known?.[name] ?? '', form)
  return (
    <>
      <TextField name="name" label={m.name} value={was('name')} />
      <TextField name="title" label={m.jobTitle} optional value={was('title')} />
      <TextField name="email" label={m.email} type="email" optional value={was('email')} />
      <TextField name="phone" label={m.phone} type="tel" optional width="m" value={was('phone')} />
      <TextField name="subject" label={m.subject} hint={m.subjectHint} optional value={was('subject')} />
    </>
  )
}

/** A post: unit, role, full-time or not, from. */
export const PostFields = ({
  refused,
  form,
  departments,
  roles,
  today,
}: {
  refused: Refused | undefined
  form: string
  departments: readonly Option[]
  roles: readonly Option[]
  today: string
}) => {
  const m = pick(useLocale(), { da, en })
  const was = (name: string) => typed(refused, name, '', form)
  return (
    <>
      <Select name="departmentId" label={m.department} placeholder options={departments} value={was('departmentId')} />
      <Select name="role" label={m.role} placeholder options={roles} value={was('role')} />
      <Checkbox name="fullTime" label={m.fullTimePost} checked={was('fullTime') === 'on'} />
      <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', today, form)} />
    </>
  )
}
