import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Table } from '#app/ui/table.tsx'
import { hoursText, planTexts } from '../plan-words.ts'
import { bothTexts, isRefused } from './typed.ts'

/** Somebody was faster: both texts side by side; what was typed stays in the form below. */
export const StaleNotice = ({ data }: { data: unknown }) => {
  const locale = useLocale()
  const m = planTexts(locale)
  if (!isRefused(data) || !data.conflict || data.conflict.code === 'about-somebody-else') return null
  const pairs = bothTexts(data)
  const say = (field: string, value: string) => (field === 'minutesPerWeek' && value ? hoursText(locale, Number(value)) : value || m.empty)
  return (
    <Alert tone="warning" title={m.staleTitle}>
      <p>{m.staleText}</p>
      {pairs.length > 0 && (
        <Table
          caption={m.staleTitle}
          hideCaption
          rows={pairs}
          rowKey={(p) => p.field}
          columns={[
            {
              key: 'field',
              label: <span className="sr-only">{m.field['what']}</span>,
              rowHeader: true,
              cell: (p) => m.field[p.field === 'minutesPerWeek' ? 'minutes' : p.field] ?? p.field,
            },
            { key: 'mine', label: m.yours, cell: (p) => say(p.field, p.mine) },
            { key: 'theirs', label: m.theirs, cell: (p) => say(p.field, p.theirs) },
          ]}
        />
      )}
    </Alert>
  )
}
