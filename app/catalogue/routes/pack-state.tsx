import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formatInstant } from '#app/platform/time/format.ts'
import { Card, PageHead } from '#app/ui/card.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { da, en } from '../page-messages.ts'
import { readPackState } from '../read-pack-states.server.ts'
import type { Route } from './+types/pack-state.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => {
  const { state, changes } = await readPackState(ctx, { stateId: idParam(params.stateId) })
  return { locale: ctx.locale, state, changes: changes?.map((c) => ({ key: c.key, text: c.text[ctx.locale] })) ?? null }
})

/** What one state changed from the one before, in words. */
export default function PackStatePage({ loaderData: d }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const title = m.stateTitle(formatInstant(d.locale, d.state.madeAt))
  return <>
    <title>{`${title} – Helhed`}</title>
    <BackLink href="/administration/pakker">{m.title}</BackLink>
    <PageHead title={title} lead={`${m.kinds[d.state.kind === 'edit' ? 'edit' : 'apply']} · ${d.state.madeBy ?? m.system}${d.state.note ? ` · ${d.state.note}` : ''}`} />
    <Card>
      {d.changes === null ? <p>{m.first}</p> : d.changes.length === 0 ? <p>{m.noChanges}</p> : <ul>{d.changes.map((c) => <li key={c.key}>{c.text}</li>)}</ul>}
    </Card>
  </>
}
