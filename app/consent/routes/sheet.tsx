import { redirect } from 'react-router'
import { LANGUAGES } from '#app/families/families.ts'
import { typed, typedDate, typedList, withDates } from '#app/platform/forms/form-values.ts'
import { refusal, type Refusal } from '#app/platform/forms/refusal.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details } from '#app/ui/text.tsx'
import { consentHref } from '../components/consent-cards.tsx'
import type { ConsentPage, Someone } from '../consent-page.ts'
import { missingSigners } from '../consent.ts'
import { consentTexts, nameOf, titleOf } from '../consent-words.ts'
import { da, en } from '../messages.ts'
import { readConsentPage } from '../read-consent-page.server.ts'
import { registerSheet } from '../register-sheet.server.ts'
import type { Route } from './+types/sheet.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  page: await readConsentPage(ctx, { caseId: idParam(params.caseId) }),
}))

export const action = formAction(async ({ ctx, params, values }) => {
  const caseId = idParam(params.caseId)
  await registerSheet(ctx, { ...withDates(values, ['on']), caseId })
  return redirect(`${consentHref(caseId)}?gemt=1`)
})

/** Per signer the texts that wait, each to be ticked on its own; how and when is told once. */
export default function Sheet({ loaderData: { page: p }, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const signers = waitingBySigner(p)
  const { conflict } = refusal(locale, actionData)
  const conflicts: Readonly<Record<string, string>> = m.conflict
  return (
    <>
      <title>{`${m.sheet.title} – Helhed`}</title>
      <BackLink href={consentHref(p.caseId)}>{m.page.back}</BackLink>
      {conflict && <Alert tone="error">{conflicts[conflict.code] ?? m.conflict.other}</Alert>}
      <PageHead title={m.sheet.title} lead={m.sheet.lead} />
      {!p.may.register && <p>{m.page.notAllowed}</p>}
      {signers.length === 0 && <EmptyState title={m.sheet.nobody}>{m.sheet.nobodyWhy}</EmptyState>}
      {p.may.register &&
        signers.map((s) => (
          <SheetOf key={s.personId} page={p} {...s} refused={refusal(locale, actionData, `sheet.${s.personId}`)} />
        ))}
    </>
  )
}

type Waiting = { personId: number; consents: ConsentPage['consents'] }
/** Who has still to answer what, in the order of the ledger. */
function waitingBySigner(p: ConsentPage): Waiting[] {
  const open = p.consents.filter((c) => c.standing === 'waiting' || c.standing === 'refused' || c.standing === 'partly')
  const ids = [...new Set(open.flatMap((c) => missingSigners(c).map((s) => s.personId)))]
  return ids.map((personId) => ({ personId, consents: open.filter((c) => missingSigners(c).some((s) => s.personId === personId)) }))
}

function SheetOf({ page: p, personId, consents, refused: { errors, values } }: Waiting & { page: ConsentPage; refused: Refusal }) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const name = nameOf(locale, p.people, personId)
  const person: Someone | undefined = p.people.find((x) => x.id === personId)
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <Card title={m.sheet.of(name)}>
      <Form errors={errors} prefix={`sheet${personId}`}>
        <input type="hidden" name="intent" value={`sheet.${personId}`} />
        <input type="hidden" name="signerId" value={personId} />
        <CheckboxGroup
          name="consentIds"
          legend={m.sheet.ticks}
          hint={m.sheet.ticksHint}
          values={typedList(values, 'consentIds', [])}
          choices={consents.map((c) => ({ value: c.id, label: m.sheet.about(titleOf(p, c), nameOf(locale, p.people, c.subjectId)) }))}
        />
        <RadioGroup
          name="how"
          legend={m.one.how}
          value={typed(values, 'how', 'signed')}
          choices={[
            { value: 'signed', label: m.how.signed },
            { value: 'spoken', label: m.how.spoken, reveals: <TextField name="witness" label={m.one.witnessLabel} value={typed(values, 'witness')} /> },
          ]}
        />
        <DateFields name="on" legend={m.one.on} value={typedDate(values, 'on', p.today)} />
        <Details summary={m.sheet.more} open={person?.interpreter === true || (person?.language ?? 'da') !== 'da'}>
          <Select
            name="language"
            label={m.one.languageLabel}
            options={[...LANGUAGES].map((value) => ({ value, label: names.of(value) ?? value }))}
            value={typed(values, 'language', person?.language ?? 'da')}
          />
          <Checkbox name="interpreter" label={m.one.interpreterLabel} checked={values ? typed(values, 'interpreter') === 'on' : person?.interpreter} />
          <Checkbox name="readAloud" label={m.one.readAloudLabel} checked={typed(values, 'readAloud') === 'on'} />
        </Details>
        <SubmitButton>{m.sheet.save(name)}</SubmitButton>
      </Form>
    </Card>
  )
}
