import type { ReactNode } from 'react'
import { pick } from '#app/platform/i18n/messages.ts'
import type { Locale } from '#app/platform/i18n/messages.ts'
import type { Refused } from '#app/platform/pages.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { type CasePerson, CHANNELS, holdersOf, isChild, livingIn, personName } from '../families.ts'
import { typed, typedDate, typedList, type Values } from '#app/platform/forms/form-values.ts'
import { da, en } from '../messages.ts'
import type { FamilyPage } from '../read-family.server.ts'
import { LanguageFields } from './person-fields.tsx'
import { Stale } from './stale.tsx'

/** One form of the page about a person: `errors`, `values` and `conflict` only when it was this one that was refused. */
export type EditData = {
  locale: Locale
  family: FamilyPage
  person: CasePerson
  intent: string
  errors: Record<string, string> | null
  values: Values | null
  conflict: Refused['conflict']
}

/** A card with a form of its own; `intent` tells the action which one was sent. */
function Part({ d, title, button, children }: { d: EditData; title: ReactNode; button: string; children: ReactNode }) {
  return (
    <Card title={title} id={d.intent}>
      <Form errors={d.errors} summaryElsewhere prefix={d.intent} guard>
        <input type="hidden" name="intent" value={d.intent} />
        {children}
        <SubmitButton variant="secondary">{button}</SubmitButton>
      </Form>
    </Card>
  )
}

export function WhoForm(d: EditData) {
  const m = pick(d.locale, { da, en })
  const { person: p, values: v } = d
  return (
    <Part d={d} title={m.form.who} button={m.form.save}>
      <Stale conflict={d.conflict} fields={['firstName', 'lastName', 'born', 'due']} />
      <input
        type="hidden"
        name="revision"
        value={
          d.conflict && typeof d.conflict.theirs === 'object'
            ? Number((d.conflict.theirs as { revision?: number }).revision ?? p.revision)
            : p.revision
        }
      />
      <p className="form-hint">{m.form.whoHint}</p>
      <TextField name="firstName" label={m.form.firstName} value={typed(v, 'firstName', p.firstName)} optional={p.kind === 'unborn'} />
      {p.kind !== 'network' && <TextField name="lastName" label={m.form.lastName} value={typed(v, 'lastName', p.lastName)} optional />}
      {p.kind !== 'network' && (
        <DateFields name="born" legend={m.form.born} value={typedDate(v, 'born', p.born)} optional={p.kind === 'unborn'} />
      )}
      {p.kind === 'unborn' && <DateFields name="due" legend={m.form.due} value={typedDate(v, 'due', p.due)} />}
      <LanguageFields language={typed(v, 'language', p.language)} interpreter={v ? v['interpreter'] === 'on' : p.interpreter} />
      {p.kind === 'person' && <DateFields name="died" legend={m.form.died} value={typedDate(v, 'died', p.died)} optional />}
    </Part>
  )
}

export function MoveForm(d: EditData) {
  const m = pick(d.locale, { da, en })
  const home = d.family.households.find((h) => livingIn(d.family.memberships, h.id, d.family.today).includes(d.person.id))
  const v = d.values
  return (
    <Part d={d} title={m.form.move} button={m.form.moveButton}>
      <RadioGroup
        name="household"
        legend={m.form.moveTo}
        value={typed(v, 'household', home ? String(home.id) : 'none')}
        choices={[
          ...d.family.households.map((h) => ({ value: h.id, label: h.name || m.people.home })),
          {
            value: 'new',
            label: m.form.newHome,
            reveals: <TextField name="name" label={m.form.homeName} hint={m.form.homeNameHint} value={typed(v, 'name')} />,
          },
          { value: 'none', label: m.form.nowhere },
        ]}
      />
      <DateFields name="from" legend={m.form.from} value={typedDate(v, 'from', d.family.today)} />
      <Checkbox name="also" label={m.form.also} checked={v?.['also'] === 'on'} />
    </Part>
  )
}

export function CustodyForm(d: EditData) {
  const m = pick(d.locale, { da, en })
  const adults = d.family.people.filter((p) => p.kind === 'person' && !isChild(p, d.family.today))
  return (
    <Part d={d} title={m.form.custodyTitle} button={m.form.custodyButton}>
      <CheckboxGroup
        name="holderIds"
        legend={m.form.holders}
        hint={m.form.custodyHint}
        values={typedList(d.values, 'holderIds', holdersOf(d.family.custody, d.person.id, d.family.today))}
        choices={adults.map((p) => ({ value: p.id, label: personName(d.locale, p) }))}
      />
      <DateFields name="from" legend={m.form.from} value={typedDate(d.values, 'from', d.family.today)} />
    </Part>
  )
}

export function AddressForm(d: EditData) {
  const m = pick(d.locale, { da, en })
  const v = d.values
  const now = d.family.addresses.find((a) => a.personIds.includes(d.person.id))
  const people = d.family.people.filter((p) => p.kind === 'person' && p.role !== 'network')
  return (
    <Part d={d} title={m.form.addressTitle} button={m.form.addressButton}>
      <TextField name="street" label={m.form.street} value={typed(v, 'street', now?.street ?? '')} />
      <TextField
        name="postcode"
        label={m.form.postcode}
        inputMode="numeric"
        width="xs"
        optional
        value={typed(v, 'postcode', now?.postcode ?? '')}
      />
      <TextField name="city" label={m.form.city} optional value={typed(v, 'city', now?.city ?? '')} />
      <CheckboxGroup
        name="personIds"
        legend={m.form.together}
        values={typedList(v, 'personIds', now?.personIds ?? [d.person.id])}
        choices={people.map((p) => ({ value: p.id, label: personName(d.locale, p) }))}
      />
      <Checkbox
        name="protected"
        label={m.form.protected}
        hint={m.form.protectedHint}
        checked={v ? v['protected'] === 'on' : (now?.protected ?? false)}
      />
      <DateFields name="from" legend={m.form.from} value={typedDate(v, 'from', d.family.today)} />
    </Part>
  )
}

export function ContactForm(d: EditData) {
  const m = pick(d.locale, { da, en })
  const v = d.values
  const now = d.family.contacts.find((c) => c.personId === d.person.id)
  return (
    <Part d={d} title={m.form.contactTitle} button={m.form.contactButton}>
      <Stale conflict={d.conflict} fields={['phone', 'email']} />
      <input type="hidden" name="revision" value={now?.revision ?? 0} />
      <TextField name="phone" label={m.form.phone} type="tel" inputMode="tel" optional value={typed(v, 'phone', now?.phone ?? '')} />
      <TextField name="email" label={m.form.email} type="email" inputMode="email" optional value={typed(v, 'email', now?.email ?? '')} />
      <RadioGroup
        name="channel"
        legend={m.form.channel}
        value={typed(v, 'channel', now?.channel ?? 'letter')}
        choices={CHANNELS.map((value) => ({ value, label: m.form.channels[value] }))}
      />
    </Part>
  )
}
