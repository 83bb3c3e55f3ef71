import { pick } from '#app/platform/i18n/messages.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../messages.ts'
import type { EarlierImport } from '../read-registers.server.ts'

/** What was taken before, the newest first. */
export function Earlier({ rows }: { rows: EarlierImport[] }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Table
      caption={m.earlierTitle}
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        { key: 'id', label: 'Nr.', numeric: true, cell: (r) => r.id },
        { key: 'file', label: m.fileName, rowHeader: true, cell: (r) => `${r.register[locale]}: ${r.fileName}` },
        { key: 'at', label: m.at, cell: (r) => formatInstant(locale, r.at) },
        { key: 'by', label: m.by, cell: (r) => r.by ?? m.byJob },
        { key: 'rows', label: m.rows(2).replace(/^\S+ /, ''), numeric: true, cell: (r) => r.rows },
        { key: 'written', label: m.was.written, numeric: true, cell: (r) => r.written },
        { key: 'replaced', label: m.was.replaced, numeric: true, cell: (r) => r.replaced },
        { key: 'kept', label: m.was.kept, numeric: true, cell: (r) => r.kept },
      ]}
    />
  )
}
