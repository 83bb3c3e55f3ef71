import { formatInstant, formatShortDate } from '#app/platform/time/format.ts'
import { copenhagenDay } from '#app/platform/time/copenhagen.ts'
import { ConfirmButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { CopyBox } from '#app/ui/copy-box.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { ErrorSummary, type FieldErrors, Form } from '#app/ui/form.tsx'
import type { Feed } from '../feed.server.ts'
import { invitationTexts } from '../words.ts'

type Props = { feeds: Feed[]; today: string; here: string; made: string | null; revoked: boolean; errors: FieldErrors | null; name: string }
/** One's own calendar addresses: make one (shown once) and close one. The same for staff and family. */
export const FeedPage = ({ feeds, today, here, made, revoked, errors, name }: Props) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  return (
    <>
      <title>{`${m.feedTitle} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      <PageHead title={m.feedTitle} lead={m.feedLead} />
      {revoked && <Alert tone="success">{m.feedRevoked}</Alert>}
      {made !== null && (
        <Card title={m.feedAddress} accent>
          <CopyBox id="kalender" label={m.feedMade} text={made} copyLabel={m.feedCopy} copiedText={m.feedCopied} />
          <p>{m.feedHow}</p>
          <p>{m.feedNote}</p>
        </Card>
      )}
      <Card title={m.feedMake}>
        <Form action={here} errors={errors} summaryElsewhere>
          <input type="hidden" name="intent" value="make" />
          <TextField name="name" label={m.feedName} hint={m.feedNameHint} value={name} maxLength={60} />
          <SubmitButton>{m.feedMake}</SubmitButton>
        </Form>
      </Card>
      <Card title={m.feeds}>
        {feeds.length === 0 && <p>{m.feedNone}</p>}
        <ul className="nobullet-list">
          {feeds.map((f) => (
            <li key={f.id} className="keep-together">
              <strong>{f.name}</strong>
              <p className="form-hint">
                {m.feedCreated(formatShortDate(locale, copenhagenDay(f.createdAt), today))} · {f.lastReadAt ? m.feedRead(formatInstant(locale, f.lastReadAt)) : m.feedUnread}
              </p>
              <form method="post" action={here}>
                <CsrfInput />
                <input type="hidden" name="intent" value="revoke" />
                <input type="hidden" name="feedId" value={f.id} />
                <ConfirmButton variant="quiet" label={m.feedRevoke} question={m.feedRevokeQuestion} confirm={m.feedRevoke} />
              </form>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
