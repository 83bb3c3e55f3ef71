import { redirect } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ActionButton, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Note } from '#app/ui/text.tsx'
import { moveOnList, putOnList } from '../call-meeting.server.ts'
import { asRefused, ConflictNotice, errorsOf } from '../components/refused.tsx'
import { da, en } from '../meeting-messages.ts'
import { type CaseOnAPage, readMeeting } from '../read-meeting.server.ts'
import type { Route } from './+types/meeting.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readMeeting(ctx, { meetingId: idParam(params.meetingId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const meetingId = idParam(params.meetingId)
    if (values.do === 'put') await putOnList(ctx, { meetingId, caseIds: values.caseIds })
    else await moveOnList(ctx, { meetingId, caseId: values.caseId, to: values.to })
    return redirect(`/optagelse/moede/${meetingId}`)
  },
)

/** ORG-08: the meeting's list: who is taken when, and what is still missing before it can be decided. */
export default function Meeting({ loaderData: meeting, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const title = m.title(formatDate(locale, meeting.heldOn))
  const missing = (row: CaseOnAPage) =>
    [
      ...(row.consents.some((one) => one.missing.length > 0)
        ? [`${m.consents}: ${joinList(locale, [...new Set(row.consents.flatMap((one) => one.missing))])}`]
        : []),
      ...(row.result === 'unanswered' ? [m.results.unanswered] : []),
      ...(row.recommendation === '' ? [m.recommendation] : []),
    ].join(' · ') || '–'
  const move = (row: CaseOnAPage, to: 'up' | 'down' | 'off') => (
    <ActionButton
      action={`/optagelse/moede/${meeting.id}`}
      fields={{ do: 'move', caseId: row.caseId, to }}
      label={m[to]}
      variant="quiet"
      describe={row.name}
    />
  )
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <BackLink href="/optagelse">{m.back}</BackLink>
      <ConflictNotice refused={refused} />
      <PageHead
        title={title}
        lead={[meeting.place, m.lead].filter(Boolean).join('. ')}
        action={
          meeting.cases.length > 0 && (
            <LinkButton href={`/optagelse/moede/${meeting.id}/sider`} variant="primary">
              {m.pages}
            </LinkButton>
          )
        }
      />
      <Table
        caption={m.order}
        hideCaption
        rows={meeting.cases}
        rowKey={(row) => row.caseId}
        empty={<EmptyState title={m.listNone}>{m.listNoneText}</EmptyState>}
        columns={[
          { key: 'n', label: m.number, numeric: true, cell: (row) => row.position },
          {
            key: 'family',
            label: m.family,
            rowHeader: true,
            cell: (row) => <a href={`/optagelse/moede/${meeting.id}/sider#sag-${row.caseId}`}>{row.name}</a>,
          },
          { key: 'question', label: m.question, cell: (row) => row.question || m.noQuestion },
          { key: 'missing', label: m.ready, cell: missing },
          {
            key: 'move',
            label: m.change,
            cell: (row) => (
              <>
                {row.position > 1 && move(row, 'up')} {row.position < meeting.cases.length && move(row, 'down')} {move(row, 'off')}
              </>
            ),
          },
        ]}
      />
      <Card title={m.put}>
        {meeting.others.length === 0 ? (
          <Note>{m.allPut}</Note>
        ) : (
          <Form errors={errorsOf(refused, locale, {}, 'put')} prefix="p">
            <CheckboxGroup
              name="caseIds"
              legend={m.putLegend}
              choices={meeting.others.map((one) => ({
                value: one.caseId,
                label: one.decision === 'waiting' ? `${one.name} (${m.waitingAlso})` : one.name,
              }))}
            />
            <SubmitButton variant={meeting.cases.length === 0 ? 'primary' : 'secondary'} name="do" value="put">
              {m.putButton}
            </SubmitButton>
          </Form>
        )}
      </Card>
    </>
  )
}
