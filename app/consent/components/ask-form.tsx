import { typed, typedDate, typedList, type Values } from '#app/platform/forms/form-values.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { StructuredList } from '#app/ui/table.tsx'
import type { AskedRow } from '../ask-values.ts'
import type { ConsentPage, OfferView } from '../consent-page.ts'
import { consentTexts, minimumMissing, nameOf } from '../consent-words.ts'

type Page = Pick<ConsentPage, 'offers' | 'consents' | 'people' | 'inIntake' | 'labels' | 'today'>

/** The pack's texts to choose from: those needed are ticked already, the rest is free. */
export function AskForm({ page, errors, values }: { page: Page; errors: Record<string, string> | null; values: Values | null }) {
  const m = consentTexts(useLocale())
  const needed = minimumMissing(page).map((x) => x.code)
  const chosen = typedList(values, 'templates', needed).map(String)
  const kinds = (['intake', 'minimum', 'optional'] as const).filter((k) => k !== 'intake' || page.inIntake)
  return (
    <Form errors={errors} summaryElsewhere guard>
      <input type="hidden" name="intent" value="check" />
      {kinds.map((kind, index) => (
        <CheckboxGroup
          key={kind}
          name="templates"
          id={index === 0 ? undefined : `f-templates-${kind}`}
          legend={m.ask.kinds[kind]}
          values={chosen}
          choices={page.offers
            .filter((o) => o.kind === kind)
            .map((o) => ({
              value: o.code,
              label: o.label,
              hint: o.what,
              reveals: <OfferFields offer={o} page={page} values={values} needed={needed.includes(o.code)} />,
            }))}
        />
      ))}
      <SubmitButton>{m.ask.next}</SubmitButton>
    </Form>
  )
}

/** Whom, with which party, until when: seen while the text is ticked. */
function OfferFields({ offer: o, page, values, needed }: { offer: OfferView; page: Page; values: Values | null; needed: boolean }) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const people = page.people.filter((p) => p.role === 'family')
  const without = people.filter((p) => !page.consents.some((c) => c.template === o.code && c.subjectId === p.id && c.standing === 'valid'))
  const parties = o.parties?.map((s) => ({ value: s, label: page.labels.sectors[s] ?? s }))
  return (
    <>
      <CheckboxGroup
        name={`who.${o.code}`}
        legend={m.ask.whom}
        inline
        values={typedList(values, `who.${o.code}`, needed ? without.map((p) => p.id) : [])}
        choices={people.map((p) => ({ value: p.id, label: p.firstName }))}
      />
      {parties && (
        <CheckboxGroup name={`party.${o.code}`} legend={m.ask.party} values={typedList(values, `party.${o.code}`)} choices={parties} />
      )}
      <DateFields
        name={`until.${o.code}`}
        legend={m.ask.until}
        hint={m.ask.untilHint(formatDate(locale, o.until))}
        value={typedDate(values, `until.${o.code}`, o.until)}
      />
      {o.health && (
        <TextField
          name={`health.${o.code}`}
          label={m.ask.health}
          hint={m.ask.healthHint}
          optional
          value={typed(values, `health.${o.code}`)}
        />
      )}
    </>
  )
}

/** "Tjek dine svar": each row is a yes of its own; everything typed goes along. */
export function AskCheck({ page, rows, values }: { page: Page; rows: readonly AskedRow[]; values: Values }) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const items = rows.map((r) => {
    const o = page.offers.find((x) => x.code === r.template)
    const party = r.party ? ` (${page.labels.plainSectors[r.party] ?? r.party})` : ''
    return {
      label: nameOf(locale, page.people, Number(r.subjectId)),
      value: `${o?.label ?? r.template}${party}. ${r.until ? m.form.until(formatDate(locale, r.until)) : ''}`,
    }
  })
  const kept = Object.entries(values)
    .filter(([name]) => name !== 'intent' && name !== 'csrf')
    .flatMap(([name, v]) => (Array.isArray(v) ? v : [v]).map((value) => ({ name, value })))
  return (
    <>
      {rows.length > 5 && <p>{m.ask.tooMany}</p>}
      <StructuredList items={items} caption={joinList(locale, [m.ask.checkTitle])} />
      <Form guard>
        {kept.map((k, i) => (
          <input key={i} type="hidden" name={k.name} value={k.value} />
        ))}
        <div className="button-row">
          <SubmitButton name="intent" value="save">
            {m.ask.save}
          </SubmitButton>
          <SubmitButton name="intent" value="change" variant="secondary">
            {m.ask.change}
          </SubmitButton>
        </div>
      </Form>
    </>
  )
}
