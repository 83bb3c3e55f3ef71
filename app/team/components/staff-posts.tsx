import { errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { formatRange } from '#app/platform/time/format.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import type { StaffPage } from '../read-staff.server.ts'
import { projectRoles } from '../staff.ts'
import { da, en } from '../staffing-messages.ts'
import { PostFields } from './staff-fields.tsx'

type Props = { page: StaffPage; refused: Refused | undefined }

/** Posts with the units they also belong to and the manager there (ORG-04); adding and ending. */
export const Posts = ({ page: d, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Card title={m.posts} accent>
      {d.posts.length === 0 && <p>{m.postNone}</p>}
      <ul className="helper-list">
        {d.posts.map((post) => (
          <li key={post.id}>
            <p>
              <strong>{post.roleLabel}</strong>, {post.department}
              {post.fullTime && `, ${m.fullTime}`}
              <br />
              {formatRange(locale, post.from, post.until, d.today)}
            </p>
            {d.units.some((one) => one.postId === post.id) && (
              <>
                <Note>{m.units}:</Note>
                <ul>
                  {d.units
                    .filter((one) => one.postId === post.id)
                    .map((one) => (
                      <li key={one.id}>
                        {one.department}
                        {one.manager && `, ${m.managedBy(one.manager)}`} ({formatRange(locale, one.from, one.until, d.today)})
                        {one.until === null && <End id={one.id} kind="end-unit" what={one.department} page={d} refused={refused} />}
                      </li>
                    ))}
                </ul>
              </>
            )}
            {post.until === null && (
              <>
                <Details summary={m.unitAdd} open={refused?.values.do === 'unit' && refused.values.postId === String(post.id)}>
                  <UnitForm postId={post.id} page={d} refused={refused?.values.postId === String(post.id) ? refused : undefined} />
                </Details>
                <End id={post.id} kind="end-post" what={`${post.roleLabel}, ${post.department}`} page={d} refused={refused} />
              </>
            )}
          </li>
        ))}
      </ul>
      <Details summary={m.postAdd} open={refused?.values.do === 'post'}>
        <Form prefix="post" errors={errorsOf(refused, locale, m.missing, 'post')}>
          <PostFields refused={refused} form="post" departments={d.departments} roles={d.roles} today={d.today} />
          <SubmitButton variant="secondary" name="do" value="post">
            {m.save}
          </SubmitButton>
        </Form>
      </Details>
    </Card>
  )
}

const UnitForm = ({ postId, page: d, refused }: Props & { postId: number }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Form prefix={`unit${postId}`} errors={errorsOf(refused, locale, m.missing, 'unit')}>
      <p className="form-hint">{m.unitAddHint}</p>
      <input type="hidden" name="postId" value={postId} />
      <Select name="departmentId" label={m.department} placeholder options={d.departments} value={typed(refused, 'departmentId', '', 'unit')} />
      <Select
        name="managerId"
        label={m.manager}
        optional
        placeholder={m.managerNone}
        options={d.colleagues}
        value={typed(refused, 'managerId', '', 'unit')}
      />
      <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', d.today, 'unit')} />
      <SubmitButton variant="secondary" name="do" value="unit">
        {m.save}
      </SubmitButton>
    </Form>
  )
}

/** Roles in projects with dates; a project manager follows the one before (ORG-02). */
export const ProjectRoles = ({ page: d, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string) => typed(refused, name, '', 'role')
  return (
    <Card title={m.projectRoles}>
      <ul className="helper-list">
        {d.projectRoles.map((one) => (
          <li key={one.id}>
            <p>
              <strong>{m.roles[one.role] ?? one.role}</strong>, {one.project}
              {one.fullTime && `, ${m.fullTime}`}
              <br />
              {formatRange(locale, one.from, one.until, d.today)}
            </p>
            {one.until === null && one.role !== 'project-manager' && (
              <End id={one.id} kind="end-role" what={m.roles[one.role] ?? one.role} page={d} refused={refused} />
            )}
          </li>
        ))}
      </ul>
      <Details summary={m.projectRoleAdd} open={refused?.values.do === 'role'}>
        <Form prefix="role" errors={errorsOf(refused, locale, m.missing, 'role')}>
          <p className="form-hint">{m.projectRoleHint}</p>
          <Select name="projectId" label={m.project} placeholder options={d.projects} value={was('projectId')} />
          <Select
            name="role"
            label={m.role}
            placeholder
            options={projectRoles.map((value) => ({ value, label: m.roles[value] ?? value }))}
            value={was('role')}
          />
          <Checkbox name="fullTime" label={m.fullTimePost} checked={was('fullTime') === 'on'} />
          <DateFields name="from" legend={m.from} value={typedDateParts(refused, 'from', d.today, 'role')} />
          <DateFields name="until" legend={m.until} hint={m.untilHint} optional value={typedDateParts(refused, 'until', null, 'role')} />
          <SubmitButton variant="secondary" name="do" value="role">
            {m.save}
          </SubmitButton>
        </Form>
      </Details>
    </Card>
  )
}

const End = ({ id, kind, what, page, refused: any }: Props & { id: number; kind: 'end-post' | 'end-unit' | 'end-role'; what: string }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.do === kind && any.values.id === String(id) ? any : undefined
  return (
    <Form prefix={`${kind}${id}`} errors={errorsOf(refused, locale, m.missing)}>
      <input type="hidden" name="id" value={id} />
      <ConfirmButton
        variant="quiet"
        label={
          <>
            {m.end}
            <span className="sr-only"> {what}</span>
          </>
        }
        question={m.endQuestion(what)}
        confirm={m.save}
        name="do"
        value={kind}
      >
        <DateFields name="until" legend={m.lastDay} value={typedDateParts(refused, 'until', page.today)} />
      </ConfirmButton>
    </Form>
  )
}
