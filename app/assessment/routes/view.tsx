import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge, Details, Note } from '#app/ui/text.tsx'
import { NoteView } from '../components/note-view.tsx'
import { viewBy } from '../frameworks.ts'
import { readSituation } from '../read-situation.server.ts'
import { nameOf, situationTexts } from '../situation-words.ts'
import { isHouse, type SituationNote } from '../situation.ts'
import type { Route } from './+types/view.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const found = await readSituation(ctx, { caseId: idParam(params.caseId) })
  const framework = found.frames.frameworks.find((f) => f.code === params.framework)
  if (!framework) throw new NotFound('framework')
  return { page: found, framework }
})

/** The same notes, sorted by the themes of one framework; those labelled in another come over the bridge. */
export default function View({ loaderData: { page: d, framework } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = situationTexts(locale)
  const base = `/familier/${d.caseId}/situation`
  const notes = d.notes.filter((n) => !isHouse(n.part))
  const { seen, rest } = viewBy(d.frames, notes, framework.code)
  const filled = seen.filter((s) => s.direct.length + s.through.length > 0)
  const empty = seen.filter((s) => s.direct.length + s.through.length === 0)
  const groups = [...new Set(filled.map((s) => s.theme.group[locale]))]
  const label = (code: string) => d.frames.themes.find((t) => t.code === code)?.label[locale] ?? code
  const view = (n: SituationNote, via?: string[]) => (
    <li key={n.id} className="keep-together">
      <strong>
        {nameOf(d.people, n.personId, m)} · {m.part[n.part]}
      </strong>{' '}
      {via && <Badge>{m.viewThrough(via.map(label).join(', '))}</Badge>}
      <NoteView
        note={n}
        people={d.people}
        today={d.today}
        about={n.personId}
        carried={d.carried}
        actions={
          <a href={`${base}/note/${n.id}`}>
            {m.open}
            <span className="sr-only">: {n.words}</span>
          </a>
        }
      />
    </li>
  )
  return (
    <>
      <title>{`${m.viewTitle(framework.label[locale])} – ${d.familyName}`}</title>
      <BackLink href={base}>{m.own}</BackLink>
      <PageHead title={m.viewTitle(framework.label[locale])} lead={m.viewLead} />
      <ul className="button-row nobullet-list d-print-none">
        {d.frames.frameworks
          .filter((f) => f.code !== framework.code)
          .map((f) => (
            <li key={f.code}>
              <LinkButton variant="quiet" href={`${base}/tema/${f.code}`}>
                {f.label[locale]}
              </LinkButton>
            </li>
          ))}
      </ul>
      {groups.map((group) => (
        <Card key={group} title={group}>
          {filled
            .filter((s) => s.theme.group[locale] === group)
            .map((s) => (
              <section key={s.theme.code}>
                <h3>
                  {s.theme.label[locale]} {framework.bridge && <Badge>{s.theme.code.replace('icf-', '')}</Badge>}
                </h3>
                <ul className="box-notes nobullet-list">
                  {s.direct.map((n) => view(n))}
                  {framework.bridge && s.through.map((t) => view(t.note))}
                </ul>
                {!framework.bridge && s.through.length > 0 && (
                  <Details summary={m.viewRelated(s.through.length)}>
                    <ul className="box-notes nobullet-list">{s.through.map((t) => view(t.note, t.via))}</ul>
                  </Details>
                )}
              </section>
            ))}
        </Card>
      ))}
      {empty.length > 0 && (
        <Details summary={m.viewEmpty(empty.length)}>
          <ul>
            {empty.map((s) => (
              <li key={s.theme.code}>
                {s.theme.label[locale]}: {s.theme.plain[locale]}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {rest.length > 0 && (
        <Card title={m.viewRest} aside={rest.length}>
          <ul className="box-notes nobullet-list">{rest.map((n) => view(n))}</ul>
        </Card>
      )}
      <Note icon="info">{m.frameworksNote}</Note>
    </>
  )
}
