import { redirect, useSearchParams } from 'react-router'
import { typedDate } from '#app/intake/referral.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, SubmitButton } from '#app/ui/button.tsx'
import { EmptyState, PageHead } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Toast, UndoToast } from '#app/ui/feedback.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { Details, DueDate, Note } from '#app/ui/text.tsx'
import { da, en } from '../briefing-messages.ts'
import { da as day, en as dayEn } from '../day-messages.ts'
import { holdBriefing, takeBackBriefing } from '../hold-briefing.server.ts'
import { type BriefingLine, type BriefingPage, readBriefing } from '../read-briefing.server.ts'
import type { Route } from './+types/briefing.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const { searchParams: search } = new URL(request.url)
  const typed = typedDate(Object.fromEntries(search), 'siden')
  return readBriefing(ctx, { projectId: search.get('projekt') ?? '', since: typed || (search.get('siden') ?? ''), present: search.getAll('til-stede') })
})

export const action = formAction(async ({ ctx, values }) => {
  if (values.do === 'undo') {
    await takeBackBriefing(ctx, { briefingId: values.briefingId })
    return redirect(`/i-dag/overblik?projekt=${Number(values.projectId)}&fortrudt=1`)
  }
  const { id } = await holdBriefing(ctx, { projectId: values.projectId })
  return redirect(`/i-dag/overblik?projekt=${Number(values.projectId)}&holdt=${id}`)
})

/** KOO-12: all families, one line each, for the team's meeting: on the wall, on paper or for oneself. */
export default function Briefing({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const [search] = useSearchParams()
  const held = search.get('holdt')
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href="/i-dag">{pick(locale, { da: day, en: dayEn }).title}</BackLink>
      <PageHead
        title={m.title}
        lead={m.lead(formatDate(locale, d.since))}
        action={<ActionButton action="/i-dag/overblik" fields={{ do: 'hold', projectId: d.project.id }} label={m.hold} />}
      >
        <Note>{d.last ? m.lastTime(formatShortDate(locale, d.last.on, d.today)) : m.never}</Note>
      </PageHead>
      {held && (
        <UndoToast action="/i-dag/overblik" fields={{ do: 'undo', briefingId: held, projectId: d.project.id }}>
          {m.held}
        </UndoToast>
      )}
      {search.has('fortrudt') && <Toast>{m.takenBack}</Toast>}
      {d.projects.length > 1 && (
        <Tabs label={m.project} items={d.projects.map((p) => ({ href: `/i-dag/overblik?projekt=${p.id}`, label: p.name, current: p.id === d.project.id }))} />
      )}
      <Choices page={d} />
      {d.some && <Note icon="info">{m.onlyShared}</Note>}
      <div className={d.present.length > 0 ? 'projector' : undefined}>
        <Lines page={d} />
      </div>
    </>
  )
}

/** Since when, and who can see the screen; a plain form of GET. */
const Choices = ({ page: d }: { page: BriefingPage }) => {
  const m = pick(useLocale(), { da, en })
  return (
    <div className="d-print-none">
      <Details summary={m.settings}>
        <form method="get" action="/i-dag/overblik">
          <input type="hidden" name="projekt" value={d.project.id} />
          <DateFields name="siden" legend={m.since} value={d.since} />
          {d.colleagues.length > 0 && (
            <CheckboxGroup
              name="til-stede"
              legend={m.present}
              hint={m.presentHint}
              values={d.present.map(String)}
              choices={d.colleagues.map((one) => ({ value: String(one.id), label: one.name }))}
              optional
            />
          )}
          <SubmitButton>{m.choose}</SubmitButton>
        </form>
      </Details>
      {d.present.length === 0 && d.colleagues.length > 0 && <Note icon="info">{m.presentNone}</Note>}
    </div>
  )
}

const Lines = ({ page: d }: { page: BriefingPage }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const meeting = (one: BriefingLine) =>
    one.meeting ? (
      <a href={`/familier/${one.caseId}/moeder/${one.meeting.id}`}>
        {one.meeting.label} <DueDate date={one.meeting.day} today={d.today} kind="event" />
      </a>
    ) : (
      m.noMeeting
    )
  return (
    <Table
      caption={m.caption}
      hideCaption
      rows={d.lines}
      rowKey={(one) => one.caseId}
      empty={d.present.length > 0 ? <EmptyState title={m.emptyPresent}>{m.presentHint}</EmptyState> : <EmptyState title={m.empty}>{m.emptyBody}</EmptyState>}
      columns={[
        { key: 'family', label: m.columns.family, rowHeader: true, cell: (one) => <a href={`/familier/${one.caseId}`}>{m.family(one.name)}</a> },
        { key: 'coordinator', label: m.columns.coordinator, cell: (one) => one.coordinator ?? m.nobody },
        { key: 'changes', label: m.columns.changes, cell: (one) => one.changes.map((c) => m.change[c.kind](c.n)).join(', ') || m.nothing },
        { key: 'meeting', label: m.columns.meeting, cell: meeting },
        { key: 'agreements', label: m.columns.agreements, cell: (one) => (one.open === 0 ? m.fine : [m.open(one.open), one.late > 0 && m.late(one.late)].filter(Boolean).join(', ')) },
        { key: 'worry', label: m.columns.worry, cell: (one) => one.worries.map((w) => m.worry[w]).join(', ') || m.fine },
      ]}
    />
  )
}
