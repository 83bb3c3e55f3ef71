import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { dropDraft, findDraft } from '#app/platform/drafts/drafts.server.ts'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatMonth } from '#app/platform/time/format.ts'
import { CHANNELS } from '#app/progression/stated.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { entriesIn } from '../attendance.ts'
import { AttendanceTable } from '../components/attendance-table.tsx'
import { MonthChoice } from '../components/month-choice.tsx'
import { da, en } from '../messages.ts'
import { readAttendance } from '../read-attendance.server.ts'
import { registerAttendance } from '../register-attendance.server.ts'
import type { Route } from './+types/attendance.ts'

const monthIn = (request: Request): string | null => {
  const wanted = new URL(request.url).searchParams.get('maaned')
  return wanted === null ? null : `${wanted}-01`
}
const draftName = (caseId: number, month: string): string => `attendance.${caseId}.${month}`

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const { shelfIds: _, ...found } = await readAttendance(ctx, { caseId: idParam(params.caseId), month: monthIn(request) })
  const draft = found.may.write ? await findDraft(ctx, draftName(found.caseId, found.month)) : null
  const saved = new URL(request.url).searchParams.get('gemt')
  return { locale: ctx.locale, page: found, draft: draft?.values ?? null, saved: saved === null ? null : Number(saved) || 0 }
})

export const action = formAction(async ({ ctx, params, request, values: typedValues }) => {
  const caseId = idParam(params.caseId)
  const month = monthIn(request)
  if (month === null) throw new NotFound('month')
  const values = withDates(typedValues, ['on'])
  const one = (name: string) => typed(values, name)
  const told = { name: one('toldName'), sector: one('toldSector') || 'education', on: one('on'), channel: CHANNELS.find((c) => c === one('channel')) ?? 'meeting' }
  const { written } = await registerAttendance(ctx, { caseId, month, entries: entriesIn(values), told })
  await dropDraft(ctx, draftName(caseId, month))
  return redirect(`/familier/${caseId}/udvikling/fremmoede?maaned=${month.slice(0, 7)}&gemt=${written}`)
})

/** How much did each of the family come to what they go to? */
export default function Attendance({ loaderData: { locale, page: d, draft, saved }, actionData }: Route.ComponentProps) {
  const m = pick(locale, { da, en })
  const { errors, values } = refusal(locale, actionData)
  const known = values ?? (d.may.write ? draft : null)
  const title = m.title(formatMonth(locale, d.month))
  const here = `/familier/${d.caseId}/udvikling/fremmoede`
  const address = `${here}?maaned=${d.month.slice(0, 7)}`
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <BackLink href={`/familier/${d.caseId}/udvikling`}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      {saved !== null && <Toast>{m.saved(saved)}</Toast>}
      <PageHead title={title} lead={m.lead} />
      <MonthChoice month={d.month} months={d.months} action={here} />
      {d.places.length === 0 ? (
        <EmptyState title={m.empty} action={<LinkButton href={`/familier/${d.caseId}/personer`}>{m.emptyAction}</LinkButton>}>
          {m.emptyBody}
        </EmptyState>
      ) : !d.may.write ? (
        <>
          <AttendanceTable page={d} values={null} write={false} />
          <p>{m.readOnly}</p>
        </>
      ) : (
        <Form action={address} errors={errors} summaryElsewhere draftUrl={`/kladde/${draftName(d.caseId, d.month)}`}>
          <div className="registration-groups">
            <AttendanceTable page={d} values={known} write />
          </div>
          <Details summary={m.toldTitle} open={typed(known, 'toldName') !== ''}>
            <p className="form-hint">{m.toldHint}</p>
            <TextField name="toldName" label={m.toldWho} value={typed(known, 'toldName')} optional />
            <Select name="toldSector" label={m.toldFrom} value={typed(known, 'toldSector', 'education')} options={d.sectors.map((s) => ({ value: s.code, label: s.label[locale] }))} optional />
            <DateFields name="on" legend={m.toldOn} value={typedDate(known, 'on', d.today)} optional />
            <Select name="channel" label={m.toldHow} value={typed(known, 'channel', 'meeting')} options={CHANNELS.map((c) => ({ value: c, label: m.channels[c] }))} optional />
          </Details>
          <SubmitButton>{m.save}</SubmitButton>
        </Form>
      )}
      <p className="d-print-none">
        <a href={`/familier/${d.caseId}/registrering?maaned=${d.month.slice(0, 7)}`}>{m.registration}</a>
        {' · '}
        <a href={`/familier/${d.caseId}/udvikling/udfordringer?maaned=${d.month.slice(0, 7)}`}>{m.challengesTitle}</a>
      </p>
    </>
  )
}
