import { useLocale } from '#app/ui/context.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import type { Question } from '../inquiry.ts'
import { inquiryTexts } from '../words.ts'

/** The same questions about each person: fields `a.<person>.<question>`. */
export const AnswerFields = ({
  people,
  questions,
  value,
  level = 2,
}: {
  people: readonly { id: number; name: string }[]
  questions: readonly Question[]
  value: (name: string) => string
  level?: 2 | 3
}) => {
  const locale = useLocale()
  const m = inquiryTexts(locale)
  const Heading = `h${level}` as const
  return (
    <>
      {people.map((p) => (
        <section key={p.id}>
          <Heading>{m.reply.about(p.name)}</Heading>
          {questions.map((q) => (
            <TextArea
              key={q.code}
              name={`a.${p.id}.${q.code}`}
              label={
                people.length > 1 ? (
                  <>
                    {q[locale]} <span className="sr-only">({p.name})</span>
                  </>
                ) : (
                  q[locale]
                )
              }
              rows={q.kind === 'date' ? 2 : 3}
              value={value(`a.${p.id}.${q.code}`)}
            />
          ))}
        </section>
      ))}
    </>
  )
}
