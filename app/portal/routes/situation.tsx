import { redirect } from 'react-router'
import { undoNote, dropNote } from '#app/assessment/change-note.server.ts'
import { Board, houseNotes } from '#app/assessment/components/board.tsx'
import { ThreeHouses } from '#app/assessment/components/three-houses.tsx'
import { undoRating } from '#app/assessment/rate.server.ts'
import { situationTexts } from '#app/assessment/situation-words.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Note } from '#app/ui/text.tsx'
import { ChooseCase } from '../components/choose-case.tsx'
import { OneStepForm } from '../components/one-step-form.tsx'
import { inCase } from '../portal-words.ts'
import { readMySituation } from '../read-my-situation.server.ts'
import type { Route } from './+types/situation.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return { found: await readMySituation(ctx, { caseId: query.get('sag') }), saved: query.has('gemt'), me: ctx.actor.id }
})

export const action = formAction(async ({ ctx, values }) => {
  const caseId = Number(values['caseId'])
  const id = Number(values['id'])
  if (values['intent'] === 'undo-scale') await undoRating(ctx, { caseId, id })
  else if (values['intent'] === 'drop') await dropNote(ctx, { caseId, id, seenRevision: values['revision'], reason: situationTexts(ctx.locale).dropOwn })
  else await undoNote(ctx, { caseId, id })
  return redirect(inCase('/min/situation', caseId, { gemt: '1' }))
})

/** "Din situation i dag", for a telephone: one's own boxes and one's children's, strengths first. */
export default function MySituation({ loaderData: { found, saved, me } }: Route.ComponentProps) {
  return found.page === null ? <ChooseCase cases={found.cases} path="/min/situation" /> : <Mine page={found.page} saved={saved} me={me} />
}

type Page = NonNullable<Route.ComponentProps['loaderData']['found']['page']>
const Mine = ({ page: d, saved, me }: { page: Page; saved: boolean; me: number }) => {
  const locale = useLocale()
  const m = situationTexts(locale)
  const mine = d.people.filter((x) => x.id === me || x.speaksFor)
  const ordered = mine.toSorted((a, b) => Number(a.id !== me) - Number(b.id !== me))
  const to = (path: string, more: Record<string, string | number>) => inCase(`/min/situation${path}`, d.caseId, more)
  const step = (intent: string, id: number, texts: [string, string, string], revision?: number) => (
    <OneStepForm
      fields={{ intent, id, caseId: d.caseId, ...(revision === undefined ? {} : { revision }) }}
      label={texts[0]}
      question={texts[1]}
      confirm={texts[2]}
      action="/min/situation"
    />
  )
  const spoken = d.scales.filter((s) => s.onBehalf?.personId === me)
  return (
    <>
      <title>{m.mine}</title>
      {saved && <Toast>{m.saved}</Toast>}
      <PageHead
        title={m.mine}
        lead={m.mineLead}
        action={
          d.may.write && (
            <LinkButton variant="primary" href={to('/skriv', { om: me, felt: 'strength' })}>
              {m.write}
            </LinkButton>
          )
        }
      />
      <Note icon="lock">{m.mineRead}</Note>
      <Board
        people={ordered}
        notes={d.notes}
        scales={d.scales}
        carried={d.carried}
        today={d.today}
        show={() => true}
        columns={d.notes.some((n) => n.personId === null)}
        slots={{
          write: (part, member) =>
            d.may.write &&
            member && (
              <a href={to('/skriv', { om: member.id, felt: part })}>
                {m.write}
                <span className="sr-only">: {m.writeIn(m.part[part], member.name)}</span>
              </a>
            ),
          note: (n) =>
            n.onBehalf?.personId === me ? (
              step('undo', n.id, [m.undo, m.undoQuestion, m.undoConfirm])
            ) : n.authorPersonId === me && d.may.write ? (
              <div className="button-row">
                <a href={to('/skriv', { note: n.id })}>
                  {m.change}
                  <span className="sr-only">: {n.words}</span>
                </a>
                {n.part === 'wish' && !d.carried.some((c) => c.noteId === n.id) && (
                  <a href={inCase('/min/plan/haab', d.caseId, { note: n.id })}>
                    {m.makeHope}
                    <span className="sr-only">: {n.words}</span>
                  </a>
                )}
                {step('drop', n.id, [m.drop, m.dropQuestion, m.drop], n.revision)}
              </div>
            ) : null,
          rate: (member) =>
            d.may.write && (
              <p>
                <LinkButton href={to('/tal', { om: member.id })}>{member.id === me ? m.rate : m.rateFor(member.name)}</LinkButton>
              </p>
            ),
        }}
      />
      {spoken.map((s) => (
        <Card key={s.id}>
          <p>{m.scaleValue(s.value)}</p>
          {step('undo-scale', s.id, [m.undo, m.undoQuestion, m.undoConfirm])}
        </Card>
      ))}
      {ordered
        .filter((c) => c.child && houseNotes(d.notes, c.id).length > 0)
        .map((c) => (
          <Card key={c.id} title={m.housesOf(c.name)}>
            <ThreeHouses name={c.name} notes={houseNotes(d.notes, c.id)} today={d.today} />
          </Card>
        ))}
    </>
  )
}
