import { redirect, useSearchParams } from 'react-router'
import { asRefused, errorsOf } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { endAbsence, resumeAbsence, takeBackAbsence } from '#app/team/end-absence.server.ts'
import { reportAbsence } from '#app/team/report-absence.server.ts'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast, UndoToast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { da, en } from '../absence-messages.ts'
import { AbsenceForm, AwayDetails } from '../components/absence-parts.tsx'
import { da as day, en as dayEn } from '../day-messages.ts'
import { readAbsence } from '../read-absence.server.ts'
import type { Route } from './+types/absence.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readAbsence(ctx, {}))

export const action = formAction(async ({ ctx, values }) => {
  const { absenceId } = values
  const to = (said: string) => redirect(`/i-dag/fravaer?${said}=${Number(absenceId)}`)
  if (values.do === 'end') {
    await endAbsence(ctx, { absenceId })
    return to('tilbage')
  }
  if (values.do === 'cancel') {
    await takeBackAbsence(ctx, { absenceId })
    return redirect('/i-dag/fravaer?fortrudt=1')
  }
  if (values.do === 'resume') {
    await resumeAbsence(ctx, { absenceId })
    return redirect('/i-dag/fravaer?igen=1')
  }
  const { absenceId: made } = await reportAbsence(ctx, { ...values, from: typedDate(values, 'from'), until: typedDate(values, 'until') })
  return redirect(`/i-dag/fravaer?meldt=${made}#fravaer-${made}`)
})

/** Absence in one click: the form is filled in for today; below, who is away and who helps each family meanwhile. */
export default function Absence({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const errors = errorsOf(refused, locale, {}, 'report')
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <BackLink href="/i-dag">{pick(locale, { da: day, en: dayEn }).title}</BackLink>
      <PageHead title={m.title} lead={m.lead} />
      <Said />
      {refused?.conflict && <Alert tone="warning" title={m.conflict} />}
      <Card title={m.report} accent>
        <AbsenceForm page={d} refused={refused} errors={errors} />
      </Card>
      <h2>{m.now}</h2>
      {d.cards.length === 0 && <EmptyState title={m.none}>{m.noneBody}</EmptyState>}
      {d.cards.map((one) => (
        <AwayDetails key={one.id} away={one} today={d.today} me={d.me} />
      ))}
    </>
  )
}

const Said = () => {
  const m = pick(useLocale(), { da, en })
  const [search] = useSearchParams()
  const undo = (said: string, what: string, text: string) => (
    <UndoToast action="/i-dag/fravaer" fields={{ do: what, absenceId: Number(search.get(said)) }}>
      {text}
    </UndoToast>
  )
  if (search.has('meldt')) return undo('meldt', 'cancel', m.saved)
  if (search.has('tilbage')) return undo('tilbage', 'resume', m.ended)
  if (search.has('fortrudt')) return <Toast>{m.takenBack}</Toast>
  return search.has('igen') ? <Toast>{m.resumed}</Toast> : null
}
