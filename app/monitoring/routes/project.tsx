import { pick } from '#app/platform/i18n/messages.ts'
import { page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDue } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card, CardGrid, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Tabs } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { RowBars } from '../components/row-bars.tsx'
import { partnerTexts } from '#app/partner-survey/messages.ts'
import { figureAddress } from '../figure-address.ts'
import { da, en } from '../messages.ts'
import { type ProjectPage, readProject } from '../read-project.server.ts'
import type { Route } from './+types/project.ts'

export const loader = page(async ({ ctx, request }: PageArgs<Route.LoaderArgs>) =>
  readProject(ctx, { projectId: new URL(request.url).searchParams.get('projekt') }),
)

/** The project manager's page: how the project stands today, each figure a way to the families behind it. */
export default function Project({ loaderData: p }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={m.lead} />
      {p.projects.length > 1 && (
        <Tabs label={m.choose} items={p.projects.map((one) => ({ href: `/projekt?projekt=${one.id}`, label: one.name, current: one.id === p.project.id }))} />
      )}
      <Numbers p={p} />
      <CardGrid columns={2}>
        <Lacks p={p} />
        <Standings p={p} />
        <Caseloads p={p} />
        <Professionals p={p} />
      </CardGrid>
      <Exits p={p} />
      <ButtonGroup>
        <LinkButton href={`/projekt/maal?projekt=${p.project.id}`}>{m.toGoals}</LinkButton>
        <LinkButton href={`/projekt/status?projekt=${p.project.id}`}>{m.toStatus}</LinkButton>
        <LinkButton href={`/projekt/udvikling?projekt=${p.project.id}`}>{m.toSupport}</LinkButton>
        <LinkButton href={`/projekt/indsatser?projekt=${p.project.id}`}>{m.toMeasures}</LinkButton>
        <LinkButton href={`/projekt/siden-start?projekt=${p.project.id}`}>{m.toSinceStart}</LinkButton>
        <LinkButton href={`/projekt/partnere?projekt=${p.project.id}`}>{partnerTexts(useLocale()).title}</LinkButton>
        <LinkButton href={`/projekt/gaa-med?projekt=${p.project.id}`}>{m.toCompanion}</LinkButton>
        <LinkButton href="/projekt/venteliste">{m.toWaitingList}</LinkButton>
        <LinkButton href="/projekt/koordinatorer">{m.toCoordinators}</LinkButton>
        <LinkButton href="/projekt/bemanding">{m.toStaffing}</LinkButton>
        <LinkButton href={`/projekt/registre?projekt=${p.project.id}`}>{m.toRegisters}</LinkButton>
      </ButtonGroup>
    </>
  )
}

type Part = { p: ProjectPage }

function Numbers({ p }: Part) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const room = p.places
  return (
    <CardGrid columns={3}>
      <Card title={m.takingPart}>
        <p className="big-number">{p.families}</p>
        <p className="note">{m.takingPartNote(p.everWithPlace)}</p>
      </Card>
      <Card title={m.freePlaces}>
        {room?.capacity ? (
          <>
            <p className="big-number">
              {room.free} <span className="weight-normal">{m.ofCapacity(room.capacity)}</span>
            </p>
            <p className="note">
              {[room.held > 0 && m.held(room.held), m.foreseen(room.ends3, room.ends6)].filter(Boolean).join('. ')}
            </p>
          </>
        ) : (
          <p>{m.noCapacity}</p>
        )}
      </Card>
      <Card title={m.waiting}>
        <p className="big-number">{p.waiting.families > 0 ? <a href="/projekt/venteliste">{p.waiting.families}</a> : 0}</p>
        {p.waiting.longestSince && <p className="note">{m.waitingSince(formatDue(locale, p.waiting.longestSince, p.today))}</p>}
      </Card>
    </CardGrid>
  )
}

function Lacks({ p }: Part) {
  const m = pick(useLocale(), { da, en })
  const notes = m.lackNote(p.limits)
  const rows = p.lacks.filter((l) => l.families > 0)
  return (
    <Card title={m.lacksTitle} accent={rows.length > 0}>
      {rows.length === 0 ? (
        <p>{m.lacksNone}</p>
      ) : (
        <RowBars
          caption={m.lacksTitle}
          head={[m.lacksColumn, m.families]}
          rows={rows.map((l) => ({ key: l.lack, label: m.lack[l.lack] ?? l.lack, value: l.families, note: notes[l.lack], href: figureAddress(p.project.id, { lack: l.lack }) }))}
        />
      )}
    </Card>
  )
}

function Standings({ p }: Part) {
  const m = pick(useLocale(), { da, en })
  return (
    <Card title={m.standingsTitle}>
      <RowBars
        caption={m.standingsTitle}
        head={[m.state, m.families]}
        rows={p.standings.map((s) => ({ key: s.standing, label: m.standing[s.standing] ?? s.standing, value: s.families, href: figureAddress(p.project.id, { standing: s.standing }) }))}
      />
    </Card>
  )
}

function Caseloads({ p }: Part) {
  const m = pick(useLocale(), { da, en })
  return (
    <Card title={m.caseloadsTitle} footer={<a href="/projekt/koordinatorer">{m.toCoordinators}</a>}>
      {p.caseloads.length === 0 ? (
        <p>{m.noCaseloads}</p>
      ) : (
        <RowBars
          caption={m.caseloadsTitle}
          head={[m.coordinator, m.families]}
          rows={p.caseloads.map((c) => ({ key: String(c.staffId), label: c.name, value: c.families, href: figureAddress(p.project.id, { coordinator: c.staffId }) }))}
        />
      )}
    </Card>
  )
}

function Professionals({ p }: Part) {
  const m = pick(useLocale(), { da, en })
  const steps = p.professionals.steps.filter((s) => s.families > 0)
  return (
    <Card title={m.professionalsTitle}>
      {p.professionals.middle !== null && <p>{m.professionalsMiddle(p.professionals.middle)}</p>}
      <RowBars
        caption={m.professionalsAlt}
        head={[m.professionals, m.families]}
        rows={steps.map((s) => ({
          key: String(s.from),
          label: s.orMore ? m.orMore(s.from) : String(s.from),
          value: s.families,
          href: figureAddress(p.project.id, { professionals: s.from, orMore: s.orMore }),
        }))}
      />
    </Card>
  )
}

function Exits({ p }: Part) {
  const m = pick(useLocale(), { da, en })
  const gone = p.exits.reduce((sum, e) => sum + e.families, 0)
  return (
    <Card title={m.exitsTitle}>
      {gone === 0 ? (
        <p>{m.exitsNone}</p>
      ) : (
        <>
          <p>{m.ofAll(gone, p.everWithPlace)}</p>
          <Table
            caption={m.exitsTitle}
            hideCaption
            rows={p.exits}
            rowKey={(e) => e.reason}
            columns={[
              { key: 'reason', label: m.reason, rowHeader: true, cell: (e) => <a href={figureAddress(p.project.id, { reason: e.reason })}>{e.label}</a> },
              { key: 'n', label: m.families, numeric: true, cell: (e) => e.families },
              { key: 'stay', label: m.stay, numeric: true, cell: (e) => (e.medianDays === null ? '–' : m.days(e.medianDays)) },
            ]}
          />
        </>
      )}
    </Card>
  )
}
