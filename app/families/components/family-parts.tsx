import { pick } from '#app/platform/i18n/messages.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ConfirmButton, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { CsrfInput, useLocale } from '#app/ui/context.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Details, Note } from '#app/ui/text.tsx'
import { personName } from '../families.ts'
import { da, en } from '../messages.ts'
import type { FamilyPage } from '../read-family.server.ts'

export const useNames = (f: FamilyPage) => {
  const locale = useLocale()
  return (id: number): string => {
    const p = f.people.find((x) => x.id === id)
    return p ? personName(locale, p) : '–'
  }
}
const Hidden = ({ values }: { values: Record<string, string | number> }) => (
  <>
    <CsrfInput />
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
)

/** Those the family counts on: first name and relation. */
export function Network({ family: f }: { family: FamilyPage }) {
  const m = pick(useLocale(), { da, en })
  const nameOf = useNames(f)
  const people = f.people.filter((p) => p.role === 'network')
  const words = (id: number) =>
    f.relations
      .filter((r) => r.personId === id && r.kind === 'network')
      .map((r) => `${r.label} ${m.form.relationTo} ${nameOf(r.otherId)}`)
      .join(', ')
  const add = f.may.change && <LinkButton href={`/familier/${f.case.id}/personer/netvaerk`}>{m.people.addNetwork}</LinkButton>
  return (
    <Card title={m.people.network} id="netvaerk" footer={people.length > 0 && add}>
      {people.length === 0 ? (
        <EmptyState title={m.people.networkEmpty} action={add}>
          {m.people.networkEmptyBody}
        </EmptyState>
      ) : (
        <ul>
          {people.map((p) => (
            <li key={p.id}>
              <strong>{p.firstName}</strong>
              {words(p.id) && `, ${words(p.id)}`}
              {p.interpreter && ` · ${m.people.interpreter}`}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Who is what to whom; an ended one stays with its day. */
export function Relations({ family: f }: { family: FamilyPage }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const nameOf = useNames(f)
  const rows = f.relations.filter((r) => r.kind !== 'network')
  return (
    <Card
      title={m.people.relations}
      id="relationer"
      footer={f.may.change && <LinkButton href={`/familier/${f.case.id}/personer/relation`}>{m.people.addRelation}</LinkButton>}
    >
      {rows.length === 0 ? (
        <p>{m.people.relationsEmpty}</p>
      ) : (
        <ul className="nobullet-list">
          {rows.map((r) => (
            <li key={r.id}>
              {nameOf(r.personId)} {m.form.relationKind} {m.kinds[r.kind]} {m.form.relationTo} {nameOf(r.otherId)}
              {r.validUntil && ` (${m.people.endedOn.toLowerCase()} ${formatDate(locale, r.validUntil)})`}{' '}
              {f.may.change && !r.validUntil && (
                <form method="post" className="action-form d-print-none">
                  <Hidden values={{ intent: 'end-relation', relationId: r.id }} />
                  <SubmitButton variant="quiet">
                    {m.people.end}
                    <span className="sr-only">
                      {' '}
                      {nameOf(r.personId)}, {nameOf(r.otherId)}
                    </span>
                  </SubmitButton>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export function Shields({ family: f, errors }: { family: FamilyPage; errors: Record<string, string> | null }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const nameOf = useNames(f)
  return (
    <Card
      title={m.people.shields}
      id="skaermning"
      footer={f.may.shield && <LinkButton href={`/familier/${f.case.id}/personer/skaerm`}>{m.people.setShield}</LinkButton>}
    >
      {f.shields.length === 0 ? (
        <p>{m.people.shieldsEmpty}</p>
      ) : (
        f.shields.map((s) => (
          <div key={s.id} className="keep-together">
            <p>
              <strong>{m.people.between(nameOf(s.personA), nameOf(s.personB))}</strong> {m.form.shieldFrom.toLowerCase()}{' '}
              {formatDate(locale, s.validFrom)}
              {s.validUntil && ` ${m.form.shieldUntil.toLowerCase()} ${formatDate(locale, s.validUntil)}`}{' '}
              {s.lifted && <Badge>{m.people.lifted}</Badge>}
            </p>
            <Note>
              {s.reason}
              {s.liftReason && ` · ${m.people.lifted}: ${s.liftReason}`}
            </Note>
            {f.may.shield && !s.lifted && (
              <Details summary={m.people.lift}>
                <Form errors={errors} summaryElsewhere prefix={`lift-${s.id}`}>
                  <input type="hidden" name="intent" value="lift" />
                  <input type="hidden" name="shieldId" value={s.id} />
                  <TextField name="reason" label={m.people.liftReason} />
                  <SubmitButton variant="secondary">{m.people.lift}</SubmitButton>
                </Form>
              </Details>
            )}
          </div>
        ))
      )}
    </Card>
  )
}

/** The family's list of members of staff who may not see it. */
export function Blocked({
  family: f,
  staff,
  errors,
}: {
  family: FamilyPage
  staff: { id: number; name: string }[]
  errors: Record<string, string> | null
}) {
  const m = pick(useLocale(), { da, en })
  const adults = f.people.filter((p) => p.kind === 'person' && p.role !== 'network')
  return (
    <Card title={m.people.blocked} id="maa-ikke-se">
      <p className="form-hint">{m.people.blockedHint}</p>
      <Table
        caption={m.people.blocked}
        hideCaption
        rows={f.blocked}
        rowKey={(b) => b.staffId}
        empty={<p>{m.people.blockedEmpty}</p>}
        columns={[
          { key: 'name', label: m.people.staff, rowHeader: true, cell: (b) => b.name },
          {
            key: 'undo',
            label: <span className="sr-only">{m.people.unblock}</span>,
            cell: (b) => (
              <form method="post" className="action-form">
                <Hidden values={{ intent: 'unblock', staffId: b.staffId }} />
                <SubmitButton variant="quiet">
                  {m.people.unblock}
                  <span className="sr-only"> {b.name}</span>
                </SubmitButton>
              </form>
            ),
          },
        ]}
      />
      <Details summary={m.people.block}>
        <Form errors={errors} summaryElsewhere prefix="block">
          <input type="hidden" name="intent" value="block" />
          <Select name="staffId" label={m.people.staff} options={staff.map((s) => ({ value: s.id, label: s.name }))} />
          <Select name="personId" label={m.people.onBehalf} options={adults.map((p) => ({ value: p.id, label: p.firstName }))} />
          <SubmitButton variant="secondary">{m.people.block}</SubmitButton>
        </Form>
      </Details>
    </Card>
  )
}

/** "Jeg kender familien privat": wall 0, by the actor alone. */
export function KnowsFamily() {
  const m = pick(useLocale(), { da, en })
  return (
    <Details summary={m.people.knows} id="kender">
      <p>{m.people.knowsBody}</p>
      <form method="post">
        <Hidden values={{ intent: 'knows' }} />
        <ConfirmButton label={m.people.knowsButton} question={m.people.knowsQuestion} confirm={m.people.knowsConfirm} />
      </form>
    </Details>
  )
}
