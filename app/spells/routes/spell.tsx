import { redirect } from 'react-router'
import { ageOf, personName } from '#app/families/families.ts'
import { typed, typedDate, type Values, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { SpellFields, withStatus } from '../components/spell-fields.tsx'
import { correctSpell } from '../correct-spell.server.ts'
import { endSpell } from '../end-spell.server.ts'
import { da, en } from '../messages.ts'
import { readSpells } from '../read-spells.server.ts'
import { spellName } from '../spell-words.ts'
import type { Route } from './+types/spell.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const found = await readSpells(ctx, { caseId: idParam(params.caseId), personId: idParam(params.personId) })
  const spell = found.spells.find((s) => s.id === idParam(params.spellId))
  if (!spell || !found.may.write) throw new NotFound('spell')
  return { locale: ctx.locale, page: found, spell }
})
export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const [caseId, personId, spellId] = [idParam(params.caseId), idParam(params.personId), idParam(params.spellId)]
  const input = { ...withStatus(withDates(values, ['from', 'until'])), caseId, spellId }
  if (values['intent'] === 'end') await endSpell(ctx, input)
  else await correctSpell(ctx, input)
  return redirect(`/familier/${caseId}/personer/${personId}/forloeb?gemt=1`)
})

/** One spell: when it ended, or what was written wrongly. */
export default function OneSpell({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const { page: p, spell } = d
  const end = refusal(d.locale, actionData, 'end')
  const correct = refusal(d.locale, actionData, 'correct')
  const title = `${spellName(d.locale, spell, p.statuses)}: ${personName(d.locale, p.person)}`
  return (
    <>
      <title>{`${title} – Helhed`}</title>
      <ErrorSummary errors={end.errors} prefix="end" />
      <ErrorSummary errors={correct.errors} prefix="correct" />
      <BackLink href={`/familier/${p.caseId}/personer/${p.person.id}/forloeb`}>{m.short}</BackLink>
      <PageHead title={title} />
      {(end.conflict ?? correct.conflict) && <Alert tone="warning" title={m.stale}>{''}</Alert>}
      {spell.until === null && (
        <Card title={m.endTitle} accent>
          <Form errors={end.errors} summaryElsewhere prefix="end">
            <input type="hidden" name="intent" value="end" />
            <input type="hidden" name="seenRevision" value={spell.revision} />
            <DateFields name="until" legend={m.until} value={typedDate(end.values, 'until', p.today)} />
            {p.ends.length > 0 && (
              <Select name="endCode" label={m.endReason} value={typed(end.values, 'endCode')} placeholder optional options={p.ends.filter((e) => e.current).map((e) => ({ value: e.code, label: e.label[d.locale] }))} />
            )}
            <TextField name="endReason" label={p.ends.length > 0 ? m.endWords : m.endReason} value={typed(end.values, 'endReason')} optional />
            <SubmitButton>{m.end}</SubmitButton>
          </Form>
        </Card>
      )}
      <Card title={m.correctTitle}>
        <Form errors={correct.errors} summaryElsewhere prefix="correct" guard>
          <input type="hidden" name="intent" value="correct" />
          <input type="hidden" name="endCode" value={spell.endCode} />
          <input type="hidden" name="endReason" value={spell.endReason} />
          <SpellFields page={p} spell={spell} values={correct.values} age={ageOf(p.person, p.today)} error={correct.errors?.status} />
          <SubmitButton variant="secondary">{m.save}</SubmitButton>
        </Form>
      </Card>
    </>
  )
}
