import { redirect, useSearchParams } from 'react-router'
import { asRefused, errorsOf } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { changeFace } from '../change-face.server.ts'
import { addPost, addPostUnit, addProjectRole, endPost, endPostUnit, endProjectRole } from '../change-posts.server.ts'
import { changeStaff, closeStaff } from '../change-staff.server.ts'
import { FaceForms } from '../components/face-forms.tsx'
import { WhoFields } from '../components/staff-fields.tsx'
import { Posts, ProjectRoles } from '../components/staff-posts.tsx'
import { readStaffMember, type StaffPage } from '../read-staff.server.ts'
import { da, en } from '../staffing-messages.ts'
import type { Route } from './+types/staff-member.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readStaffMember(ctx, { staffId: idParam(params.staffId) }))
export const action = formAction(
  async ({ ctx, params, values, form }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]>; form: FormData }) => {
    const staffId = idParam(params.staffId)
    const until = typedDate(values, 'until')
    const from = typedDate(values, 'from')
    switch (values.do) {
      case 'who':
        await changeStaff(ctx, { ...values, staffId })
        break
      case 'account':
        await closeStaff(ctx, { staffId, open: values.open })
        break
      case 'post':
        await addPost(ctx, { ...values, staffId, from })
        break
      case 'end-post':
        await endPost(ctx, { staffId, postId: values.id, until })
        break
      case 'unit':
        await addPostUnit(ctx, { ...values, staffId, from })
        break
      case 'end-unit':
        await endPostUnit(ctx, { staffId, postUnitId: values.id, until })
        break
      case 'role':
        await addProjectRole(ctx, { ...values, staffId, from, until })
        break
      case 'end-role':
        await endProjectRole(ctx, { staffId, projectRoleId: values.id, until })
        break
      case 'photo':
      case 'no-photo':
      case 'card':
        await changeFace(ctx, staffId, values, form)
        break
      default:
        throw new NotFound('form')
    }
    return redirect(`/administration/medarbejdere/${staffId}?gemt=1`)
  },
)

/** One colleague: who, posts in one or more units, roles in projects, face, access. */
export default function StaffMember({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].has('gemt')
  const { staff } = d
  return (
    <>
      <title>{`${staff.name} – Helhed`}</title>
      <BackLink href="/administration/medarbejdere">{m.staff}</BackLink>
      <PageHead
        title={staff.name}
        lead={`${staff.username} · ${staff.lastSignInAt ? m.lastSignIn(formatInstant(locale, staff.lastSignInAt)) : m.neverSignedIn}`}
      />
      {saved && <Toast>{m.saved}</Toast>}
      {refused?.conflict && <Alert tone="warning">{m.conflict}</Alert>}
      {staff.closedAt && <Alert tone="info">{m.closedOn(formatInstant(locale, staff.closedAt))}</Alert>}
      <Posts page={d} refused={refused} />
      <ProjectRoles page={d} refused={refused} />
      <Card title={m.who2}>
        <Form prefix="who" errors={errorsOf(refused, locale, m.missing, 'who')} guard>
          <WhoFields refused={refused} form="who" known={staff} />
          <SubmitButton variant="secondary" name="do" value="who">
            {m.save}
          </SubmitButton>
        </Form>
      </Card>
      {d.face && <FaceForms face={d.face} actionData={actionData} />}
      <Account page={d} />
    </>
  )
}

const Account = ({ page: d }: { page: StaffPage }) => {
  const m = pick(useLocale(), { da, en })
  const closed = d.staff.closedAt !== null
  return (
    <Card title={m.account}>
      {d.staff.id === d.me ? (
        <Note>{m.notYourself}</Note>
      ) : (
        <Form prefix="account">
          <input type="hidden" name="open" value={closed ? 'yes' : ''} />
          <ConfirmButton
            label={closed ? m.reopen : m.close}
            question={closed ? m.reopenQuestion : m.closeQuestion}
            confirm={closed ? m.reopen : m.close}
            name="do"
            value="account"
          />
        </Form>
      )}
    </Card>
  )
}
