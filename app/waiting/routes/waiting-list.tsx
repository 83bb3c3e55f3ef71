import { redirect, useSearchParams } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate, formatDue } from '#app/platform/time/format.ts'
import { asRefused, ConflictNotice, errorsOf, typed, typedDateParts } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Select, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Table } from '#app/ui/table.tsx'
import { Badge, Details, Note } from '#app/ui/text.tsx'
import { OfferForm } from '../components/offer-form.tsx'
import { PlacesFigure } from '../components/places-figure.tsx'
import { reviewWaitingList, setExpectedEnd } from '../keep-waiting-list.server.ts'
import { da, en } from '../messages.ts'
import { offerPlace } from '../offer-place.server.ts'
import { readWaitingList, type WaitingProject } from '../read-waiting-list.server.ts'
import { outcomes, reviewLines } from '../waiting-list.ts'
import type { Route } from './+types/waiting-list.ts'

export const loader = page(async ({ ctx }: PageArgs<Route.LoaderArgs>) => readWaitingList(ctx, {}))

export const action = formAction(async ({ ctx, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
  if (values.do === 'offer') await offerPlace(ctx, { ...values, answerBy: typedDate(values, 'answerBy') })
  else if (values.do === 'review') await reviewWaitingList(ctx, { projectId: values.projectId, lines: reviewLines(values) })
  else await setExpectedEnd(ctx, { caseId: values.caseId, endsOn: typedDate(values, 'endsOn'), reason: values.reason })
  return redirect(`/projekt/venteliste?gemt=${values.do === 'review' ? 'liste' : '1'}`)
})

/** Places, whose turn it is, and when the list is gone through. */
export default function WaitingList({ loaderData: { projects, today }, actionData }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].get('gemt')
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <ConflictNotice refused={refused} />
      <PageHead title={m.title} lead={m.lead} />
      {saved && !refused && <Toast>{saved === 'liste' ? m.reviewed : m.saved}</Toast>}
      {projects.map((project) => (
        <div key={project.id}>
          {projects.length > 1 && <h2>{project.name}</h2>}
          <Proposed project={project} refused={refused} />
          <Places project={project} />
          <List project={project} today={today} />
          <Review project={project} today={today} refused={refused} />
          {project.may.offer && <Ends project={project} today={today} refused={refused} />}
        </div>
      ))}
    </>
  )
}

type Props = { project: WaitingProject; today: string; refused: ReturnType<typeof asRefused> }
const Proposed = ({ project, refused }: Omit<Props, 'today'>) => {
  const m = pick(useLocale(), { da, en })
  const next = project.proposed.flatMap((id) => project.families.filter((one) => one.caseId === id))
  if (next.length === 0 || !project.free) return null
  return (
    <Card title={m.proposedTitle(project.free)} accent id="ledig">
      {next.map((family, n) => (
        <div key={family.caseId}>
          <p>
            <a href={`/projekt/venteliste/${family.caseId}`}>{m.proposed(family.name, family.place, family.days)}</a>{' '}
            {family.offer === 'no' && <Badge tone="plain">{m.offerStates.no}</Badge>}
          </p>
          {project.may.offer && (
            <Details summary={m.offer} open={n === 0 || refused?.values.caseId === String(family.caseId)}>
              <OfferForm
                family={family}
                workers={project.workers}
                answerBy={project.answerBy}
                early={false}
                primary={n === 0}
                refused={refused}
              />
            </Details>
          )}
        </div>
      ))}
    </Card>
  )
}

const Places = ({ project: { counts, free, foreseen, adults, adultsExpected } }: { project: WaitingProject }) => {
  const m = pick(useLocale(), { da, en })
  if (!counts) return null
  return (
    <Card title={m.places}>
      <p>
        {counts.capacity === null ? m.placesOpen(counts.taken) : m.placesNow(counts.taken, counts.capacity)}{' '}
        {counts.held > 0 && m.held(counts.held)} {free !== null && m.free(free)}
      </p>
      {counts.capacity !== null && <PlacesFigure rows={foreseen} />}
      {adults && (
        <>
          <h3>{m.adults}</h3>
          <p>
            {m.adultsNow(adults.adultsCash, adults.adults, adults.families)} {adultsExpected !== null && m.adultsExpected(adultsExpected)}
          </p>
          {adults.grownChildren > 0 && <Note>{m.grown(adults.grownChildren, adults.grownChildrenCash)}</Note>}
        </>
      )}
    </Card>
  )
}

const List = ({ project, today }: Omit<Props, 'refused'>) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Card title={m.list} id="liste">
      <Table
        caption={m.list}
        hideCaption
        rows={project.families}
        rowKey={(row) => row.caseId}
        empty={<EmptyState title={m.listNone}>{m.listNoneText}</EmptyState>}
        columns={[
          { key: 'place', label: m.number, numeric: true, cell: (row) => row.place },
          {
            key: 'family',
            label: m.family,
            rowHeader: true,
            cell: (row) => (
              <>
                <a href={`/projekt/venteliste/${row.caseId}`}>{row.name}</a>{' '}
                <span className="weight-normal">{row.people.map((one) => one.name).join(', ')}</span>
              </>
            ),
          },
          { key: 'waited', label: m.waited, cell: (row) => `${m.days(row.days)} · ${m.since(formatDate(locale, row.since))}` },
          { key: 'order', label: m.order, cell: (row) => row.moves.at(-1)?.reason ?? m.byDate },
          {
            key: 'status',
            label: m.status,
            cell: (row) =>
              row.offer === null ? (
                m.waitsOnly
              ) : (
                <Badge tone={row.offer === 'yes' ? 'done' : row.offer === 'open' ? 'accent' : 'plain'}>{m.offerStates[row.offer]}</Badge>
              ),
          },
          {
            key: 'letter',
            label: m.letterColumn,
            cell: (row) =>
              row.letter ? <a href={`/brev/${row.letter.id}`}>{m.letterSent(formatDate(locale, row.letter.on))}</a> : m.noLetter,
          },
        ]}
      />
      {project.families.some((one) => one.asked) && (
        <ul className="nobullet-list">
          {project.families.flatMap((one) =>
            one.asked
              ? [
                  <li key={one.caseId}>
                    {one.name}: {one.asked.caseworker} · {m.answerBy.toLowerCase()} {formatDue(locale, one.asked.answerBy, today)}
                  </li>,
                ]
              : [],
          )}
        </ul>
      )}
    </Card>
  )
}

const Review = ({ project, today, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const was = (name: string, known: string) => typed(refused, name, known, 'review')
  const [last, ...earlier] = project.reviews
  const record = (review: WaitingProject['reviews'][number]) => (
    <div key={review.id}>
      <strong>{m.reviewBy(formatDate(locale, review.heldOn), review.by)}</strong>
      <ul>
        {review.lines.map((line) => (
          <li key={line.caseId}>
            {line.name}: {m.outcomes[outcomes.find((one) => one === line.outcome) ?? 'stays']}
            {line.note && `. ${line.note}`}
          </li>
        ))}
      </ul>
    </div>
  )
  return (
    <Card title={m.review} id="gennemgang">
      <p>
        {m.reviewEvery(project.everyWeeks)} {project.reviewDue && m.reviewDue(formatDue(locale, project.reviewDue, today))}
      </p>
      {last ? record(last) : <Note>{m.reviewNone}</Note>}
      {project.may.review && project.families.length > 0 && (
        <Details
          summary={m.reviewStart}
          open={refused?.values.do === 'review' || (project.reviewDue !== null && project.reviewDue <= today && project.proposed.length === 0)}
        >
          <Form errors={errorsOf(refused, locale, {}, 'review')} prefix={`g${project.id}`}>
            <input type="hidden" name="projectId" value={project.id} />
            {project.families.map((family) => (
              <div key={family.caseId} className="keep-together">
                <RadioGroup
                  inline
                  name={`outcome.${family.caseId}`}
                  legend={m.reviewQuestion(family.name)}
                  value={was(`outcome.${family.caseId}`, 'stays')}
                  choices={outcomes.map((value) => ({ value, label: m.outcomes[value] }))}
                />
                <TextField name={`note.${family.caseId}`} label={`${m.note}, ${family.name}`} optional value={was(`note.${family.caseId}`, '')} />
              </div>
            ))}
            <Note>{m.outcomeOff}</Note>
            <SubmitButton variant={project.proposed.length > 0 ? 'secondary' : 'primary'} name="do" value="review">
              {m.reviewSave}
            </SubmitButton>
          </Form>
        </Details>
      )}
      {earlier.length > 0 && <Details summary={m.earlierReviews}>{earlier.map(record)}</Details>}
    </Card>
  )
}

const Ends = ({ project, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const known = project.ends.filter((one) => one.endsOn !== null)
  return (
    <Card title={m.ends} id="slut">
      <p>{m.endsText}</p>
      <Table
        caption={m.ends}
        hideCaption
        compact
        rows={known}
        rowKey={(row) => row.caseId}
        empty={<Note>{project.ends.length === 0 ? m.endNone : m.endUnknown}</Note>}
        columns={[
          { key: 'family', label: m.family, rowHeader: true, cell: (row) => <a href={`/familier/${row.caseId}`}>{row.name}</a> },
          { key: 'on', label: m.endsOn, cell: (row) => (row.endsOn ? formatDate(locale, row.endsOn) : m.endUnknown) },
          { key: 'why', label: m.reason, cell: (row) => row.reason ?? '' },
        ]}
      />
      {project.ends.length > 0 && (
        <Details summary={m.setEnd} open={refused?.values.do === 'end'}>
          <Form errors={errorsOf(refused, locale, {}, 'end')} prefix={`e${project.id}`}>
            <Select
              name="caseId"
              label={m.family}
              placeholder
              options={project.ends
                .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
                .map((one) => ({ value: one.caseId, label: `${one.name} (${one.number})` }))}
              value={typed(refused, 'caseId', '', 'end')}
            />
            <DateFields name="endsOn" legend={m.setEndDate} hint={m.setEndHint} optional value={typedDateParts(refused, 'endsOn', null, 'end')} />
            <TextField name="reason" label={m.reason} optional value={typed(refused, 'reason', '', 'end')} />
            <SubmitButton variant="secondary" name="do" value="end">
              {m.save}
            </SubmitButton>
          </Form>
        </Details>
      )}
      <p>
        <LinkButton variant="tertiary" href="/projekt/genvurdering">
          {m.reassess}
        </LinkButton>{' '}
        <LinkButton variant="tertiary" href="/optagelse/distrikter">
          {m.districts}
        </LinkButton>
      </p>
    </Card>
  )
}
