import { pick } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details, KeyValue, Note, Quote } from '#app/ui/text.tsx'
import { da, en } from '../meeting-messages.ts'
import type { CaseOnAPage } from '../read-meeting.server.ts'
import { errorsOf, typed } from './refused.tsx'

type Props = { page: CaseOnAPage; refused: Refused | undefined }

/** One family on one sheet: the question first, then what the decision rests on. */
export const CasePage = ({ page, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const yes = page.answers.filter((one) => one.answer === 'yes')
  const no = page.answers.filter((one) => one.answer === 'no')
  const open = page.answers.filter((one) => one.answer === null)
  const inWords = (one: CaseOnAPage['answers'][number]) => `${one.label.toLowerCase()}${one.evidence ? ` (${one.evidence})` : ''}`
  return (
    <article className={page.position > 1 ? 'page-break' : undefined} id={`sag-${page.caseId}`}>
      <h2>
        {m.number_(page.position)}: {page.name}
      </h2>
      <p>
        {page.people.map((one) => (one.age === null ? one.name : `${one.name} ${m.years(one.age)}`)).join(', ')}.{' '}
        {page.referrer && page.referredOn && m.referred(page.referrer.name, page.referrer.sector, formatDate(locale, page.referredOn))}{' '}
        {page.yesOn && m.saidYes(formatDate(locale, page.yesOn))}
      </p>
      <h3>{m.question}</h3>
      <p>
        <strong>{page.question || m.noQuestion}</strong>
      </p>
      <h3>{m.recommendation}</h3>
      {page.recommendation ? <p>{page.recommendation}</p> : <Note>{m.noRecommendation}</Note>}
      <h3>{m.criteria}</h3>
      <p>
        <strong>{m.results[page.result]}</strong>
        {page.against.length > 0 && `. ${page.against.join(' ')}`}
      </p>
      <KeyValue items={yes.map((one) => ({ key: one.label, value: one.evidence ? `${m.yes}. ${one.evidence}` : m.yes }))} />
      {no.length > 0 && <p>{`${m.no}: ${no.map(inWords).join(', ')}`}</p>}
      {open.length > 0 && <Note>{`${m.unanswered}: ${open.map(inWords).join(', ')}`}</Note>}
      {page.note && <Quote small>{page.note}</Quote>}
      <h3>{m.around}</h3>
      <KeyValue
        items={[
          { key: m.soft, value: page.soft.join(' · ') || m.noSoft },
          ...page.consents.map((one) => ({
            key: one.label,
            value: one.missing.length === 0 ? m.inPlace : m.missing(joinList(locale, one.missing)),
          })),
          ...page.departments.map((one) => ({ key: one.department, value: one.referred ? `${one.who} (${m.referrer})` : one.who })),
        ]}
      />
      {page.hearings.map((one) => (
        <Note key={one.who}>
          {one.answeredOn
            ? m.heard(one.who, formatDate(locale, one.answeredOn))
            : m.hearing(one.who, formatDate(locale, one.sentOn), formatDate(locale, one.answerBy))}
        </Note>
      ))}
      {page.decided && <Note>{m.decided(m.decisions[page.decided.decision], formatDate(locale, page.decided.decidedOn))}</Note>}
      <div className="d-print-none">
        <Words page={page} refused={refused} />
        <LinkButton href={`/familier/${page.caseId}/optagelse#beslutning`} variant="secondary">
          {m.decide}
          <span className="sr-only"> {page.name}</span>
        </LinkButton>
        <hr />
      </div>
    </article>
  )
}

const Words = ({ page, refused: any }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = any?.values.caseId === String(page.caseId) ? any : undefined
  return (
    <Details summary={`${m.write}, ${page.name}`} open={refused !== undefined}>
      <Form errors={errorsOf(refused, locale)} prefix={`r${page.caseId}`}>
        <input type="hidden" name="caseId" value={page.caseId} />
        <TextArea name="question" label={m.questionLabel} optional rows={2} value={typed(refused, 'question', page.question)} />
        <TextArea
          name="recommendation"
          label={m.recommendationLabel}
          optional
          rows={4}
          value={typed(refused, 'recommendation', page.recommendation)}
        />
        <SubmitButton variant="secondary" name="do" value="recommend">
          {m.save}
        </SubmitButton>
      </Form>
    </Details>
  )
}
