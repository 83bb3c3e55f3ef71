import { redirect } from 'react-router'
import { ageOf, personName } from '#app/families/families.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatRange } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Badge } from '#app/ui/text.tsx'
import { SpellFields, withStatus } from '../components/spell-fields.tsx'
import { da, en } from '../messages.ts'
import { readSpells, type SpellsPage } from '../read-spells.server.ts'
import { registerSpell } from '../register-spell.server.ts'
import { hoursText, spellName } from '../spell-words.ts'
import { type Spell, spellsOn } from '../spells.ts'
import type { Route } from './+types/spells.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => ({
  locale: ctx.locale,
  page: await readSpells(ctx, { caseId: idParam(params.caseId), personId: idParam(params.personId) }),
  saved: new URL(request.url).searchParams.has('gemt'),
}))
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const [caseId, personId] = [idParam(params.caseId), idParam(params.personId)]
  await registerSpell(ctx, { ...withStatus(withDates(values, ['from', 'until'])), caseId, personId })
  return redirect(`/familier/${caseId}/personer/${personId}/forloeb?gemt=1`)
})

/** What does this person live on, and what do they go to? Today first, then what was before, then the form. */
export default function Spells({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { page: p } = d
  const { errors, values } = refusal(d.locale, actionData)
  const name = personName(d.locale, p.person)
  const now = spellsOn(p.spells, p.today)
  const before = p.spells.filter((s) => !now.includes(s))
  return (
    <>
      <title>{`${m.title(name)} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      {d.saved && <Toast>{m.saved}</Toast>}
      <BackLink href={`/familier/${p.caseId}/personer#person-${p.person.id}`}>{m.back}</BackLink>
      <PageHead title={m.title(name)} lead={m.lead} action={<a href={`/familier/${p.caseId}/tidslinje`}>{m.timeline}</a>} />
      <Card title={m.now}>
        {p.spells.length === 0 ? (
          <EmptyState title={m.empty}>{m.emptyBody}</EmptyState>
        ) : now.length === 0 ? (
          <p>{m.noneNow}</p>
        ) : (
          <SpellList page={p} spells={now} />
        )}
      </Card>
      {before.length > 0 && (
        <Card title={m.before}>
          <SpellList page={p} spells={before} />
        </Card>
      )}
      {p.may.write && (
        <Card title={m.addTitle} id="tilfoej">
          <Form errors={errors} summaryElsewhere guard>
            <SpellFields page={p} spell={null} values={values} age={ageOf(p.person, p.today)} error={errors?.status} />
            <SubmitButton>{m.add}</SubmitButton>
          </Form>
        </Card>
      )}
    </>
  )

  function SpellList({ page: of, spells }: { page: SpellsPage; spells: Spell[] }) {
    return (
      <ul className="nobullet-list">
        {spells.map((s) => (
          <li key={s.id} id={`forloeb-${s.id}`}>
            <Badge>{m.kinds[s.kind]}</Badge> <strong>{spellName(d.locale, s, of.statuses)}</strong>
            {s.place && `, ${s.place}`}
            {s.minutesPerWeek !== null && ` · ${m.perWeek(hoursText(d.locale, s.minutesPerWeek))}`}
            <br />
            {formatRange(d.locale, s.from, s.until, of.today)}
            {[of.ends.find((e) => e.code === s.endCode)?.label[d.locale], s.endReason].filter(Boolean).map((why) => ` · ${why}`)}
            {s.source && ` · ${m.fromRegister(s.source)}`}
            {of.may.write && (
              <>
                {' '}
                <a className="d-print-none" href={`/familier/${of.caseId}/personer/${of.person.id}/forloeb/${s.id}`}>
                  {s.until === null ? `${m.end} / ${m.correct.toLocaleLowerCase()}` : m.correct}
                  <span className="sr-only"> {spellName(d.locale, s, of.statuses)}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    )
  }
}
