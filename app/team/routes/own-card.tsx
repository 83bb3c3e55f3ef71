import { redirect, useSearchParams } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { FaceForms } from '../components/face-forms.tsx'
import { changeFace } from '../change-face.server.ts'
import { da, en } from '../face-messages.ts'
import { readOwnCard } from '../read-face.server.ts'
import type { Route } from './+types/own-card.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readOwnCard(ctx, {}))
export const action = formAction(async ({ ctx, values, form }) => {
  await changeFace(ctx, ctx.actor.id, values, form)
  return redirect('/mit-kort?gemt=1')
})

/** MEET-23, KOO-15: one's own photo, telephone and hours, as the families see them. */
export default function OwnCard({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  const saved = useSearchParams()[0].has('gemt')
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      {saved && <Toast>{m.saved}</Toast>}
      <PageHead title={m.title} lead={m.lead} />
      <FaceForms face={d.face} phone={d.ownPhone} actionData={actionData} />
    </>
  )
}
