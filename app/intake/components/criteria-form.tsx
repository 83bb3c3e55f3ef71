import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ReadableBy, TextArea } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import { KeyValue, Note, Quote } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import type { IntakePage } from '../read-intake.server.ts'
import { errorsOf, typed } from './refused.tsx'

type Asked = Pick<IntakePage, 'caseId' | 'criteria' | 'readers' | 'result'> & {
  screening: Pick<NonNullable<IntakePage['screening']>, 'answers' | 'note'> | null
}
type Props = {
  page: Asked
  draft: Record<string, string | string[]> | null
  refused: Refused | undefined
  /** What was answered the time before, by criterion, in words. */
  earlier?: Record<string, string>
}

/** Every criterion with its answer and what it rests on. Saves with anything missing. */
export const CriteriaForm = ({ page, draft, refused, earlier = {} }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const stored = (code: string) => page.screening?.answers.find((one) => one.criterion === code)
  const known = (name: string, saved: string) => {
    const kept = draft?.[name]
    return typed(refused, name, typeof kept === 'string' ? kept : saved, 'save-answers')
  }
  // A draft stands on the revision it was written against; after a conflict both texts were seen, so the newest counts.
  const seen = (code: string): string => {
    const kept = refused?.values.do === 'save-answers' ? undefined : draft?.[`revision.${code}`]
    return typeof kept === 'string' ? kept : String(stored(code)?.revision ?? '')
  }
  const evidence = (criterion: IntakePage['criteria'][number], old: ReturnType<typeof stored>) => (
    <TextArea
      name={`evidence.${criterion.code}`}
      label={criterion.evidenceHint[locale]}
      rows={2}
      optional={criterion.evidence === 'optional'}
      value={known(`evidence.${criterion.code}`, old?.evidence ?? '')}
    />
  )
  return (
    <Form errors={errorsOf(refused, locale, {}, 'save-answers')} prefix="k" draftUrl={`/kladde/intake.screening.${page.caseId}`}>
      {page.criteria.map((criterion) => {
        const old = stored(criterion.code)
        return (
          <div key={criterion.code} className="keep-together">
            <RadioGroup
              inline={criterion.evidence !== 'yes'}
              name={`answer.${criterion.code}`}
              legend={criterion.question[locale]}
              value={known(`answer.${criterion.code}`, old?.answer ?? '')}
              choices={[
                // What only a yes rests on is asked when the answer is yes.
                { value: 'yes', label: m.yes, reveals: criterion.evidence === 'yes' ? evidence(criterion, old) : undefined },
                { value: 'no', label: m.no },
              ]}
            />
            {criterion.evidence !== 'yes' && evidence(criterion, old)}
            <input type="hidden" name={`revision.${criterion.code}`} value={seen(criterion.code)} />
            {old?.by && <Note>{m.answeredBy(old.by)}</Note>}
            {earlier[criterion.code] && <Note>{earlier[criterion.code]}</Note>}
            <hr />
          </div>
        )
      })}
      <TextArea
        name="note"
        label={m.note}
        rows={2}
        optional
        value={known('note', page.screening?.note ?? '')}
        below={page.readers.answers.length > 0 && <ReadableBy names={page.readers.answers} />}
      />
      <DraftStatus />
      <SubmitButton variant={page.result.result === 'unanswered' ? 'primary' : 'secondary'} name="do" value="save-answers">
        {m.saveAnswers}
      </SubmitButton>
    </Form>
  )
}

/** The same for who only reads. */
export const CriteriaAnswers = ({ page }: { page: Pick<Asked, 'criteria' | 'screening'> }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const items = page.criteria.flatMap((criterion) => {
    const answer = page.screening?.answers.find((one) => one.criterion === criterion.code)
    if (!answer?.answer) return []
    return [
      {
        key: criterion.question[locale],
        value: (
          <>
            {answer.answer === 'yes' ? m.yes : m.no}
            {answer.evidence && (
              <Quote small by={answer.by}>
                {answer.evidence}
              </Quote>
            )}
          </>
        ),
      },
    ]
  })
  return <KeyValue stacked items={items} />
}

/** VIS-08: the computed result with why: each rule, what is still missing, and what was noted but decides nothing. */
export const ComputedResult = ({ page }: { page: Pick<IntakePage, 'result'> }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { result } = page
  const said = (holds: boolean | null, texts: { yes: string; no: string; open: string }) =>
    holds === null ? texts.open : holds ? texts.yes : texts.no
  return (
    <>
      <p>
        <strong>{m.results[result.result]}</strong>
      </p>
      <KeyValue
        items={result.rules
          .filter((rule) => rule.effect !== 'soft')
          .map((rule) => ({ key: rule.label[locale], value: said(rule.holds, rule.effect === 'excludes' ? m.excludes : m.ruleHolds) }))}
      />
      {result.against.length > 0 && (
        <ul>
          {result.against.map((rule) => (
            <li key={rule.code}>{rule.reason[locale]}</li>
          ))}
        </ul>
      )}
      {result.missing.length > 0 && (
        <>
          <p>{m.stillMissing}</p>
          <ul>
            {result.missing.map((one) => (
              <li key={one.code}>{one.question[locale]}</li>
            ))}
          </ul>
        </>
      )}
      {result.soft.length > 0 && (
        <p>
          {m.soft} {result.soft.map((rule) => rule.label[locale]).join(', ')}
        </p>
      )}
      <Note>{m.resultHow}</Note>
    </>
  )
}
