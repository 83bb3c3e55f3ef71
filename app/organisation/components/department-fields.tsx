import { type Values, typed } from '#app/platform/forms/form-values.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { da, en } from '../messages.ts'
import { type Department, SECTORS } from '../organisation.ts'

/** What a department is called, its field, and how it is reached. */
export function DepartmentFields({ values: v, department: d }: { values: Values | null; department?: Department }) {
  const m = pick(useLocale(), { da, en })
  const sectors = [...new Set([...SECTORS, ...(d ? [d.sector] : [])])].map((value) => ({ value, label: m.sectors[value] ?? value }))
  return (
    <>
      <TextField name="name" label={m.name} value={typed(v, 'name', d?.name)} />
      <Select name="sector" label={m.sector} hint={m.sectorHint} options={sectors} value={typed(v, 'sector', d?.sector)} />
      <TextField name="phone" label={m.phone} type="tel" optional value={typed(v, 'phone', d?.phone)} />
      <TextField name="email" label={m.email} type="email" optional value={typed(v, 'email', d?.email)} />
      <TextField name="street" label={m.street} optional value={typed(v, 'street', d?.street)} />
      <TextArea name="note" label={m.note} optional value={typed(v, 'note', d?.note)} />
    </>
  )
}
