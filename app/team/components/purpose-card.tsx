import { joinList } from '#app/platform/i18n/words.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import type { Purpose, PurposeText } from '../read-purpose.server.ts'
import { da, en } from '../team-messages.ts'

/** KOO-14: what the coordination is for in this family; the texts before it folded away. `editHref` for who may write it. */
export const PurposeCard = ({
  purpose,
  today,
  editHref,
  to,
}: {
  purpose: Purpose
  today: string
  editHref?: string | false
  to: 'family' | 'staff'
}) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const { now, before } = purpose
  if (!now && to === 'family') return null
  return (
    <Card
      title={to === 'family' ? m.purposeOurs : m.purpose}
      id="formaal"
      footer={now && editHref && <a href={editHref}>{m.purposeChange}</a>}
    >
      {now ? (
        <>
          <Text text={now} today={today} />
          {before.length > 0 && (
            <Details summary={m.purposeBefore(before.length)}>
              {before.map((one) => (
                <Text key={one.id} text={one} today={today} />
              ))}
            </Details>
          )}
        </>
      ) : (
        <EmptyState
          title={m.purposeNone}
          action={
            editHref && (
              <LinkButton href={editHref} variant="secondary">
                {m.purposeWrite}
              </LinkButton>
            )
          }
        >
          {m.purposeNoneText}
        </EmptyState>
      )}
    </Card>
  )

  function Text({ text, today: day }: { text: PurposeText; today: string }) {
    return (
      <div className="keep-together">
        <p>
          <strong>{m.whatFor}</strong>
          <br />
          {text.whatFor}
        </p>
        <p>
          <strong>{m.aim}</strong>
          <br />
          {text.aim}
        </p>
        <Note>{m.purposeWritten(formatShortDate(locale, text.on, day), text.by, joinList(locale, text.with))}</Note>
      </div>
    )
  }
}
