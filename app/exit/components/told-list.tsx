import { pick } from '#app/platform/i18n/messages.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../messages.ts'
import type { ChangePage } from '../read-exit.server.ts'

/** Who does what, by when, after a move or a death. */
export const ToldList = ({ caption, rows }: { caption: string; rows: ChangePage['told'] }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Table
      caption={caption}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      empty={<p>{m.deathNoTold}</p>}
      columns={[
        {
          key: 'duty',
          label: m.duty,
          rowHeader: true,
          cell: (row) => (
            <>
              {row.what}
              <br />
              <span className="weight-normal">
                {row.text} {row.paragraph && `(${row.paragraph})`}
              </span>
            </>
          ),
        },
        { key: 'who', label: m.byWhom, cell: (row) => row.who || m.noOne },
        { key: 'due', label: m.byWhen, cell: (row) => (row.due ? formatDate(locale, row.due) : '') },
      ]}
    />
  )
}
