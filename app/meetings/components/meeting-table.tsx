import { joinList } from '#app/platform/i18n/words.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge } from '#app/ui/text.tsx'
import type { MeetingRow } from '../read-meetings.server.ts'
import { meetingTexts, whenOf, whereOf } from '../words.ts'

type Props = { caption: string; rows: MeetingRow[]; families?: Readonly<Record<number, string>>; minutes?: boolean }

/** Meetings as a list; `families` adds whose it is. */
export const MeetingTable = ({ caption, rows, families, minutes }: Props) => {
  const locale = useLocale()
  const m = meetingTexts(locale)
  const page = (r: MeetingRow) => `/familier/${r.caseId}/moeder/${r.id}`
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        { key: 'when', label: m.list.when, rowHeader: true, cell: (r) => <a href={page(r)}>{whenOf(locale, r)}</a> },
        ...(families ? [{ key: 'family', label: m.mine.family, cell: (r: MeetingRow) => families[r.caseId] ?? '' }] : []),
        { key: 'what', label: m.list.what, cell: (r) => r.kindName },
        { key: 'where', label: m.list.where, cell: (r) => whereOf(locale, r) },
        { key: 'who', label: m.list.who, cell: (r) => joinList(locale, r.names) },
        {
          key: 'state',
          label: minutes ? m.list.minutes : m.list.state,
          cell: (r) =>
            minutes ? (
              <a href={`${page(r)}/referat`}>
                {m.list.seeMinutes}
                <span className="sr-only"> {whenOf(locale, r)}</span>
              </a>
            ) : (
              <Badge tone={r.state === 'invited' ? 'done' : r.state === 'passed' ? 'attention' : 'plain'}>{r.state === 'planned' && r.agreed ? m.state['agreed'] : m.state[r.state]}</Badge>
            ),
        },
      ]}
    />
  )
}
