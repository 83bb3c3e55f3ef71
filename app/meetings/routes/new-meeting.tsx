import { redirect } from 'react-router'
import { typed, typedList, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { joinList, words } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { callMeeting } from '../call-meeting.server.ts'
import { TimeFields } from '../components/time-fields.tsx'
import { readNewMeeting } from '../read-meetings.server.ts'
import { meetingTexts } from '../words.ts'
import type { Route } from './+types/new-meeting.ts'

/** `?om=1,3`: a separate meeting about these; `?slags=network-meeting`: of this kind; `?dag=2026-12-04`. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const about = (query.get('om') ?? '').split(',').map(Number).filter((n) => n > 0)
  const read = await readNewMeeting(ctx, { caseId: idParam(params.caseId) })
  return { ...read, chosen: { about, kind: query.get('slags'), day: query.get('dag') } }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const meeting = await callMeeting(ctx, { ...withDates(values, ['day']), caseId })
  return redirect(`/familier/${caseId}/moeder/${meeting.id}`)
})

/** A day, a place, a kind; everybody decides the rest afterwards. */
export default function NewMeeting({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const base = `/familier/${d.caseId}/moeder`
  const { errors, values } = refusal(locale, actionData)
  const names = (ids: readonly number[]) => joinList(locale, d.people.filter((p) => ids.includes(p.id)).map((p) => p.name))
  const first = d.kinds.find((k) => k.code === d.chosen.kind) ?? d.kinds[0]
  const about = d.chosen.about.length > 0 ? d.chosen.about : (d.separate[0] ?? []).filter((id) => d.people.some((p) => p.id === id && (p.family || d.shield)))
  const interpreting = d.interpreters.filter((id) => about.includes(id))
  return (
    <>
      <title>{`${m.call.title} – Helhed`}</title>
      <BackLink href={base}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.call.title} lead={m.call.lead} />
      {d.shield && (
        <Alert tone="warning" title={m.call.shieldTitle} live={false}>
          <p>{m.call.shieldText}</p>
          <ul>
            {d.separate.map((group) => (
              <li key={group.join()}>
                <a href={`${base}/ny?om=${group.join(',')}`}>{m.call.separate(names(group))}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Form errors={errors ?? {}} summaryElsewhere guard>
        <RadioGroup
          name="kind"
          legend={m.call.kind}
          value={typed(values, 'kind', first?.code ?? '')}
          choices={d.kinds.map((k) => ({
            value: k.code,
            label: k.label,
            hint: [k.decides, m.call.length(k.minutes), k.needs.length > 0 ? m.call.needs(joinList(locale, k.needs)) : '', k.proposedDay && k.proposedDay >= d.today ? m.call.proposed(formatDate(locale, k.proposedDay)) : '']
              .filter(Boolean)
              .map((x) => x.replace(/\.$/, ''))
              .join('. '),
          }))}
        />
        <CheckboxGroup
          name="personIds"
          legend={m.call.about}
          hint={m.call.aboutHint}
          values={typedList(values, 'personIds', about).map(String)}
          choices={d.people.map((p) => ({ value: String(p.id), label: p.age === null ? p.name : `${p.name} (${p.age})` }))}
        />
        {interpreting.length > 0 && <Note icon="info">{m.call.interpreter(names(interpreting))}</Note>}
        <TimeFields
          values={values}
          was={{ day: d.chosen.day ?? (first?.proposedDay && first.proposedDay >= d.today ? first.proposedDay : null), time: '', minutes: '', place: d.lastPlace, videoLink: '', note: '' }}
        />
        <ButtonGroup>
          <SubmitButton>{m.call.save}</SubmitButton>
          <LinkButton variant="quiet" href={base}>
            {words(locale).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    </>
  )
}
