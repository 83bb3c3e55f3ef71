import { redirect } from 'react-router'
import { FeedPage } from '#app/invitations/components/feed-page.tsx'
import { actOnFeeds, feedPage } from '#app/invitations/pages.server.ts'
import { invitationTexts } from '#app/invitations/words.ts'
import { typed } from '#app/platform/forms/form-values.ts'
import { refusal } from '#app/platform/forms/refusal.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import type { Route } from './+types/feeds.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) => feedPage(ctx, request))
export const action = formAction(async ({ ctx, values }) => {
  const done = await actOnFeeds(ctx, values)
  return done === 'revoked' ? redirect('/min/kalender?lukket=1') : done
})

/** A member's own calendar addresses. */
export default function MyFeeds({ loaderData: d, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const { errors, values } = refusal(locale, actionData)
  return (
    <>
      <BackLink href="/min/plan">{invitationTexts(locale).portalHome}</BackLink>
      <FeedPage {...d} here="/min/kalender" made={actionData && 'made' in actionData ? actionData.made : null} errors={errors} name={typed(values, 'name')} />
    </>
  )
}
