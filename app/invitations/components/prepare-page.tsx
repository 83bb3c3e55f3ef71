import type { Refusal } from '#app/platform/forms/refusal.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { KeyValue } from '#app/ui/text.tsx'
import { whenIn } from '../compose.ts'
import type { InvitationPage } from '../read-invitation.server.ts'
import { invitationTexts } from '../words.ts'
import { OtherPreparations, PreparationForm } from './preparation-form.tsx'

type Props = { d: InvitationPage; here: string; meeting: string; refused: Refusal; draft: Values | null; draftUrl: string }
/** "Forbered dig": three questions, then what others wrote. The same for staff and family. */
export const PreparePage = ({ d, here, meeting, refused: { errors, values, conflict }, draft, draftUrl }: Props) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  const before = d.preparations.find((p) => p.mine)
  return (
    <>
      <title>{`${m.prepareTitle} – Helhed`}</title>
      <BackLink href={meeting}>{m.back}</BackLink>
      <ErrorSummary errors={errors} />
      <PageHead title={m.prepareTitle} lead={`${m.when(whenIn(locale, d.meeting.startsAt, d.today))} ${m.prepareLead}`} />
      {conflict && (
        <Alert tone="warning" title={m.stale}>
          <p>{m.staleBody}</p>
          {before && <KeyValue items={[{ key: m.well, value: before.well }, { key: m.worries, value: before.worries }, { key: m.offer, value: before.offer }]} />}
        </Alert>
      )}
      {d.may.prepare ? (
        <Card>
          <PreparationForm d={d} action={here} errors={errors} values={values} draft={draft} draftUrl={draftUrl} seen={values && !conflict ? Number(values['revision']) : undefined} />
        </Card>
      ) : (
        !d.open && <p>{m.closed}</p>
      )}
      <OtherPreparations d={d} />
    </>
  )
}
