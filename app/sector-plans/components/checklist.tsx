import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { errorsIn, seenRevision, typed } from '#app/plan/components/typed.ts'
import { planTexts } from '#app/plan/plan-words.ts'
import { sectorPlanAddress, sectorPlanTexts } from '../plan-words.ts'
import type { PartLine, SectorPlanPage } from '../read-sector-plan.server.ts'
import { hows, isAnswered } from '../sector-plan.ts'

/** What the law's plan is to say, part by part: where each part stands. One part is opened for writing at a time. */
export const Checklist = ({ page: d, editing, data }: { page: SectorPlanPage; editing: string | null; data: unknown }) => {
  const m = sectorPlanTexts(useLocale())
  if (d.parts.length === 0) return <p>{m.noContents}</p>
  return (
    <ol>
      {d.parts.map((part) => (
        <li key={part.code} id={`del-${part.code}`} className="keep-together">
          <h3>{part.label}</h3>
          {d.may.change && editing === part.code ? <PartForm page={d} part={part} data={data} /> : <PartText part={part} />}
          {d.may.change && editing !== part.code && (
            <div className="button-row d-print-none">
              <LinkButton variant="quiet" href={`${sectorPlanAddress(d.caseId, d.plan.id)}?del=${part.code}#del-${part.code}`}>
                {isAnswered(part.part ?? undefined) ? m.edit : m.fill}
                <span className="sr-only"> {part.label}</span>
              </LinkButton>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

const PartText = ({ part }: { part: PartLine }) => {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const found = part.part
  if (!found || (!isAnswered(found) && !part.hidden)) return <p className="note">{m.notFilled}</p>
  if (found.how === 'elsewhere') return <p>{m.elsewhere}</p>
  if (found.how === 'text') return <p className="pre-line">{found.text}</p>
  return (
    <ul>
      {part.goals.map((g) => (
        <li key={`goal-${g.id}`}>{g.title || planTexts(locale).noTitle}</li>
      ))}
      {part.activities.map((a) => (
        <li key={`activity-${a.id}`}>{a.what || planTexts(locale).noTitle}</li>
      ))}
      {part.hidden && <li className="note">{m.hiddenPoints}</li>}
    </ul>
  )
}

const PartForm = ({ page: d, part, data }: { page: SectorPlanPage; part: PartLine; data: unknown }) => {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const v = typed(data, null)
  const none = planTexts(locale).noTitle
  const points = (
    <>
      {d.choices.goals.length > 0 && (
        <CheckboxGroup
          name="goals"
          legend={m.pointsGoals}
          values={v.list('goals', part.part?.goals ?? [])}
          optional
          choices={d.choices.goals.map((g) => ({ value: g.id, label: g.title || none }))}
        />
      )}
      {d.choices.activities.length > 0 && (
        <CheckboxGroup
          name="activities"
          legend={m.pointsActivities}
          values={v.list('activities', part.part?.activities ?? [])}
          optional
          choices={d.choices.activities.map((a) => ({ value: a.id, label: a.what || none }))}
        />
      )}
    </>
  )
  const text = <TextArea name="text" label={m.partText} value={v.text('text', part.part?.text)} optional />
  const inside = { points, text, elsewhere: undefined }
  const start = d.choices.goals.length + d.choices.activities.length > 0 ? 'points' : 'text'
  return (
    <Form errors={errorsIn(data, locale)} summaryElsewhere guard action={`${sectorPlanAddress(d.caseId, d.plan.id)}?del=${part.code}`}>
      <input type="hidden" name="intent" value="part" />
      <input type="hidden" name="part" value={part.code} />
      <input type="hidden" name="seenRevision" value={seenRevision(data, null, d.plan.revision)} />
      <RadioGroup
        name="how"
        legend={m.how}
        value={v.text('how', part.part?.how ?? start)}
        choices={hows.map((how) => ({ value: how, label: m.hows[how], reveals: inside[how] }))}
      />
      <ButtonGroup>
        <SubmitButton>{m.save}</SubmitButton>
        <LinkButton variant="quiet" href={`${sectorPlanAddress(d.caseId, d.plan.id)}#del-${part.code}`}>
          {m.cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>
  )
}
