import { useSearchParams } from 'react-router'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { Button, ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, DueDate, Tag } from '#app/ui/text.tsx'
import { AreaNav } from '../components/area-nav.tsx'
import { AnswerList } from '../components/answer-list.tsx'
import { type Inquiry, isOpen, stateOf } from '../inquiry.ts'
import { readInquiries } from '../read-inquiries.server.ts'
import { areaOf, inquiryTexts } from '../words.ts'
import type { Route } from './+types/inquiries.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readInquiries(ctx, { caseId: idParam(params.caseId) }))
type Data = Route.ComponentProps['loaderData']

/** Whom we have asked for news, what they answered, and who never was asked. */
export default function Inquiries({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const base = `/familier/${d.caseId}/situation/spoergsmaal`
  const [search] = useSearchParams()
  const open = d.inquiries.filter((q) => isOpen(q, d.today))
  const answered = d.inquiries.filter((q) => q.answers.length > 0)
  const ended = d.inquiries.filter((q) => stateOf(q, d.today) === 'cancelled')
  return (
    <>
      <title>{`${m.list.title} – Helhed`}</title>
      {search.has('sendt') && <Toast>{m.list.sentToast}</Toast>}
      <PageHead
        title={m.list.title}
        lead={m.list.lead}
        action={
          d.may.ask ? (
            <LinkButton variant="primary" href={`${base}/ny`}>
              {m.list.ask}
            </LinkButton>
          ) : (
            <Button variant="primary" disabledReason={m.list.mayNot}>
              {m.list.ask}
            </Button>
          )
        }
      />
      <AreaNav caseId={d.caseId} current="spoergsmaal" />
      {d.inquiries.length === 0 && <EmptyState title={m.list.empty}>{m.list.emptyText}</EmptyState>}
      {open.length > 0 && <OpenTable d={d} open={open} base={base} />}
      {d.never.length > 0 && (
        <Card title={m.list.never}>
          <p>{m.list.neverText}</p>
          <ul className="nobullet-list">
            {d.never.map((sector) => (
              <li key={sector}>
                {d.may.ask ? (
                  <a href={`${base}/ny?sektor=${sector}`}>{m.list.askThem(areaOf(locale, d.areas, sector))}</a>
                ) : (
                  areaOf(locale, d.areas, sector)
                )}
                {d.laws[sector] && ` (${d.laws[sector]})`}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {answered.length > 0 && (
        <>
          <h2>{m.list.done}</h2>
          {answered.map((q) => (
            <Card key={q.id} level={3} title={<a href={`${base}/${q.id}`}>{q.recipient}</a>} aside={<Badge tone="done">{m.state['answered']}</Badge>}>
              <AnswerList inquiry={q} people={d.people} areas={d.areas} today={d.today} level={4} />
            </Card>
          ))}
        </>
      )}
      {ended.length > 0 && (
        <>
          <h2>{m.list.ended}</h2>
          <ul>
            {ended.map((q) => (
              <li key={q.id}>
                <a href={`${base}/${q.id}`}>{q.recipient}</a>: {q.cancelledReason}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const OpenTable = ({ d, open, base }: { d: Data; open: Inquiry[]; base: string }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const names = (ids: number[]) => joinList(locale, d.people.filter((p) => ids.includes(p.id)).map((p) => p.name))
  const sectors = [...new Set(open.map((q) => q.sector))]
  return (
    <>
      <Table
        caption={m.list.open}
        rows={open}
        rowKey={(q) => q.id}
        columns={[
          { key: 'who', label: m.list.who, rowHeader: true, cell: (q) => <a href={`${base}/${q.id}`}>{q.recipient}</a> },
          { key: 'about', label: m.list.about, cell: (q) => names(q.subjects) },
          { key: 'sent', label: m.list.sent, cell: (q) => `${formatShortDate(locale, q.sentOn, d.today)} · ${m.channel[q.channel] ?? ''}` },
          { key: 'reply', label: m.list.reply, cell: (q) => <DueDate date={q.replyBy} today={d.today} /> },
          { key: 'state', label: m.list.state, cell: (q) => <StateOf q={q} today={d.today} /> },
        ]}
      />
      <h2>{m.list.lawAreas}</h2>
      <ButtonGroup>
        {sectors.map((sector) => (
          <Tag key={sector}>{`${[areaOf(locale, d.areas, sector), d.laws[sector]].filter(Boolean).join(' · ')}: ${m.list.openCount(open.filter((q) => q.sector === sector).length)}`}</Tag>
        ))}
      </ButtonGroup>
    </>
  )
}
const StateOf = ({ q, today }: { q: Inquiry; today: string }) => {
  const m = inquiryTexts(useLocale())
  const state = stateOf(q, today)
  const times = q.reminders.filter((r) => r.how !== 'overdue').length
  return (
    <>
      <Badge tone={state === 'overdue' ? 'attention' : 'plain'}>{m.state[state]}</Badge>
      {q.link && state !== 'answered' && <span> {m.linkState[q.link.state]}</span>}
      {times > 0 && <span> · {m.list.reminded(times)}</span>}
    </>
  )
}
