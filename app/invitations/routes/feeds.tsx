import { redirect } from 'react-router'
import { typed } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { FeedPage } from '../components/feed-page.tsx'
import { actOnFeeds, feedPage } from '../pages.server.ts'
import { invitationTexts } from '../words.ts'
import type { Route } from './+types/feeds.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => feedPage(ctx, request))
export const action = formAction(async ({ ctx, values }) => {
  const done = await actOnFeeds(ctx, values)
  return done === 'revoked' ? redirect('/i-dag/kalender?lukket=1') : done
})

/** A colleague's own calendar addresses. */
export default function Feeds({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const { errors, values } = refusal(locale, actionData)
  return (
    <>
      <BackLink href="/i-dag">{invitationTexts(locale).staffHome}</BackLink>
      <FeedPage {...d} here="/i-dag/kalender" made={actionData && 'made' in actionData ? actionData.made : null} errors={errors} name={typed(values, 'name')} />
    </>
  )
}
