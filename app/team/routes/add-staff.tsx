import { redirect } from 'react-router'
import { asRefused, errorsOf, typed } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Fieldset, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { addStaff } from '../change-staff.server.ts'
import { PostFields, WhoFields } from '../components/staff-fields.tsx'
import { readStaffList } from '../read-staff.server.ts'
import { da, en } from '../staffing-messages.ts'
import type { Route } from './+types/add-staff.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => {
  const { departments, roles, today } = await readStaffList(ctx, {})
  return { departments, roles, today }
})
export const action = formAction(async ({ ctx, values }) => {
  const { staffId } = await addStaff(ctx, { ...values, from: typedDate(values, 'from') })
  return redirect(`/administration/medarbejdere/${staffId}?gemt=1`)
})

/** A new colleague with a first post. */
export default function AddStaffRoute({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  return (
    <>
      <title>{`${m.staffAdd} – Helhed`}</title>
      <BackLink href="/administration/medarbejdere">{m.staff}</BackLink>
      <PageHead title={m.staffAdd} />
      <Form errors={errorsOf(refused, locale, m.missing)} guard>
        <Fieldset legend={m.who2}>
          <TextField name="username" label={m.username} hint={m.usernameHint} width="m" value={typed(refused, 'username')} />
          <WhoFields refused={refused} form="add" />
        </Fieldset>
        <Fieldset legend={m.post}>
          <PostFields refused={refused} form="add" departments={d.departments} roles={d.roles} today={d.today} />
        </Fieldset>
        <SubmitButton name="do" value="add">
          {m.save}
        </SubmitButton>
      </Form>
    </>
  )
}
