import { redirect } from 'react-router'
import { NotFound } from '#app/platform/context.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert, Toast } from '#app/ui/feedback.tsx'
import { ErrorSummary } from '#app/ui/form.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { endRelation } from '../add-relation.server.ts'
import { Blocked, KnowsFamily, Network, Relations, Shields, useNames } from '../components/family-parts.tsx'
import { PersonCard, type Revealed } from '../components/person-card.tsx'
import { refusal } from '#app/platform/forms/refusal.ts'
import { declareKnowsFamily, nameBlockedStaff, unblockStaff } from '../disqualify.server.ts'
import { byAge, livingIn } from '../families.ts'
import type { Values } from '#app/platform/forms/form-values.ts'
import { da, en } from '../messages.ts'
import { type FamilyPage, readFamily } from '../read-family.server.ts'
import { revealAddress, revealCpr } from '../reveal.server.ts'
import { liftShield } from '../shield.server.ts'
import type { Route } from './+types/people.ts'

export const loader = page(async ({ ctx, params, request }: PageArgs<Route.LoaderArgs>) => {
  const family = await readFamily(ctx, { caseId: idParam(params.caseId) })
  const asked = new URL(request.url).searchParams
  return { locale: ctx.locale, family, done: asked.has('tilfoejet') ? ('added' as const) : asked.has('gemt') ? ('saved' as const) : null }
})

export const action = formAction(async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Values }) => {
  const caseId = idParam(params.caseId)
  const input = { ...values, caseId }
  const back = (part: string) => redirect(`/familier/${caseId}/personer?gemt=1#${part}`)
  const revealed = (r: Revealed) => ({ revealed: r })
  switch (values['intent']) {
    case 'cpr':
      return revealed({ kind: 'cpr', ...(await revealCpr(ctx, input)) })
    case 'address':
      return revealed({ kind: 'address', ...(await revealAddress(ctx, input)) })
    case 'end-relation':
      await endRelation(ctx, { ...input, until: ctx.today })
      return back('relationer')
    case 'lift':
      await liftShield(ctx, input)
      return back('skaermning')
    case 'block':
      await nameBlockedStaff(ctx, input)
      return back('maa-ikke-se')
    case 'unblock':
      await unblockStaff(ctx, input)
      return back('maa-ikke-se')
    case 'knows':
      await declareKnowsFamily(ctx, input)
      return redirect('/familier')
    default:
      throw new NotFound('intent')
  }
})

/** Who is the family? Its homes side by side, custody apart from residence, the network, relations and shields. */
export default function People({ loaderData: d, actionData }: Route.ComponentProps) {
  const m = pick(d.locale, { da, en })
  const f = d.family
  const revealed = actionData && 'revealed' in actionData ? actionData.revealed : null
  const { errors } = refusal(d.locale, actionData)
  const living = new Set(f.households.flatMap((h) => livingIn(f.memberships, h.id, f.today)))
  const elsewhere = byAge(f.people.filter((p) => p.role !== 'network' && !living.has(p.id)))
  return (
    <>
      <title>{`${m.people.title} – Helhed`}</title>
      <ErrorSummary errors={errors} />
      {d.done && <Toast>{d.done === 'added' ? m.people.addedToast : m.people.saved}</Toast>}
      <PageHead
        title={m.people.title}
        lead={f.may.change ? undefined : m.people.readOnly}
        action={
          f.may.change && (
            <LinkButton variant="primary" href={`/familier/${f.case.id}/personer/ny`}>
              {m.people.add}
            </LinkButton>
          )
        }
      />
      <Missing family={f} />
      <CardGrid columns={2}>
        {f.households
          .filter((h) => h.validUntil === null || h.validUntil >= f.today)
          .map((h) => {
            const people = byAge(f.people.filter((p) => livingIn(f.memberships, h.id, f.today).includes(p.id)))
            return (
              <Card key={h.id} title={h.name || m.people.home}>
                {people.length === 0 && <p>{m.people.emptyHome}</p>}
                {people.map((p) => (
                  <PersonCard key={p.id} person={p} family={f} revealed={revealed} homeId={h.id} />
                ))}
              </Card>
            )
          })}
        {elsewhere.length > 0 && (
          <Card title={m.people.elsewhere}>
            <p className="form-hint">{m.people.elsewhereHint}</p>
            {elsewhere.map((p) => (
              <PersonCard key={p.id} person={p} family={f} revealed={revealed} />
            ))}
          </Card>
        )}
      </CardGrid>
      <EarlierHomes family={f} />
      <Network family={f} />
      <Relations family={f} />
      {(f.may.shield || f.shields.length > 0) && <Shields family={f} errors={errors} />}
      {f.may.change && <Blocked family={f} staff={f.staff} errors={errors} />}
      {f.may.declare && <KnowsFamily />}
    </>
  )
}

function Missing({ family: f }: { family: FamilyPage }) {
  const m = pick(useLocale(), { da, en })
  const nameOf = useNames(f)
  if (f.missing.length === 0 || !f.may.change) return null
  return (
    <Alert title={m.people.missingTitle} live={false}>
      <ul>
        {f.missing.map((x, i) => (
          <li key={i}>{x.code === 'no-coordinator' ? m.missingLong['no-coordinator'] : m.missingLong[x.code](nameOf(x.personId ?? 0))}</li>
        ))}
      </ul>
    </Alert>
  )
}

function EarlierHomes({ family: f }: { family: FamilyPage }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const nameOf = useNames(f)
  const past = f.memberships.filter((x) => x.validUntil !== null && x.validUntil < f.today)
  if (past.length === 0) return null
  const home = (id: number) => f.households.find((h) => h.id === id)?.name || m.people.home
  return (
    <Details summary={m.people.history}>
      {past.map((x, i) => (
        <Note key={i}>
          {nameOf(x.personId)}: {home(x.householdId)}, {formatDate(locale, x.validFrom)} – {formatDate(locale, x.validUntil ?? '')}
        </Note>
      ))}
    </Details>
  )
}
