import { Alert } from '#app/ui/feedback.tsx'
import { useLocale } from '#app/ui/context.tsx'
import type { Told } from '../invitation.ts'
import { invitationTexts } from '../words.ts'

/** What the meeting serves, why one is asked, and what follows from not coming: behind the sign-in and the code only. */
export const ToldAbout = ({ told }: { told: Told }) => {
  const locale = useLocale()
  const m = invitationTexts(locale)
  return (
    <>
      {told.why && (
        <p>
          <strong>{m.why}:</strong> {told.why[locale]}.
        </p>
      )}
      {told.serves.length > 0 && (
        <>
          <h3>{m.serves}</h3>
          <ul>
            {told.serves.map((s) => (
              <li key={`${s.label.da}.${s.personId}`}>
                {s.label[locale]} ({s.paragraph})
              </li>
            ))}
          </ul>
        </>
      )}
      {told.absent.length === 0 ? (
        <p>{m.voluntary}</p>
      ) : (
        <Alert tone="info" title={m.absentTitle} live={false}>
          {told.absent.map((a) => (
            <p key={a.text.da}>
              {a.text[locale]} {a.cancelAt[locale]}
            </p>
          ))}
        </Alert>
      )}
    </>
  )
}
