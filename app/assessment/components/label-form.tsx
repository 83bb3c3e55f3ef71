import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import { across, bridgeOf, type Frames, type Theme } from '../frameworks.ts'
import { situationTexts } from '../situation-words.ts'
import type { Member, SituationNote } from '../situation.ts'

/** Labels of the frameworks that fit the one it is about: a child has the triangle, an adult FFB and the way to work; ICF fits everybody. */
export const LabelForm = ({ note: n, frames, people, revision }: { note: SituationNote; frames: Frames; people: readonly Member[]; revision: number }) => {
  const locale = useLocale()
  const m = situationTexts(locale)
  const person = people.find((p) => p.id === n.personId)
  const about = person === undefined ? null : person.child ? 'child' : 'adult'
  const fits = frames.frameworks
    .filter((f) => about === null || f.about === 'anyone' || f.about === about || frames.themes.some((t) => t.framework === f.code && n.labels.includes(t.code)))
    .toSorted((a, b) => Number(a.bridge) - Number(b.bridge))
  const on = frames.themes.filter((t) => n.labels.includes(t.code))
  const withLevel = on.filter((t) => t.level === 'required')
  return (
    <Card title={m.labelsTitle} id="temaer">
      <p className="form-hint">{m.labelsLead}</p>
      <Bridge on={on} frames={frames} fits={fits.map((f) => f.code)} />
      <Form action={`?#temaer`}>
        <input type="hidden" name="intent" value="label" />
        <input type="hidden" name="seenRevision" value={revision} />
        {fits.map((f) => {
          const themes = frames.themes.filter((t) => t.framework === f.code)
          const chosen = themes.filter((t) => n.labels.includes(t.code)).length
          return (
            <Details key={f.code} summary={chosen ? `${f.label[locale]} (${chosen})` : f.label[locale]} open={chosen > 0}>
              <CheckboxGroup
                id={`labels-${f.code}`}
                name="labels"
                legend={f.label[locale]}
                hideLegend
                optional
                values={n.labels}
                choices={themes.map((t) => ({ value: t.code, label: t.label[locale], hint: t.plain[locale] }))}
              />
            </Details>
          )
        })}
        {withLevel.length > 0 && <p className="form-hint">{m.levelHint}</p>}
        {withLevel.map((t) => (
          <Select
            key={t.code}
            name={`level.${t.code}`}
            label={m.level(t.label[locale])}
            value={n.levels[t.code] ?? ''}
            placeholder={m.levelNone}
            optional
            options={m.levels.map((label, value) => ({ value, label: `${value} ${label}` }))}
          />
        ))}
        <Checkbox name="follow" label={m.follow} hint={m.followHint} checked={n.follow} />
        <SubmitButton>{m.saveLabels}</SubmitButton>
      </Form>
    </Card>
  )
}

/** What the chosen labels correspond to elsewhere, through ICF. */
const Bridge = ({ on, frames, fits }: { on: readonly Theme[]; frames: Frames; fits: readonly string[] }) => {
  const locale = useLocale()
  const m = situationTexts(locale)
  if (on.length === 0) return null
  const label = (code: string) => frames.themes.find((t) => t.code === code)?.label[locale] ?? code
  const chapters = [...new Set(on.flatMap((t) => bridgeOf(frames, t.code)))]
  const others = frames.frameworks.filter((f) => !f.bridge && fits.includes(f.code))
  return (
    <ul className="nobullet-list">
      <li>{m.bridge(chapters.map((c) => `${c.replace('icf-', '')} ${label(c)}`).join(', '))}</li>
      {others.map((f) => {
        const there = [...new Set(on.filter((t) => t.framework !== f.code).flatMap((t) => across(frames, t.code, f.code).map((x) => x.theme.label[locale])))]
        return there.length > 0 ? (
          <li key={f.code}>
            {m.alsoIn(f.label[locale])}: {there.join(', ')}
          </li>
        ) : null
      })}
    </ul>
  )
}
