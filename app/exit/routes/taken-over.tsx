import { redirect } from 'react-router'
import { completeTask } from '#app/families/complete-task.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { ActionButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DueDate } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'
import { readTakenOver } from '../taken-over.server.ts'
import type { Route } from './+types/taken-over.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readTakenOver(ctx, {}))

export const action = formAction(async ({ ctx, values }) => {
  await completeTask(ctx, { taskId: values['taskId'] })
  return redirect('/overdraget')
})

/** KOO-03: what I go on with after a family has left, each with its date. */
export default function TakenOver({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <>
      <title>{`${m.takenTitle} – Helhed`}</title>
      <PageHead title={m.takenTitle} lead={m.takenLead} />
      {d.rows.length === 0 && <EmptyState title={m.takenNone}>{m.takenNoneBody}</EmptyState>}
      {d.rows.map((row) => {
        const things = row.things.map((kind) => m.things[kind])
        const what = row.duty ? row.duty.label : row.code === 'sector-plan-alone' ? m.takenPlan(row.people ?? '', row.paragraph ?? '') : m.takenThings(joinList(locale, things))
        return (
          <Card key={row.taskId} title={m.familyNumber(row.family, row.number)} aside={row.due ? <DueDate date={row.due} today={d.today} /> : undefined}>
            <p>
              <strong>{what}</strong> {row.duty?.paragraph && `(${row.duty.paragraph})`}
            </p>
            {row.duty && <p>{row.duty.text}</p>}
            <ActionButton action="/overdraget" fields={{ taskId: row.taskId }} label={m.takenDone} describe={what} />
          </Card>
        )
      })}
    </>
  )
}
