import { Fragment, type ReactNode } from 'react'
import { useLocale } from '#app/ui/context.tsx'
import { KeyValue, Note } from '#app/ui/text.tsx'
import type { Answer, Inquiry } from '../inquiry.ts'
import { inquiryTexts, saidBy } from '../words.ts'

type Props = {
  inquiry: Pick<Inquiry, 'answers' | 'questions'>
  people: readonly { id: number; name: string }[]
  areas: Readonly<Record<string, string>>
  today: string
  level?: 3 | 4
  /** Below one answer: to confirm it. */
  after?: (a: Answer) => ReactNode
}
/** What was answered about each person, and who said it. */
export const AnswerList = ({ inquiry, people, areas, today, level = 3, after }: Props) => {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const Heading = `h${level}` as const
  return (
    <>
      {inquiry.answers.map((a) => (
        <section key={a.id}>
          <Heading>{m.reply.about(people.find((p) => p.id === a.personId)?.name ?? '')}</Heading>
          <KeyValue
            stacked
            items={inquiry.questions
              .filter((q) => a.answers[q.code])
              .map((q) => ({ key: q[locale], value: <Lines text={a.answers[q.code] ?? ''} /> }))}
          />
          <Note icon="chat">{saidBy(locale, areas, a, today)}</Note>
          {after?.(a)}
        </section>
      ))}
    </>
  )
}

/** Words with the line breaks they were written with. */
const Lines = ({ text }: { text: string }) => (
  <>
    {text.split(/\r?\n/).map((line, i) => (
      <Fragment key={i}>
        {i > 0 && <br />}
        {line}
      </Fragment>
    ))}
  </>
)
