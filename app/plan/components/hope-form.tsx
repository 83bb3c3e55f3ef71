import { formatSaved } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { ReadableBy, Select, TextArea } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import { words } from '#app/platform/i18n/words.ts'
import { channels, type Hope } from '../plan.ts'
import { planTexts } from '../plan-words.ts'
import { AboutOthersQuestion } from './about-others.tsx'
import { Readability } from './readability.tsx'
import { StaleNotice } from './stale.tsx'
import { errorsIn, seenRevision, typed } from './typed.ts'

type Props = {
  /** The hope to change; left out: a new one. */
  hope?: Hope
  /** Whose hope it may be; null in the list below stands for the whole family. */
  people: readonly { id: number; name: string }[]
  /** Written at a member's word: how and when are asked. Never in the portal. */
  atWord: boolean
  today: string
  readers: readonly string[]
  data: unknown
  draft?: { values: Record<string, string | string[]>; savedAt: string } | null
  draftUrl?: string
  action?: string
  cancelHref: string
}

/** One hope, with the words it was said in. Sends `intent=hope`. */
export const HopeForm = ({ hope, people, atWord, today, readers, data, draft, draftUrl, action, cancelHref }: Props) => {
  const locale = useLocale()
  const m = planTexts(locale)
  const v = typed(data, draft?.values)
  return (
    <>
      <StaleNotice data={data} />
      <Form action={action} errors={errorsIn(data, locale)} draftUrl={draftUrl} guard>
        <AboutOthersQuestion data={data} />
        {!hope && v.text('fromNoteId') && <input type="hidden" name="fromNoteId" value={v.text('fromNoteId')} />}
        <input type="hidden" name="intent" value="hope" />
        {hope && (
          <>
            <input type="hidden" name="hopeId" value={hope.id} />
            <input type="hidden" name="seenRevision" value={seenRevision(data, draft?.values, hope.revision)} />
          </>
        )}
        {!hope && (
          <Select
            name="personId"
            label={m.whoseHope}
            value={v.text('personId')}
            options={[...people.map((p) => ({ value: p.id, label: p.name })), { value: '', label: m.wholeFamily }]}
            optional
          />
        )}
        <TextArea
          name="words"
          label={m.hopeWords}
          hint={m.hopeWordsHint}
          value={v.text('words', hope?.words)}
          rows={3}
          below={
            <>
              {readers.length > 0 && <ReadableBy names={readers} />}
              {atWord && <Readability name="words" text={v.text('words', hope?.words)} />}
            </>
          }
        />
        {!hope && atWord && (
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
          <LinkButton href={cancelHref} variant="quiet">
            {words(locale).cancel}
          </LinkButton>
        </ButtonGroup>
        {draftUrl && (
          <DraftStatus savedAt={draft ? formatSaved(locale, draft.savedAt, today).replace(/^.*kl\. |^.* at /, '') : undefined} />
        )}
      </Form>
    </>
  )
}
