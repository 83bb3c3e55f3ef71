import { redirect } from 'react-router'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast, UndoToast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { restoreNote } from '../change-note.server.ts'
import { Board } from '../components/board.tsx'
import { PrinciplesNote } from '../components/principles.tsx'
import { readSituation } from '../read-situation.server.ts'
import { situationTexts } from '../situation-words.ts'
import type { Route } from './+types/situation.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return {
    page: await readSituation(ctx, { caseId: idParam(params.caseId) }),
    saved: query.has('gemt'),
    out: /^(\d+)-(\d+)$/.exec(query.get('ude') ?? '')?.slice(1) ?? null,
  }
})

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  const back = await restoreNote(ctx, { caseId, id: values['id'], seenRevision: values['seenRevision'] })
  return redirect(`/familier/${caseId}/situation?gemt=1#note-${back.id}`)
})

/** "Jeres situation i dag": one page for the whole family, in its own words first. */
export default function Situation({ loaderData: { page: d, saved, out }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const base = `/familier/${d.caseId}/situation`
  const write = d.may.write
  return (
    <>
      <title>{m.titleOf(d.familyName)}</title>
      <ErrorSummary errors={refusal(locale, actionData).errors} />
      {saved && <Toast>{m.saved}</Toast>}
      {out && (
        <UndoToast action={base} fields={{ id: out[0]!, seenRevision: out[1]! }}>
          {m.takenOff}
        </UndoToast>
      )}
      <PageHead
        title={m.title}
        lead={d.may.coordination ? m.lead : m.leadReader}
        action={
          write && (
            <LinkButton variant="primary" href={`${base}/skriv?felt=strength`}>
              {m.write}
            </LinkButton>
          )
        }
      />
      <ButtonGroup>
        <LinkButton href={`${base}/forberedelse`}>{m.prepare}</LinkButton>
        <LinkButton href={`${base}/baggrund`}>{m.background}</LinkButton>
        <LinkButton href={`${base}/metoder`}>{m.methodsFamily}</LinkButton>
        <LinkButton href={`${base}/spoergsmaal`}>{m.inquiries}</LinkButton>
      </ButtonGroup>
      <Board
        people={d.people}
        notes={d.notes}
        scales={d.scales}
        carried={d.carried}
        today={d.today}
        partial={!d.may.coordination}
        slots={{
          write: (part, member) =>
            write && (
              <a href={`${base}/skriv?felt=${part}&om=${member?.id ?? 'alle'}`}>
                {m.write}
                <span className="sr-only">: {m.writeIn(m.part[part], member?.name ?? m.wholeFamily)}</span>
              </a>
            ),
          note: (n) => (
            <a href={`${base}/note/${n.id}`}>
              {d.may.coordination && n.part === 'need' ? m.needTitle : m.open}
              <span className="sr-only">: {n.words}</span>
            </a>
          ),
          rate: (p) =>
            write && (
              <p className="note-line d-print-none">
                <a href={`${base}/tal/${p.id}`}>
                  {m.rate}
                  <span className="sr-only">: {p.name}</span>
                </a>
              </p>
            ),
          member: (p) => p.child && <a className="d-print-none" href={`${base}/huse/${p.id}`}>{m.housesOf(p.name)}</a>,
        }}
      />
      <div className="d-print-none">
        <Card title={m.viewBy}>
          <ul className="button-row nobullet-list">
            {d.frames.frameworks.map((f) => (
              <li key={f.code}>
                <LinkButton href={`${base}/tema/${f.code}`}>{f.label[locale]}</LinkButton>
              </li>
            ))}
          </ul>
          <p>
            <a href={`${base}/udredning`}>{m.formsTitle}</a>
          </p>
        </Card>
        <PrinciplesNote principles={d.principles} today={d.today} />
      </div>
    </>
  )
}
