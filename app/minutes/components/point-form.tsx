import { words } from '#app/platform/i18n/words.ts'
import { AboutOthersQuestion } from '#app/plan/components/about-others.tsx'
import { Readability } from '#app/plan/components/readability.tsx'
import { StaleNotice } from '#app/plan/components/stale.tsx'
import { errorsIn, seenRevision, typed } from '#app/plan/components/typed.ts'
import { ButtonGroup, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import { type MinutesPoint, pointKinds } from '../minutes.ts'
import type { MinutesPage } from '../read-minutes.server.ts'
import { minutesTexts } from '../words.ts'

type Props = {
  page: Pick<MinutesPage, 'people' | 'may' | 'meeting'>
  point?: MinutesPoint
  data: unknown
  draft: { values: Record<string, string | string[]> } | null
  draftUrl: string
  action: string
}

/** One point: what was said, in plain words, with how hard it is to read beside it. */
export const PointForm = ({ page, point, data, draft, draftUrl, action }: Props) => {
  const locale = useLocale()
  const m = minutesTexts(locale)
  const v = typed(data, draft?.values)
  const kinds = pointKinds.filter((k) => k !== 'decision' || page.may.decide)
  const wordsTyped = v.text('words', point?.words)
  return (
    <Form action={action} errors={errorsIn(data, locale)} summaryElsewhere draftUrl={draftUrl} guard>
      <StaleNotice data={data} />
      <AboutOthersQuestion data={data} />
      <input type="hidden" name="intent" value="point" />
      {point ? (
        <>
          <input type="hidden" name="pointId" value={point.id} />
          <input type="hidden" name="kind" value={point.kind} />
          <input type="hidden" name="seenRevision" value={seenRevision(data, draft?.values, point.revision)} />
        </>
      ) : (
        <RadioGroup
          name="kind"
          legend={m.pointKind}
          inline
          value={v.text('kind', 'point')}
          choices={kinds.map((k) => ({ value: k, label: m.kinds[k], ...(k === 'decision' ? { hint: m.decisionHint } : {}) }))}
        />
      )}
      <TextField name="title" label={m.pointTitle} value={v.text('title', point?.title)} optional />
      <TextArea
        name="words"
        label={m.pointWords}
        hint={point?.kind === 'child' ? m.childWordsHint : m.pointWordsHint}
        value={wordsTyped}
        rows={6}
        limit={8000}
        below={<Readability name="words" text={wordsTyped} />}
      />
      <CheckboxGroup
        name="subjects"
        legend={m.subjects}
        hint={m.subjectsHint}
        optional
        values={point ? point.subjects.map(String) : v.list('subjects').map(String)}
        choices={page.people.map((p) => ({ value: String(p.id), label: p.name, disabled: point?.subjects.includes(p.id) }))}
      />
      <ButtonGroup>
        <SubmitButton>{words(locale).save}</SubmitButton>
        <LinkButton variant="quiet" href={action}>
          {words(locale).cancel}
        </LinkButton>
      </ButtonGroup>
      <DraftStatus />
    </Form>
  )
}
