import type { ReactNode } from 'react'
import { Button, LinkButton } from './button.tsx'
import { Card, CardGrid, EmptyState, FamilyHead, LinkCard, PageHead } from './card.tsx'
import { Alert, Modal, ModalLink, UndoToast } from './feedback.tsx'
import { BackLink, Breadcrumb, SideMenu, Tabs } from './navigation.tsx'
import { ConcernLink, DueDate, KeyValue, PersonChip, Quote } from './text.tsx'
import { Timeline } from './timeline.tsx'
import { Consents, Pictures, Tables, Week } from './gallery-data.tsx'
import { Buttons, FormSample } from './gallery-forms.tsx'

const today = '2026-11-22'

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
