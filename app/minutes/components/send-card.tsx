import { errorsIn, typed } from '#app/plan/components/typed.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckboxGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Form } from '#app/ui/form.tsx'
import { Note } from '#app/ui/text.tsx'
import type { MinutesPage } from '../read-minutes.server.ts'
import { minutesPaper, minutesTexts } from '../words.ts'

/** To whom it goes, to whom it went, and a paper for each. */
export const SendCard = ({ page, data, action }: { page: MinutesPage; data: unknown; action: string }) => {
  const locale = useLocale()
  const m = minutesTexts(locale)
  const v = typed(data, null)
  const all = page.content.tookPart.filter((t) => !t.interpreter)
  const name = (participantId: number) => all.find((t) => t.participantId === participantId)?.name || m.somebody
  const mine = (t: (typeof all)[number]) => page.me.staff && t.staffId === page.me.id
  // Who has this very version need not get it again.
  const has = (t: (typeof all)[number]) => !page.changed && page.sentTo.some((s) => s.participantId === t.participantId && s.versionId === page.versions[0]?.id)
  const number = (versionId: number) => page.versions.find((x) => x.id === versionId)?.number ?? 0
  return (
    <Card title={page.versions.length > 0 && page.changed ? m.sendAgain : m.send} id="send">
      {page.sentTo.length > 0 && (
        <ul>
          {page.sentTo.map((s, i) => (
            <li key={i}>{(s.how === 'paper' ? m.byHand : m.sentOn)(name(s.participantId), formatShortDate(locale, s.sentOn, page.today), number(s.versionId))}</li>
          ))}
        </ul>
      )}
      <Form action={action} errors={errorsIn(data, locale)} summaryElsewhere prefix="send">
        <input type="hidden" name="intent" value="send" />
        <CheckboxGroup
          name="to"
          legend={m.sendTo}
          hint={m.sendHint}
          values={data ? v.list('to').map(String) : all.filter((t) => !mine(t) && !has(t)).map((t) => String(t.participantId))}
          choices={all.map((t) => ({
            value: String(t.participantId),
            label: t.name || m.somebody,
            ...(t.personId === null && t.staffId === null ? { hint: m.outsideHint } : {}),
          }))}
        />
        {page.content.tookPart.some((t) => t.interpreter) && <Note icon="info">{m.noPaper}</Note>}
        <SubmitButton>{m.send}</SubmitButton>
      </Form>
      {page.may.whole && all.length > 0 && (
        <>
          <h3>{m.papers}</h3>
          <div className="button-row">
            {all.map((t) => (
              <LinkButton key={t.participantId} variant="quiet" href={minutesPaper(page.caseId, page.meeting.id, [t.participantId])}>
                {m.pdfFor(t.name || m.somebody)}
              </LinkButton>
            ))}
          </div>
        </>
      )}
    </Card>
  )
}
