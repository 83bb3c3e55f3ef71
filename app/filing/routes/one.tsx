import { redirect } from 'react-router'
import { typed, typedDate, withDates } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { formatDue, formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, Form } from '#app/ui/form.tsx'
import { Details, KeyValue, Note } from '#app/ui/text.tsx'
import { RecordWords } from '../components/record-words.tsx'
import { StateBadge } from '../components/filing-line.tsx'
import { referenceOf } from '../filing.ts'
import { da, en } from '../messages.ts'
import { readFiling } from '../read-filing.server.ts'
import { takeBackFiling, writeReceipt } from '../send-to-case.server.ts'
import type { Route } from './+types/one.ts'

const SAID = ['sendt', 'kvittering', 'tilbage'] as const
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  return { ...(await readFiling(ctx, { caseId: idParam(params.caseId), filingId: idParam(params.filingId) })), said: SAID.find((one) => query.has(one)) ?? null }
})
export const action = formAction(async ({ ctx, params, values }) => {
  const input = { caseId: idParam(params.caseId), filingId: idParam(params.filingId) }
  const here = `/familier/${input.caseId}/til-sagen/${input.filingId}`
  if (values['intent'] === 'take-back') {
    await takeBackFiling(ctx, input)
    return redirect(`${here}?tilbage=1`)
  }
  await writeReceipt(ctx, { ...withDates(values, ['filedOn']), ...input })
  return redirect(`${here}?kvittering=1`)
})
type Data = Route.ComponentProps['loaderData']

/** What was sent, to whom, and where it lies now. */
export default function OneFiling({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { errors, values } = refusal(locale, actionData)
  const { filing: f, source } = d
  const here = `/familier/${f.caseId}/til-sagen/${f.id}`
  const toasts = { sendt: m.one.sentToast, kvittering: m.one.receiptToast, tilbage: m.one.backToast }
  return (
    <>
      <title>{`${m.one.title(referenceOf(f.id))} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      {d.said && <Toast>{toasts[d.said]}</Toast>}
      <div className="reading-width">
        <PageHead title={m.one.title(referenceOf(f.id))}>
          <p>
            <StateBadge state={f.state} />
          </p>
        </PageHead>
        <Card accent>
          <Facts d={d} />
          <ButtonGroup>
            {source && f.takenBackAt === null && (
              <LinkButton variant="secondary" href={`/til-sagen/${f.caseId}/${f.id}/pdf`}>
                {m.one.pdf}
              </LinkButton>
            )}
            {d.may.takeBack && <ActionButton action={here} fields={{ intent: 'take-back' }} label={m.one.takeBack} describe={referenceOf(f.id)} />}
          </ButtonGroup>
        </Card>
        {d.may.receipt &&
          (f.receipt === null ? (
            <Card title={m.one.receipt}>
              <ReceiptForm d={d} errors={errors} values={values} here={here} />
            </Card>
          ) : (
            <Details summary={m.one.again} open={values !== null}>
              <ReceiptForm d={d} errors={errors} values={values} here={here} />
            </Details>
          ))}
        {source === null && (
          <Alert tone="warning" live={false}>
            {m.one.gone}
          </Alert>
        )}
        {source && (
          <Card title={[m.kinds[source.kind], source.what].filter(Boolean).join(': ')} footer={<a href={source.href}>{m.one.open}</a>}>
            {d.changed && <Note icon="info">{m.one.changed}</Note>}
            <RecordWords source={source} parties={d.parties} />
          </Card>
        )}
        <Note icon="info">
          {m.notTheJournal} <a href="/til-sagen">{m.one.allLink}</a>
        </Note>
      </div>
    </>
  )
}

const Facts = ({ d }: { d: Data }) => {
  const locale = useLocale()
  const m = pick(locale, { da, en }).one
  const { filing: f } = d
  const day = (on: string) => formatShortDate(locale, on, d.today)
  return (
    <KeyValue
      items={[
        { key: m.to, value: `${f.to}, ${f.sectorName}` },
        { key: m.from, value: `${f.from}, ${day(copenhagenDay(f.sentAt))}` },
        { key: m.theme, value: f.themeName },
        { key: m.due, value: f.receipt || f.takenBackAt ? null : formatDue(locale, f.due, d.today) },
        { key: m.filed, value: f.receipt && `${m.filedIn(f.receipt.system, f.receipt.number)} (${m.filedBy(f.receipt.by, day(f.receipt.filedOn))})` },
      ]}
    />
  )
}

type FormPart = { d: Data; here: string } & Pick<ReturnType<typeof refusal>, 'errors' | 'values'>
const ReceiptForm = ({ d, here, errors, values }: FormPart) => {
  const m = pick(useLocale(), { da, en }).one
  const { receipt } = d.filing
  return (
    <Form action={here} errors={errors} summaryElsewhere>
      <TextField name="system" label={m.system} hint={m.systemHint} value={typed(values, 'system', receipt?.system)} maxLength={100} />
      <TextField name="number" label={m.number} value={typed(values, 'number', receipt?.number)} maxLength={100} autoComplete="off" />
      <DateFields name="filedOn" legend={m.filedOn} value={typedDate(values, 'filedOn', receipt?.filedOn ?? d.today)} />
      <SubmitButton>{m.save}</SubmitButton>
    </Form>
  )
}
