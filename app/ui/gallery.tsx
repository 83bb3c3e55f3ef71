import type { ReactNode } from 'react'
import { ActionButton, Button, ButtonGroup, ConfirmButton, LinkButton, SubmitButton } from './button.tsx'
import { Card, CardGrid, ConsentCard, EmptyState, FamilyHead, LinkCard, PageHead } from './card.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from './choice.tsx'
import { Curve } from './curve.tsx'
import { DateFields } from './date-fields.tsx'
import { Alert, Modal, ModalLink, UndoToast } from './feedback.tsx'
import { FileField, ReadableBy, ReadOnlyField, SearchField, Select, TextArea, TextField } from './fields.tsx'
import { DraftStatus, ErrorSummary, Fieldset, Form } from './form.tsx'
import { HoursBars } from './hours-bars.tsx'
import { BackLink, Breadcrumb, Pagination, SideMenu, StepHeading, Tabs } from './navigation.tsx'
import { MatrixTable, StructuredList, Table } from './table.tsx'
import { Accordion, Badge, ConcernLink, Details, DueDate, KeyValue, Note, PersonChip, Quote, Tag } from './text.tsx'
import { Timeline } from './timeline.tsx'
import { WeekGrid } from './week-grid.tsx'

const today = '2026-11-22'

const errors = { aim: 'Skriv, hvad I håber på', 'start.month': 'Skriv måneden som et tal fra 1 til 12', who: 'Vælg, hvem det handler om' }

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)

/** Every component of the design system on one page, with made-up people. Stands inside a shell. */
export const Gallery = () => (
  <>
    <PageHead
      title="Sådan ser Helhed ud"
      lead="Alle byggesten på én side, med opdigtede personer."
      action={
        <LinkButton href="#" variant="primary">
          Næste skridt
        </LinkButton>
      }
    />
    <FamilySample />
    <Part title="Knapper">
      <Buttons />
    </Part>
    <Part title="Formular med fejl">
      <FormSample />
    </Part>
    <Part title="Tabeller og lister">
      <Tables />
    </Part>
    <Part title="Samtykke">
      <Consents />
    </Part>
    <Part title="Billeder med deres tal">
      <Pictures />
    </Part>
    <Part title="Ugen">
      <Week />
    </Part>
    <Part title="Beskeder">
      <Messages />
    </Part>
    <Part title="At finde vej">
      <Ways />
    </Part>
    <ConcernLink href="#" />
  </>
)

const FamilySample = () => (
  <>
    <FamilyHead
      name="Familien Sørensen"
      people={
        <>
          <PersonChip name="Mette" age={34} href="#" />
          <PersonChip name="Jonas" age={36} href="#" />
          <PersonChip name="Ida" age={9} href="#" />
          <PersonChip name="Oliver" age={4} href="#" />
        </>
      }
      facts={['Koordinator Anna Holm, Peter Bak', 'Med i 7 måneder', 'Næste møde 4. dec.', 'Fagpersoner omkring familien: 9']}
    />
    <Tabs
      label="Familien Sørensen"
      items={['Overblik', 'Planen', 'Møder og aftaler', 'Udvikling', 'Logbog', 'Netværk', 'Samtykke', 'Penge og gæld'].map(
        (label, index) => ({ href: `#${index}`, label, current: index === 0 }),
      )}
    />
    <CardGrid columns={3}>
      <Card title="Det, der fungerer">
        <Quote by="Mette" small>
          Vi spiser sammen hver dag
        </Quote>
        <Quote by="Ida, 9 år" heard="fortalt til Anna ved en samtale" small>
          Mormor henter mig om torsdagen
        </Quote>
      </Card>
      <Card title="De næste tre måneder">
        <Timeline
          from="2026-11-01"
          to="2027-01-31"
          today={today}
          alt="Et møde, en praktik og et besøg af sundhedsplejen de næste tre måneder"
          rows={[
            { label: 'Opfølgningsmøde', from: '2026-12-04', kind: 'point' },
            { label: 'Praktik på lageret', who: 'Jonas', from: '2026-11-09', to: '2027-01-15' },
            { label: 'Barnets plan', who: 'Ida', from: '2027-01-20', kind: 'point' },
          ]}
        />
      </Card>
      <Card title="Åbne aftaler" aside="5" accent footer={<a href="#aftaler">Se alle aftaler</a>}>
        <KeyValue
          stacked
          items={[
            { key: <DueDate date="2026-11-19" today={today} />, value: 'Peter ringer til PPR om Ida' },
            { key: <DueDate date="2026-11-23" today={today} />, value: 'Mette ringer til banken' },
            { key: <DueDate date="2026-12-04" today={today} />, value: 'Skolen skriver i Aula om fredagen' },
          ]}
        />
      </Card>
    </CardGrid>
    <EmptyState
      title="Ingen logbog endnu"
      action={
        <LinkButton href="#" variant="primary">
          Skriv det første notat
        </LinkButton>
      }
    >
      Her kommer korte notater fra besøg og samtaler. De gør det let at huske, hvad I aftalte sidst.
    </EmptyState>
  </>
)

const Buttons = () => (
  <>
    <ButtonGroup>
      <SubmitButton>Gem aftalen</SubmitButton>
      <Button>Udsæt</Button>
      <Button variant="tertiary">Ikke nu</Button>
      <Button variant="quiet">Vis mere</Button>
      <LinkButton href="#" icon="print">
        Skriv ud
      </LinkButton>
      <ActionButton action="#" label="Klaret" describe="Peter ringer til PPR" icon="check" />
    </ButtonGroup>
    <p>
      <Button disabledReason="Kun koordinatoren kan afslutte sagen.">Afslut sagen</Button>
    </p>
    <form method="post">
      <ConfirmButton
        label="Træk samtykket tilbage"
        question="Line kan ikke længere se jeres plan. Det, hun allerede har læst, kan vi ikke tage tilbage."
        confirm="Ja, træk det tilbage"
      />
    </form>
    <p className="button-row">
      <Badge>Kladde</Badge>
      <Badge tone="accent">Aktuel</Badge>
      <Badge tone="done">Klaret</Badge>
      <Badge tone="attention">Mangler svar</Badge>
      <Tag>Skole</Tag>
      <Tag href="#">Beskæftigelse</Tag>
    </p>
  </>
)

const who = [
  { value: 1, label: 'Mette' },
  { value: 2, label: 'Jonas' },
  { value: 3, label: 'Ida', hint: 'Vi spørger Ida selv.' },
]

const FormSample = () => (
  <>
    <ErrorSummary errors={errors} />
    <StepHeading step={2} of={3}>
      Hvad skal ske?
    </StepHeading>
    <Form action="#" errors={errors} summaryElsewhere guard={false}>
      <TextField name="title" label="Overskrift" value="Ro om morgenen" hint="Kort, som I selv ville sige det." />
      <TextArea name="aim" label="Hvad håber I på?" limit={500} below={<ReadableBy names={['Mette', 'Jonas', 'Anna Holm']} />} />
      <DateFields
        name="start"
        legend="Hvornår begynder det?"
        hint="For eksempel 4 12 2026"
        value={{ day: '4', month: '14', year: '2026' }}
      />
      <RadioGroup name="who" legend="Hvem handler det om?" choices={who} />
      <RadioGroup
        name="often"
        legend="Hvor tit?"
        inline
        value="week"
        choices={[
          { value: 'week', label: 'Hver uge' },
          { value: 'month', label: 'Hver måned' },
          { value: 'other', label: 'Andet', reveals: <TextField name="often-other" label="Hvor tit?" width="s" /> },
        ]}
      />
      <CheckboxGroup
        name="helpers"
        legend="Hvem hjælper til?"
        optional
        values={['school']}
        choices={[
          { value: 'school', label: 'Skolen' },
          { value: 'health', label: 'Sundhedsplejen' },
        ]}
      />
      <Fieldset legend="Praktisk">
        <TextField name="hours" label="Timer om ugen" width="xs" inputMode="decimal" suffix="timer" value="2,5" />
        <Select
          name="place"
          label="Hvor?"
          placeholder
          options={[
            { value: 'home', label: 'Hjemme' },
            { value: 'house', label: 'Børnehuset' },
          ]}
          optional
        />
        <FileField name="file" label="Vedhæft en fil" optional hint="PDF eller billede, højst 10 MB." />
        <ReadOnlyField label="Adresse" value="Lindevej 4, 9999 Prøveby" hint="Hentet fra folkeregistret" editHref="#" />
        <Checkbox name="visible" label="Vis det i 'Vores plan'" checked />
      </Fieldset>
      <ButtonGroup>
        <SubmitButton>Næste</SubmitButton>
        <LinkButton href="#" variant="tertiary">
          Annullér
        </LinkButton>
      </ButtonGroup>
      <DraftStatus savedAt="10.32" />
    </Form>
    <SearchField action="#" label="Søg i metoder" id="gallery-search" />
  </>
)

const agreements = [
  { id: 1, what: 'Mette ringer til banken', who: 'Mette', date: '2026-11-23', hours: 1 },
  { id: 2, what: 'Skolen skriver i Aula', who: 'Line', date: '2026-12-04', hours: 0.5 },
]

const Tables = () => (
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

const Consents = () => (
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

const Pictures = () => (
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

const Week = () => (
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

const Messages = () => (
  <>
    <Alert tone="info" title="Mødet er flyttet">
      Opfølgningsmødet holdes nu fredag 4. december kl. 13 i Børnehuset.
    </Alert>
    <Alert tone="success">Aftalen er gemt.</Alert>
    <Alert tone="warning" title="To ting på samme tid">
      Jonas har praktik, når samtalen om gæld er sat til.
    </Alert>
    <Alert tone="error" title="Det lykkedes ikke" live={false}>
      Vi kunne ikke gemme. Prøv igen om lidt.
    </Alert>
    <p>
      <ModalLink for="gallery-modal">Åbn en dialog</ModalLink>
    </p>
    <Modal id="gallery-modal" title="Hvem har set det?" actions={<Button variant="primary">Forstået</Button>}>
      <p>Anna Holm har set planen 14 gange, skolen 3 gange.</p>
    </Modal>
    <UndoToast action="#">Aftalen er klaret.</UndoToast>
  </>
)

const Ways = () => (
  <>
    <BackLink href="#">Tilbage til familien</BackLink>
    <Breadcrumb items={[{ label: 'Familier', href: '#' }, { label: 'Familien Sørensen', href: '#' }, { label: 'Planen' }]} />
    <SideMenu
      label="Planen"
      items={[
        { href: '#a', label: 'Vores håb' },
        {
          href: '#b',
          label: 'Det gør vi',
          current: true,
          items: [
            { href: '#c', label: 'Ugen' },
            { href: '#d', label: 'Tidslinjen' },
          ],
        },
      ]}
    />
    <CardGrid columns={2}>
      <LinkCard href="#" title="Vores håb og mål" icon="star">
        Det, I selv har sagt, at I vil.
      </LinkCard>
      <LinkCard href="#" title="Hvem må se hvad" icon="visibility" />
    </CardGrid>
  </>
)
