import { pick } from '#app/platform/i18n/messages.ts'
import { formatDate, formatDue } from '#app/platform/time/format.ts'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { KeyValue } from '#app/ui/text.tsx'
import { clockWords, momentWords } from '../clock-words.ts'
import type { Child } from '../concern.ts'
import { da, en } from '../messages.ts'
import type { readConcern } from '../read-concern.server.ts'

export type ConcernPage = Awaited<ReturnType<typeof readConcern>>

/** What was written and when it is answered: the clock first. */
export const StandingCard = ({ d }: { d: ConcernPage }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en }).one
  const label = (code: string) => d.results.find((r) => r.code === code)?.label ?? code
  return (
    <Card title={m.status} accent>
      <KeyValue
        items={[
          { key: m.assessBy, value: clockWords(locale, d.concern, d.now, d.today) },
          {
            key: m.receiptBy,
            value: d.receipt ? m.receiptSent(momentWords(locale, d.receipt.at, d.today)) : m.receiptDue(formatDue(locale, d.concern.receiptBy, d.today)),
          },
          ...d.mails
            .filter((mail) => mail.kind === 'report' || d.may.assess)
            .map((mail) => ({
              key: m.mail,
              value: `${mail.kind === 'report' ? '' : `${m.mailKind[mail.kind]}: `}${m.mailState[mail.state]}${mail.state === 'sent' ? ` ${momentWords(locale, mail.at, d.today)}` : ''}`,
            })),
        ]}
      />
      {d.may.assess &&
        d.assessments.map((a) => (
          <section key={a.id}>
            <h3>{label(a.result)}</h3>
            <p className="prose-lines">{a.text}</p>
            <p className="note">{m.saidBy(a.by, momentWords(locale, a.at, d.today))}</p>
          </section>
        ))}
      {d.receipt && (
        <section>
          <h3>{m.receipt}</h3>
          <p className="prose-lines">{d.receipt.text}</p>
          <p className="note">{m.saidBy(d.receipt.by, momentWords(locale, d.receipt.at, d.today))}</p>
        </section>
      )}
    </Card>
  )
}

/** The words as they were written, with what was added below. */
export const ReportCard = ({ d }: { d: ConcernPage }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en }).one
  const { report } = d
  const child = (c: Child) => [c.name, c.born && m.born(formatDate(locale, c.born)), c.cpr && `${c.cpr.slice(0, 6)}-${c.cpr.slice(6)}`, c.where].filter(Boolean).join(', ')
  return (
    <Card title={report.children.map(child).join(' · ')}>
      <h3>{m.seen}</h3>
      <p className="prose-lines">{report.seen}</p>
      <KeyValue
        stacked
        items={[
          { key: m.when, value: report.when },
          { key: m.parents, value: `${report.parents === 'told' ? m.told : m.notTold}${report.parentsWords ? `: ${report.parentsWords}` : ''}` },
          { key: m.done, value: report.done },
          { key: m.reach, value: report.reach },
        ]}
      />
      {d.additions.map((a) => (
        <section key={a.id}>
          <h3>
            {m.additions}: {m.saidBy(a.by, momentWords(locale, a.at, d.today))}
          </h3>
          <p className="prose-lines">{a.text}</p>
        </section>
      ))}
    </Card>
  )
}
