import { redirect } from 'react-router'
import { openWithReason } from '#app/consent/open-with-reason.server.ts'
import { Forbidden } from '#app/platform/context.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatTime } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast, UndoToast } from '#app/ui/feedback.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { CompanionFigure } from '../components/companion-figure.tsx'
import { EntryList } from '../components/entry-list.tsx'
import { FilterForm } from '../components/filter-form.tsx'
import { ReasonForm } from '#app/consent/components/reason-form.tsx'
import { isFiltered } from '../entry.ts'
import { type LogbookPage, readLogbook } from '../read-logbook.server.ts'
import { withdrawEntry } from '../write-entry.server.ts'
import { logbookTexts } from '../words.ts'
import type { Route } from './+types/logbook.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const asked = new URL(request.url).searchParams
  const filter = { q: asked.get('soeg'), kind: asked.get('slags'), personId: asked.get('om'), authorId: asked.get('af'), from: asked.get('fra'), until: asked.get('til') }
  const read = await readLogbook(ctx, { caseId: idParam(params.caseId), filter })
  const number = (name: string) => Number(asked.get(name)) || null
  return { page: read, printing: asked.get('udskrift') !== null, written: number('skrevet'), done: asked.get('gjort'), query: asked.toString() }
})

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const back = `/familier/${caseId}/logbog`
  if (values['intent'] === 'open') {
    await openWithReason(ctx, { caseId, category: 'logbook', reason: values['reason'] })
    return redirect(back)
  }
  try {
    await withdrawEntry(ctx, { caseId, entryId: values['entryId'] })
    return redirect(`${back}?gjort=fortrudt`)
  } catch (error) {
    if (error instanceof Forbidden) return redirect(`${back}?gjort=for-sent`)
    throw error
  }
})

export default function Logbook({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const p = d.page
  const base = `/familier/${p.caseId}/logbog`
  if (d.printing) return <Printed p={p} base={base} />
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {d.written !== null && (
        <UndoToast action={base} fields={{ entryId: d.written }}>
          {m.saved}
        </UndoToast>
      )}
      {d.done === 'fortrudt' && <Toast>{m.withdrawn}</Toast>}
      {d.done === 'rettet' && <Toast>{m.corrected}</Toast>}
      {d.done === 'for-sent' && <Toast tone="warning">{m.tooLate}</Toast>}
      <PageHead title={m.title} lead={m.lead} action={p.mayWrite ? <LinkButton variant="primary" href={`${base}/ny`}>{m.write}</LinkButton> : undefined} />
      {p.opening.state === 'needed' ? (
        <ReasonForm title={m.lockedTitle} text={m.locked} label={m.reason} button={m.open} action={base} data={actionData} />
      ) : (
        <Open p={p} base={base} query={d.query} />
      )}
    </>
  )
}

const Open = ({ p, base, query }: { p: LogbookPage; base: string; query: string }) => {
  const locale = useLocale()
  const m = logbookTexts(locale)
  const filtered = isFiltered(p.filter)
  return (
    <>
      {p.opening.state === 'open' && p.opening.until && <Note icon="lock">{m.openUntil(formatTime(locale, p.opening.until))}</Note>}
      {p.total === 0 ? (
        <EmptyState title={m.empty} action={p.mayWrite ? <LinkButton href={`${base}/ny`}>{m.write}</LinkButton> : undefined}>
          {m.emptyText}
        </EmptyState>
      ) : (
        <>
          {!filtered && p.months.some((x) => x.entries > 0) && (
            <Card title={m.companionTitle}>
              <CompanionFigure months={p.months} />
            </Card>
          )}
          <FilterForm p={p} />
          {filtered && (
            <p>
              {m.found(p.entries.length, p.total)} · <a href={base}>{m.showAll}</a>
            </p>
          )}
          {p.entries.length === 0 ? <EmptyState title={m.nothingFound}>{m.nothingFoundText}</EmptyState> : <EntryList page={p} correctable={p.mayWrite} />}
          {p.entries.length > 0 && (
            <ButtonGroup>
              <LinkButton variant="quiet" icon="print" href={`${base}?${new URLSearchParams([...new URLSearchParams(query), ['udskrift', '1']]).toString()}`}>
                {m.print}
              </LinkButton>
            </ButtonGroup>
          )}
        </>
      )}
    </>
  )
}

const Printed = ({ p, base }: { p: LogbookPage; base: string }) => {
  const locale = useLocale()
  const m = logbookTexts(locale)
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <BackLink href={base}>{m.backFromPrint}</BackLink>
      <PageHead title={m.title} lead={m.printed(formatDate(locale, p.today))} />
      <p className="note d-print-none">{m.printHow}</p>
      <EntryList page={p} correctable={false} />
    </>
  )
}
