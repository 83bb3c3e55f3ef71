import { redirect } from 'react-router'
import { joinList } from '#app/platform/i18n/words.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { CopyBox } from '#app/ui/copy-box.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { BackLink, Tabs } from '#app/ui/navigation.tsx'
import { Badge, Note } from '#app/ui/text.tsx'
import { sectorPlanAddress, sectorPlanTexts } from '../plan-words.ts'
import { readCopy } from '../read-copy.server.ts'
import { registerCopied } from '../register-copied.server.ts'
import type { Route } from './+types/copy.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const caseId = idParam(params.caseId)
  return {
    caseId,
    page: await readCopy(ctx, { caseId, planId: idParam(params.planId), target: params.target }),
    saved: new URL(request.url).searchParams.has('gemt'),
  }
})

export const action = formAction(async ({ ctx, params }) => {
  const [caseId, planId] = [idParam(params.caseId), idParam(params.planId)]
  await registerCopied(ctx, { caseId, planId, target: params['target'] })
  return redirect(`${sectorPlanAddress(caseId, planId)}/kopier/${params['target']}?gemt=1`)
})

/** What goes into which field of the other system? */
export default function Copy({ loaderData: { caseId, page: d, saved } }: Route.ComponentProps) {
  const locale = useLocale()
  const m = sectorPlanTexts(locale)
  const here = (target: string) => `${sectorPlanAddress(caseId, d.plan.id)}/kopier/${target}`
  const title = m.copyTitle(d.target.label)
  return (
    <>
      <title>{`${title} – ${d.plan.title || d.kindLabel}`}</title>
      <BackLink href={sectorPlanAddress(caseId, d.plan.id)}>{d.plan.title || d.kindLabel}</BackLink>
      {saved && <Toast>{m.saved}</Toast>}
      <PageHead title={title} lead={m.copyLead} />
      {d.targets.length > 1 && (
        <Tabs label={m.copyTo} items={d.targets.map((t) => ({ href: here(t.code), label: t.label, current: t.code === d.target.code }))} />
      )}
      <p>{d.copiedOn ? m.copiedOn(formatShortDate(locale, d.copiedOn, d.today)) : m.neverCopied}</p>
      {d.target.note && <Note icon="info">{d.target.note}</Note>}
      {d.fields.map((f) =>
        f.text ? (
          <CopyBox
            key={f.code}
            id={`felt-${f.code}`}
            label={f.label}
            text={f.text}
            copyLabel={m.copyButton}
            copiedText={m.copied}
            note={
              (f.changed || f.alsoAbout.length > 0) && (
                <>
                  {f.changed && (
                    <p>
                      <Badge tone="attention">{m.changedSince}</Badge>
                    </p>
                  )}
                  {f.alsoAbout.length > 0 && <p className="form-hint">{m.copyAlsoAbout(joinList(locale, f.alsoAbout))}</p>}
                </>
              )
            }
          />
        ) : (
          <div key={f.code} className="form-group">
            <p className="form-label">{f.label}</p>
            {f.changed && (
              <p>
                <Badge tone="attention">{m.changedSince}</Badge>
              </p>
            )}
            <p className="form-hint">{m.copyEmpty}</p>
          </div>
        ),
      )}
      <div className="form-group">
        <p className="form-hint">{m.registerHint}</p>
        <ActionButton action={here(d.target.code)} label={m.register} variant="primary" />
      </div>
      <Note icon="visibility">{m.copyLogged}</Note>
    </>
  )
}
