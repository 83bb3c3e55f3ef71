import { pick } from '#app/platform/i18n/messages.ts'
import type { PlanPage } from '#app/plan/read-plan.server.ts'
import { nameOf, planTexts } from '#app/plan/plan-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Quote } from '#app/ui/text.tsx'
import { da, en } from '../messages.ts'

const SHOWN = 4
type Props = { plan: PlanPage; network: readonly { name: string; label: string }[]; inIntake: boolean }

/** Strengths before worries: the family's own words first, then the people they have themselves. */
export const WhatWorks = ({ plan, network, inIntake }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const whole = planTexts(locale).wholeFamily
  // What the whole family says comes first; then each one's.
  const hopes = plan.hopes.toSorted((a, b) => Number(a.personId !== null) - Number(b.personId !== null))
  const liked = plan.agreement?.given.filter((a) => a.answer === 'agree' && a.words !== '') ?? []
  const base = `/familier/${plan.caseId}/planen`
  if (hopes.length + liked.length + network.length === 0) {
    return (
      <Card title={m.works}>
        <NothingYet asks={plan.may.hope} inIntake={inIntake} href={`${base}?ret=haab#haab`} />
      </Card>
    )
  }
  return (
    <Card title={m.works}>
      {hopes.slice(0, SHOWN).map((h) => (
        <Quote key={h.id} by={h.personId === null ? whole : nameOf(plan.people, h.personId)}>
          {h.words}
        </Quote>
      ))}
      {hopes.length > SHOWN && (
        <p>
          <a href={`${base}#haab`}>{m.moreHopes(hopes.length - SHOWN)}</a>
        </p>
      )}
      {liked.map((a) => (
        <Quote key={a.id} small by={`${nameOf(plan.people, a.personId)}, ${m.saidToPlan}`}>
          {a.words}
        </Quote>
      ))}
      {network.length > 0 && (
        <>
          <h3>{m.network}</h3>
          <ul className="nobullet-list">
            {network.map((n) => (
              <li key={n.name + n.label}>
                <strong>{n.name}</strong>: {n.label}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

const NothingYet = ({ asks, inIntake, href }: { asks: boolean; inIntake: boolean; href: string }) => {
  const m = pick(useLocale(), { da, en })
  if (inIntake) return <EmptyState title={m.worksLater}>{m.worksLaterBody}</EmptyState>
  if (!asks) return <EmptyState title={m.worksNotShared}>{m.askMore}</EmptyState>
  return (
    <EmptyState title={m.worksEmpty} action={<LinkButton href={href}>{m.firstHope}</LinkButton>}>
      {m.worksEmptyBody}
    </EmptyState>
  )
}
