import { formatMonth, formatShortDate } from '#app/platform/time/format.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { useLocale } from '#app/ui/context.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Details, ToCaseLink } from '#app/ui/text.tsx'
import { byMonth } from '../entry.ts'
import type { LogbookPage } from '../read-logbook.server.ts'
import { logbookTexts } from '../words.ts'

type Props = { page: LogbookPage; correctable: boolean }

/** Entries by month, the newest first: what, with whom, how long, and the sentence. */
export const EntryList = ({ page: p, correctable }: Props) => {
  const locale = useLocale()
  return (
    <>
      {byMonth(p.entries).map(({ month, entries }) => (
        <section key={month} aria-labelledby={`m-${month}`}>
          <h2 id={`m-${month}`} className="month-heading">
            {formatMonth(locale, month)}
          </h2>
          <ul className="nobullet-list entry-list">
            {entries.map((e) => (
              <EntryItem key={e.id} e={e} p={p} correctable={correctable && e.correctable} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const EntryItem = ({ e, p, correctable }: { e: LogbookPage['entries'][number]; p: LogbookPage; correctable: boolean }) => {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const names = p.people.filter((x) => e.subjects.includes(x.id)).map((x) => x.name)
  const kind = p.kinds.find((k) => k.code === e.kind)?.label ?? e.kind
  const facts = [joinList(locale, names), e.minutes === null ? '' : m.minutes(e.minutes), e.author, e.sector === 'coordination' ? '' : (p.sectors[e.sector] ?? e.sector)]
  return (
    <li className="entry keep-together" id={`linje-${e.id}`}>
      <p className="entry-head">
        <time dateTime={e.onDate}>{formatShortDate(locale, e.onDate, p.today)}</time> <strong>{kind}</strong>
      </p>
      <p className="entry-words">{e.words}</p>
      <p className="entry-facts">
        {facts.filter(Boolean).join(' · ')}
        {correctable && (
          <>
            {' · '}
            <a className="d-print-none" href={`/familier/${p.caseId}/logbog/${e.id}/ret`}>
              {m.correct}
              <span className="sr-only">: {e.words}</span>
            </a>
          </>
        )}
        <span className="d-print-none">
          {' · '}
          <ToCaseLink caseId={p.caseId} kind="entry" id={e.id} describe={e.words} />
        </span>
      </p>
      {e.hiddenBecause !== null && (
        <p className="note">
          <Icon name="lock" />
          {m.hidden}: {(p.reasons[e.hiddenBecause] ?? e.hiddenBecause).toLocaleLowerCase(locale)}
        </p>
      )}
      {e.before.map((b) => (
        <Details key={b.id} summary={m.correctedOn(formatShortDate(locale, copenhagenDay(b.createdAt), p.today))}>
          <p>{b.words}</p>
        </Details>
      ))}
    </li>
  )
}
