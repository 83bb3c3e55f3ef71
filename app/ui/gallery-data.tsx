import { LinkButton } from './button.tsx'
import { Card, CardGrid, ConsentCard } from './card.tsx'
import { Curve } from './curve.tsx'
import { HoursBars } from './hours-bars.tsx'
import { Pagination } from './navigation.tsx'
import { MatrixTable, StructuredList, Table } from './table.tsx'
import { Accordion, Details, DueDate, KeyValue, Note, Quote } from './text.tsx'
import { Timeline } from './timeline.tsx'
import { WeekGrid } from './week-grid.tsx'

const today = '2026-11-22'

const agreements = [
  { id: 1, what: 'Mette ringer til banken', who: 'Mette', date: '2026-11-23', hours: 1 },
  { id: 2, what: 'Skolen skriver i Aula', who: 'Line', date: '2026-12-04', hours: 0.5 },
]

/** Sample for the gallery. */
export const Tables = () => (
  <>
    <Table
      caption="Aftaler"
      rows={agreements}
      rowKey={(row) => row.id}
      columns={[
        { key: 'what', label: 'Hvad', rowHeader: true, cell: (row) => row.what },
        { key: 'who', label: 'Hvem', cell: (row) => row.who },
        { key: 'date', label: 'Hvornår', sortHref: '#', sorted: 'ascending', cell: (row) => <DueDate date={row.date} today={today} /> },
        { key: 'hours', label: 'Timer', numeric: true, sortHref: '#', cell: (row) => row.hours.toLocaleString('da-DK') },
      ]}
      foot={['I alt', '', '', '1,5']}
    />
    <h3>Tjek dine svar</h3>
    <StructuredList
      items={[
        { label: 'Overskrift', value: 'Ro om morgenen', editHref: '#' },
        { label: 'Begynder', value: '4. december 2026', editHref: '#' },
      ]}
    />
    <KeyValue
      items={[
        { key: 'Koordinator', value: 'Anna Holm' },
        { key: 'Telefon', value: '00 00 00 00' },
      ]}
    />
    <Accordion
      items={[
        { title: 'Vores håb', aside: '2', content: <Quote by="Jonas">Et arbejde med hænderne</Quote>, open: true },
        { title: 'Vores mål', aside: '4', content: <p>Fire mål, to af dem i gang.</p> },
      ]}
    />
    <Details summary="Hvad betyder niveau 2?">
      <p>Det går nogenlunde, men der er dage, hvor det ikke gør.</p>
    </Details>
    <Pagination page={2} pages={5} href={(page) => `#${page}`} />
  </>
)

/** Sample for the gallery. */
export const Consents = () => (
  <>
    <CardGrid columns={2}>
      <ConsentCard
        name="Line"
        relation="Idas lærer"
        level={3}
        maySee={['Vores plan', 'Aftaler om Ida']}
        mayNotSee={['Helbred', 'Penge og gæld']}
        until="1. juni 2027"
        because="så skolen ved, hvorfor Ida er træt om mandagen"
        actions={
          <>
            <LinkButton href="#">Ændr</LinkButton>
            <LinkButton href="#" variant="tertiary">
              Stop
            </LinkButton>
          </>
        }
      />
      <ConsentCard
        name="Dr. Bech"
        relation="jeres læge"
        level={3}
        maySee={['Helbred for Mette']}
        actions={<LinkButton href="#">Ændr</LinkButton>}
      />
    </CardGrid>
    <MatrixTable
      caption="Hvem må se hvad"
      columns={[
        { key: 's', label: 'Skolen' },
        { key: 'j', label: 'Jobcenter', sub: 'kun beskæftigelse' },
        { key: 'h', label: 'Sundhedspleje' },
        { key: 'd', label: 'Jeres læge' },
      ]}
      rows={[
        {
          key: 'plan',
          label: 'Planen',
          cells: [
            { people: ['Mette', 'Jonas', 'Ida', 'Oliver'] },
            { people: ['Mette', 'Jonas'] },
            { people: ['Ida', 'Oliver'] },
            { people: [] },
          ],
        },
        {
          key: 'health',
          label: 'Helbred',
          cells: [{ people: [] }, { people: [] }, { people: ['Oliver'], until: '1. juni' }, { people: ['Mette'] }],
        },
      ]}
    />
  </>
)

const weeks = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21']

/** Sample for the gallery. */
export const Pictures = () => (
  <>
    <Timeline
      title="Det gør vi"
      from="2026-09-01"
      to="2027-06-30"
      today={today}
      alt="Fem aktiviteter og møder fra september 2026 til juni 2027"
      rows={[
        { label: 'Familievejleder hjemme', who: 'alle', from: '2026-09-14', to: '2027-03-31' },
        { label: 'Praktik på lageret', who: 'Jonas', from: '2026-11-09', to: '2027-01-15' },
        { label: 'Sundhedspleje', who: 'Oliver', from: '2026-10-01' },
        { label: 'Gruppe for forældre', who: 'Mette', from: '2027-02-01', to: '2027-05-15', kind: 'tentative' },
        { label: 'Opfølgningsmøde', from: '2026-12-04', kind: 'point' },
      ]}
    />
    <HoursBars
      weeks={weeks}
      limit={10}
      alt="Mette bruger 6 til 11 timer om ugen, Jonas 2 til 4, Ida 5"
      series={[
        { name: 'Mette', hours: [8, 8, 9, 11, 11, 8, 6, 6] },
        { name: 'Jonas', hours: [2, 2, 3, 3, 4, 4, 4, 2] },
        { name: 'Ida', hours: [5, 5, 5, 5, 5, 5, 5, 0] },
      ]}
    />
    <CardGrid columns={2}>
      <Card title="Hvordan går det, Mette?" level={3}>
        <Curve
          range={[0, 10]}
          goal={7}
          valueLabel="Mettes eget tal"
          alt="Mettes eget tal er gået fra 3 til 6 siden maj; ændringen er tydelig"
          points={[
            { date: '2026-05-04', value: 3, low: 2, high: 4 },
            { date: '2026-07-06', value: 4, low: 3, high: 5 },
            { date: '2026-09-07', value: 4, low: 3, high: 5 },
            { date: '2026-11-02', value: 6, low: 5, high: 7 },
          ]}
        />
        <Note icon="info">Skyggen er usikkerhed. Ændringen siden maj er tydelig.</Note>
      </Card>
      <Card title="Det lille billede" level={3}>
        <Curve
          small
          range={[0, 10]}
          valueLabel="tal"
          alt="Fra 4 til 5"
          points={[
            { date: '2026-05-04', value: 4, low: 3, high: 5 },
            { date: '2026-08-04', value: 5, low: 4, high: 6 },
            { date: '2026-11-02', value: 5, low: 4, high: 6 },
          ]}
        />
      </Card>
    </CardGrid>
  </>
)

/** Sample for the gallery. */
export const Week = () => (
  <WeekGrid
    label="En almindelig uge"
    items={[
      { weekday: 1, from: '08:00', to: '09:00', what: 'Morgen med familievejleder', who: 'alle', where: 'hjemme' },
      { weekday: 2, from: '09:00', to: '12:00', what: 'Praktik', who: 'Jonas', where: 'lageret' },
      {
        weekday: 2,
        from: '11:00',
        to: '12:00',
        what: 'Samtale om gæld',
        who: 'Jonas og Mette',
        clash: 'Jonas er i praktik på det tidspunkt.',
      },
      { weekday: 4, what: 'Mormor henter', who: 'Ida' },
      { weekday: 5, from: '14:00', to: '15:00', what: 'Fodbold', who: 'Ida', where: 'stadion' },
    ]}
  />
)
