import { NotFound } from '#app/platform/context.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Select } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Note } from '#app/ui/text.tsx'
import { pick } from '#app/platform/i18n/messages.ts'
import { da, en } from '../compare-messages.ts'
import { SideBySide } from '../components/side-by-side.tsx'
import { ChangeList } from '../components/change-list.tsx'
import { planTexts } from '../plan-words.ts'
import { comparePlanVersions } from '../read-plan-version.server.ts'
import type { Route } from './+types/compare.ts'

/** `?fra=1&til=2`; without `til` the plan as it is now. `vis=side`: side by side; `alt=1`: also what has not changed. */
export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const query = new URL(request.url).searchParams
  const from = query.get('fra')
  if (!from) throw new NotFound('version')
  const to = query.get('til')
  return {
    comparison: await comparePlanVersions(ctx, { caseId: idParam(params.caseId), from: idParam(from), to: to ? idParam(to) : null }),
    side: query.get('vis') === 'side',
    whole: query.get('alt') === '1',
  }
})

/** What is new, changed and taken out, in plain words. */
export default function Compare({ loaderData: { comparison: c, side, whole } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = planTexts(locale)
  const base = `/familier/${c.caseId}/planen`
  const version = (v: { number: number; agreedOn: string }) => m.versionOf(v.number, formatShortDate(locale, v.agreedOn, c.today))
  const t = pick(locale, { da, en })
  const address = (asSide: boolean) =>
    `${base}/sammenlign?fra=${c.from.number}${c.to ? `&til=${c.to.number}` : ''}${asSide ? '&vis=side' : ''}`
  const options = c.versions.map((v) => ({ value: v.number, label: version(v) }))
  return (
    <>
      <title>{m.compareTitle}</title>
      <BackLink href={base}>{m.backToPlan}</BackLink>
      <PageHead title={m.compareTitle} lead={m.compareLead(version(c.from), c.to ? version(c.to) : m.now)} />
      <Tabs
        label={t.view}
        items={[
          { href: address(false), label: t.inWords, current: !side },
          { href: address(true), label: t.sideBySide, current: side },
        ]}
      />
      {side ? (
        <>
          {c.changes.length === 0 && <p>{m.noChange}</p>}
          <SideBySide
            changes={c.changes}
            before={c.before}
            after={c.after}
            titles={{ before: version(c.from), after: c.to ? version(c.to) : m.now }}
            today={c.today}
            people={c.people}
            names={c.names}
            whole={whole}
          />
          <p className="d-print-none">
            <a href={`${address(true)}${whole ? '' : '&alt=1'}`}>{whole ? t.onlyChanged : t.showAll}</a>
          </p>
        </>
      ) : (
        <ChangeList changes={c.changes} today={c.today} people={c.people} names={c.names} />
      )}
      <Note>{t.sees}</Note>
      {c.versions.length > 0 && (
        <div className="d-print-none">
          <h2>{m.chooseVersions}</h2>
          <Form method="get" action={`${base}/sammenlign`}>
            <Select name="fra" label={m.compareFrom} value={c.from.number} options={options} />
            <Select
              name="til"
              label={m.compareTo}
              value={c.to?.number ?? ''}
              options={[{ value: '', label: m.now }, ...options]}
              optional
            />
            {side && <input type="hidden" name="vis" value="side" />}
            <SubmitButton variant="secondary">{m.show}</SubmitButton>
          </Form>
        </div>
      )}
    </>
  )
}
