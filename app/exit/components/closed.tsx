import { paperAddress } from '#app/papers/paper-address.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import type { FieldErrors } from '#app/ui/form.tsx'
import { formatDate } from '#app/platform/time/format.ts'
import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { Details, Note, Quote } from '#app/ui/text.tsx'
import type { OpenKind } from '../exit.ts'
import { da, en } from '../messages.ts'
import type { ExitPage } from '../read-exit.server.ts'

type Refused = { errors: FieldErrors | null; values: Values | null }

/** After closing: why, what became of everything, the papers, and the way back. */
export const Closed = ({ page, reopen, again }: { page: ExitPage; reopen: Refused; again: Refused }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const closing = page.closing
  if (!closing) return null
  return (
    <>
      <Card title={m.doneHow} accent>
        <p>{m.doneLead(formatDate(locale, closing.leftOn), closing.why)}</p>
        {page.pagesUntil && <p>{m.donePages(formatDate(locale, page.pagesUntil))}</p>}
        {closing.statement && <Quote by={closing.statement.by ?? m.coordinatorsWords}>{closing.statement.words}</Quote>}
      </Card>
      {closing.items.length > 0 && (
        <Card title={m.doneTold}>
          <Table
            caption={m.doneTold}
            hideCaption
            rows={together(closing.items)}
            rowKey={(item) => item.key}
            columns={[
              { key: 'what', label: m.what, rowHeader: true, cell: (item) => <What kind={item.kind as OpenKind} labels={item.labels} /> },
              {
                key: 'became',
                label: m.became,
                cell: (item) => (item.outcome === 'ends' ? m.doneEnds : item.outcome === 'task' ? m.doneTask(item.who, item.due ? formatDate(locale, item.due) : '') : m.doneGoesOn(item.who)),
              },
            ]}
          />
        </Card>
      )}
      <Card title={m.letters}>
        <ul className="nobullet-list">
          {closing.letters.map((letter) => (
            <li key={letter.id}>
              <a href={`/brev/${letter.id}`}>
                {letter.title}
                {letter.to && ` (${letter.to})`}
              </a>
            </li>
          ))}
          {page.letterTo.map((person) => (
            <li key={person.id}>
              <a href={paperAddress(page.caseId, [person.id], 'plan')}>{m.paperFor(person.name)}</a>
            </li>
          ))}
          <li>
            <a href="/breve">{m.printLetters}</a>
          </li>
        </ul>
      </Card>
      {page.may.reopen && <ComingBack reopen={reopen} again={again} />}
    </>
  )
}

type Item = NonNullable<ExitPage['closing']>['items'][number]
/** Things of a kind with the same fate stand on one line. */
const together = (items: readonly Item[]) =>
  [...Map.groupBy(items, (i) => [i.kind, i.outcome, i.who, i.due].join('|'))].map(([key, these]) => ({ ...these[0]!, key, labels: [...new Set(these.map((i) => i.label).filter(Boolean))] }))

const What = ({ kind, labels }: { kind: OpenKind; labels: string[] }) => {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      {m.kinds[kind]}
      {labels.map((label) => (
        <span key={label} className="weight-normal">
          <br />
          {label}
        </span>
      ))}
    </>
  )
}

const ComingBack = ({ reopen, again }: { reopen: Refused; again: Refused }) => {
  const m = pick(useLocale(), { da, en })
  return (
    <Card title={m.reopenTitle}>
      <Details summary={m.reopen} open={reopen.errors !== null}>
        <p>{m.reopenRestores}</p>
        <Note icon="info">{m.reopenNot}</Note>
        <Form prefix="r" errors={reopen.errors}>
          <TextArea name="reason" label={m.reopenReason} rows={2} value={typed(reopen.values, 'reason')} />
          <ConfirmButton label={m.reopen} question={m.reopenQuestion} confirm={m.reopen} name="intent" value="reopen" />
        </Form>
      </Details>
      <Details summary={m.again} open={again.errors !== null}>
        <p>{m.againLead}</p>
        <Form prefix="g" errors={again.errors}>
          <input type="hidden" name="intent" value="again" />
          <DateFields name="yesOn" legend={m.againYesOn} value={typedDate(again.values, 'yesOn')} />
          <RadioGroup name="yesForm" legend={m.againForm} value={typed(again.values, 'yesForm')} choices={[{ value: 'signed', label: m.signed }, { value: 'spoken', label: m.spoken }]} inline />
          <TextArea name="reason" label={m.againReason} rows={3} value={typed(again.values, 'reason')} />
          <SubmitButton variant="secondary">{m.againButton}</SubmitButton>
        </Form>
      </Details>
    </Card>
  )
}
