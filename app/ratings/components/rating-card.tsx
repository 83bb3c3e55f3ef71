import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Form } from '#app/ui/form.tsx'
import { ratingTexts } from '../messages.ts'
import type { MyRatings } from '../my-ratings.server.ts'
import { RatingFields } from './rating-fields.tsx'

/** "Hvordan går det?" on the family's first page: the first question that is due, answered at once; else what was said this month. */
export const RatingCard = ({ ratings: d, href }: { ratings: MyRatings; href: string }) => {
  const m = ratingTexts(useLocale())
  const due = d.asked.filter((a) => a.due)
  const [first] = due
  return (
    <Card title={m.title} id="hvordan-gaar-det" footer={<a href={href}>{first ? m.more : m.change}</a>}>
      {first ? (
        <Form action={href} prefix="rating">
          <RatingFields asked={[first]} today={d.today} values={null} readers={d.readers} />
          <SubmitButton>{m.saveOne}</SubmitButton>
        </Form>
      ) : (
        <p>{m.allDone}</p>
      )}
    </Card>
  )
}
