import type { ReactNode } from 'react'
import { formatCpr } from '#app/platform/cpr/cpr.ts'
import { pick } from '#app/platform/i18n/messages.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { KeyValue, Note } from '#app/ui/text.tsx'
import { ageOf, type CasePerson, holdersElsewhere, holdersOf, householdOf, isChild, livingIn, personName } from '../families.ts'
import { da, en } from '../messages.ts'
import type { FamilyPage } from '../read-family.server.ts'

/** What was revealed on this showing of the page: one CPR number or one address. */
export type Revealed =
  | { kind: 'cpr'; personId: number; digits: string }
  | { kind: 'address'; addressId: number; street: string; postcode: string; city: string }
  | null

/** A logged look-up as a form of one button. */
function Reveal({ intent, name, value, label, who }: { intent: string; name: string; value: number; label: string; who: string }) {
  return (
    <form method="post" className="action-form d-print-none">
      <CsrfInput />
      <input type="hidden" name="intent" value={intent} />
      <SubmitButton variant="quiet" name={name} value={value}>
        {label}
        <span className="sr-only"> {who}</span>
      </SubmitButton>
    </form>
  )
}

/** One person of the family: age, language, custody, and behind a logged look-up the number and a protected address. */
export function PersonCard({
  person: p,
  family: f,
  revealed,
  homeId,
}: {
  person: CasePerson
  family: FamilyPage
  revealed: Revealed
  homeId?: number
}) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const nameOf = (id: number): string => {
    const found = f.people.find((x) => x.id === id)
    return found ? personName(locale, found) : '–'
  }
  const age = ageOf(p, f.today)
  const what = p.died ? m.people.died : p.kind === 'unborn' ? m.people.unborn : age === null ? '' : m.people.age(age)
  const homes = f.households.filter((h) => h.id !== homeId && homeId !== undefined && livingIn(f.memberships, h.id, f.today).includes(p.id))
  const child = p.kind === 'person' && isChild(p, f.today)
  return (
    <section className="keep-together" id={`person-${p.id}`}>
      <h3>
        {personName(locale, p)} {what && <span className="weight-normal">{what}</span>}
      </h3>
      <KeyValue
        items={[
          { key: m.form.born, value: p.born && formatDate(locale, p.born) },
          { key: m.people.cpr, value: cprOf(p, f, revealed, m) },
          { key: m.people.address, value: addressOf(p, f, revealed, m) },
          { key: m.people.contact, value: contactOf(p, f, m) },
          { key: m.people.language, value: p.language === 'da' ? null : (m.languages[p.language] ?? p.language) },
          { key: m.people.interpreter, value: p.interpreter ? m.yes : null },
          { key: m.people.custody, value: child ? custodyText() : null },
        ]}
      />
      {homes.map((h) => (
        <Note key={h.id}>{m.people.livesAlso(h.name || m.people.home)}</Note>
      ))}
      {p.kind === 'person' && (
        <p className="d-print-none">
          <a href={`/familier/${f.case.id}/personer/${p.id}/forloeb`}>
            {m.people.spells}
            <span className="sr-only"> {personName(locale, p)}</span>
          </a>
        </p>
      )}
      {f.may.change && (
        <p className="d-print-none">
          <a href={`/familier/${f.case.id}/personer/${p.id}`}>
            {m.people.edit}
            <span className="sr-only"> {personName(locale, p)}</span>
          </a>
        </p>
      )}
    </section>
  )

  function custodyText(): string {
    const elsewhere = holdersElsewhere(f.custody, f.memberships, p.id, f.today)
    const names = holdersOf(f.custody, p.id, f.today).map((id) =>
      elsewhere.includes(id) && householdOf(f.memberships, p.id, f.today).length > 0 ? m.people.custodyElsewhere(nameOf(id)) : nameOf(id),
    )
    return names.length > 0 ? joinList(locale, names) : m.people.custodyNone
  }
}

type Words = ReturnType<typeof pick<typeof da>>

function cprOf(p: CasePerson, f: FamilyPage, revealed: Revealed, m: Words): ReactNode {
  const cpr = f.cpr.find((c) => c.personId === p.id)
  if (!cpr) return null
  if (revealed?.kind === 'cpr' && revealed.personId === p.id) return formatCpr(revealed.digits)
  return (
    <>
      {cpr.masked} <Reveal intent="cpr" name="personId" value={p.id} label={m.people.showCpr} who={p.firstName} />
    </>
  )
}

function addressOf(p: CasePerson, f: FamilyPage, revealed: Revealed, m: Words): ReactNode {
  const address = f.addresses.find((a) => a.personIds.includes(p.id))
  if (!address) return null
  const line = (a: { street: string | null; postcode: string | null; city: string | null }) =>
    [a.street, `${a.postcode ?? ''} ${a.city ?? ''}`.trim()].filter(Boolean).join(', ')
  if (!address.protected) return line(address)
  if (revealed?.kind === 'address' && revealed.addressId === address.id)
    return (
      <>
        <strong>{m.people.protectedAddress}</strong>: {line(revealed)}
      </>
    )
  return (
    <>
      <strong>{m.people.protectedAddress}</strong>{' '}
      <Reveal intent="address" name="addressId" value={address.id} label={m.people.showAddress} who={p.firstName} />{' '}
      <Note>{m.people.revealNote}</Note>
    </>
  )
}

function contactOf(p: CasePerson, f: FamilyPage, m: Words): ReactNode {
  const c = f.contacts.find((x) => x.personId === p.id)
  return c ? `${m.form.channels[c.channel]}${c.phone || c.email ? ': ' : ''}${[c.phone, c.email].filter(Boolean).join(', ')}` : null
}
