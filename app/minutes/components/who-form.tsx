import { words } from '#app/platform/i18n/words.ts'
import { errorsIn, seenRevision, typed } from '#app/plan/components/typed.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Form } from '#app/ui/form.tsx'
import type { MinutesPage } from '../read-minutes.server.ts'
import { minutesTexts } from '../words.ts'

/** Who was there, and whether the coordinator was there for somebody (LOG-06). */
export const WhoForm = ({ page, data, base }: { page: MinutesPage; data: unknown; base: string }) => {
  const locale = useLocale()
  const m = minutesTexts(locale)
  const v = typed(data, null)
  const all = page.content.tookPart
  const family = all.filter((t) => t.personId !== null && t.name !== '')
  return (
    <Form action={base} errors={errorsIn(data, locale)} summaryElsewhere prefix="hvem">
      <input type="hidden" name="intent" value="took-part" />
      <input type="hidden" name="seenRevision" value={seenRevision(data, null, page.head?.revision ?? 1)} />
      <CheckboxGroup
        name="present"
        legend={m.present}
        values={data ? v.list('present').map(String) : all.filter((t) => t.present).map((t) => String(t.participantId))}
        choices={all.map((t) => ({ value: String(t.participantId), label: [t.name || m.somebody, t.role.toLocaleLowerCase(locale)].filter(Boolean).join(', ') }))}
      />
      <RadioGroup
        name="wentAlongWith"
        legend={m.wentAlong}
        hint={m.wentAlongHint}
        value={v.text('wentAlongWith', page.head?.wentAlongWith ?? '')}
        choices={[{ value: '', label: m.wentAlongNone }, ...family.map((t) => ({ value: t.personId ?? '', label: t.name }))]}
      />
      <ButtonGroup>
        <SubmitButton>{words(locale).save}</SubmitButton>
        <LinkButton variant="quiet" href={`${base}#hvem`}>
          {words(locale).cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>
  )
}
