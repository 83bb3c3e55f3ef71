import { words } from '#app/platform/i18n/words.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ReadableBy, TextArea, TextField } from '#app/ui/fields.tsx'
import { Fieldset, Form } from '#app/ui/form.tsx'
import type { Agreement } from '../agreement.ts'
import { answers, channels } from '../plan.ts'
import { planTexts } from '../plan-words.ts'
import { errorsIn, typed } from './typed.ts'

type Props = {
  /** The version answered to. */
  number: number
  person: { id: number; child: boolean }
  given?: Agreement
  /** Staff write at the person's word: how and when. */
  atWord: boolean
  /** Somebody else writes a child's answer: who heard it. */
  heard: boolean
  today: string
  readers: readonly string[]
  data: unknown
  action?: string
  cancelHref: string
}

/** One member's answer to a version, in their own words; made for the portal as well. Errors are summed up above the page's title. */
export const AnswerForm = ({ number, person, given, atWord, heard, today, readers, data, action, cancelHref }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const v = typed(data, null)
  return (
    <Form action={action} errors={errorsIn(data, locale)} summaryElsewhere guard>
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="personId" value={person.id} />
      <RadioGroup
        name="answer"
        legend={m.answer}
        hint={m.answerHint}
        optional={heard}
        value={v.text('answer', given?.answer ?? '')}
        choices={answers.map((a) => ({ value: a, label: m[a] }))}
      />
      <TextArea
        name="words"
        label={m.answerWords}
        value={v.text('words', given?.words)}
        rows={3}
        optional
        below={readers.length > 0 && <ReadableBy names={readers} />}
      />
      {heard && (
        <Fieldset legend={m.childTitle}>
          <TextField name="heardBy" label={m.heardBy} value={v.text('heardBy', given?.heardBy)} optional />
          <DateFields name="heardOn" legend={m.heardOn} value={v.date('heardOn', given?.heardOn ?? null)} optional />
          <TextField
            name="notHeardReason"
            label={m.notHeardReason}
            value={v.text('notHeardReason', given?.notHeardReason)}
            width="full"
            optional
          />
        </Fieldset>
      )}
      {atWord && (
        <>
          <RadioGroup
            name="onBehalfChannel"
            legend={m.onBehalfHow}
            inline
            value={v.text('onBehalfChannel', 'meeting')}
            choices={channels.map((c) => ({ value: c, label: m.channel[c] }))}
          />
          <DateFields name="onBehalfOn" legend={m.onBehalfWhen} value={v.date('onBehalfOn', today)} />
        </>
      )}
      <ButtonGroup>
        <SubmitButton>{words(locale).save}</SubmitButton>
        <LinkButton variant="quiet" href={cancelHref}>
          {words(locale).cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>
  )
}
