import { ActionButton, Button, ButtonGroup, ConfirmButton, LinkButton, SubmitButton } from './button.tsx'
import { Checkbox, CheckboxGroup, RadioGroup } from './choice.tsx'
import { DateFields } from './date-fields.tsx'
import { FileField, ReadableBy, ReadOnlyField, SearchField, Select, TextArea, TextField } from './fields.tsx'
import { DraftStatus, ErrorSummary, Fieldset, Form } from './form.tsx'
import { StepHeading } from './navigation.tsx'
import { Badge, Tag } from './text.tsx'

const errors = { aim: 'Skriv, hvad I håber på', 'start.month': 'Skriv måneden som et tal fra 1 til 12', who: 'Vælg, hvem det handler om' }

/** Sample for the gallery. */
export const Buttons = () => (
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

/** Sample for the gallery. */
export const FormSample = () => (
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
