import type { ReactNode } from 'react'
import { AboutOthersQuestion } from '#app/consent/components/about-others-question.tsx'
import { typed, typedDate, type Values } from '#app/platform/forms/form-values.ts'
import { ButtonGroup, Button, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { DateFields } from '#app/ui/date-fields.tsx'
import { ReadableBy, Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { DraftStatus, Form } from '#app/ui/form.tsx'
import { Details, Note } from '#app/ui/text.tsx'
import { situationTexts } from '../situation-words.ts'
import { aspects, boxes, channels, columns, houses, isBox, isHouse, type Member, type Part, voices } from '../situation.ts'

type Props = {
  people: readonly Member[]
  /** Whom and where it begins; both may be changed in the form. */
  start: { personId: number | null; part: Part }
  today: string
  /** Null: a member writes in the portal. */
  sectors: readonly string[] | null
  readers: readonly string[]
  healthReaders: readonly string[]
  errors: Record<string, string> | null
  values: Values | null
  conflict: { code: string; theirs?: unknown } | null
  draftUrl: string
  action: string
  cancelHref: string
  children?: ReactNode
}

/** One note: the words first, then whom it is about and whose words they are. Nothing but the words and the theme is required. */
export const NoteForm = ({ people, start, today, sectors, readers, healthReaders, errors, values, conflict, draftUrl, action, cancelHref, children }: Props) => {
  const m = situationTexts(useLocale())
  const part = (typed(values, 'part', start.part) || start.part) as Part
  const house = isHouse(part)
  const member = sectors === null
  const inHouses = (p: Part) => (isHouse(p) ? houses : isBox(p) ? boxes : columns)
  const person = people.find((p) => String(p.id) === typed(values, 'personId', start.personId === null ? '' : String(start.personId)))
  const staff = !member
  return (
    <Form action={action} errors={errors} summaryElsewhere draftUrl={draftUrl} guard>
      {children}
      <AboutOthersQuestion conflict={conflict} />
      {house || people.length === 1 ? (
        <input type="hidden" name="personId" value={start.personId ?? people[0]?.id ?? ''} />
      ) : (
        <RadioGroup
          name="personId"
          legend={m.who}
          inline
          value={typed(values, 'personId', start.personId === null ? '' : String(start.personId))}
          choices={[...people.map((p) => ({ value: p.id, label: p.name })), ...(member ? [] : [{ value: '', label: m.wholeFamily }])]}
        />
      )}
      <RadioGroup name="part" legend={m.where} inline value={part} choices={inHouses(start.part).map((p) => ({ value: p, label: m.part[p] }))} />
      {isBox(start.part) && (
        <RadioGroup
          name="aspect"
          legend={m.whatAbout}
          value={typed(values, 'aspect', 'social')}
          choices={aspects.map((a) => ({ value: a, label: m.aspect[a], hint: a === 'health' ? m.healthHint : undefined }))}
          inline
        />
      )}
      <TextArea
        name="words"
        label={m.words}
        hint={m.partHint[part]}
        value={typed(values, 'words')}
        rows={4}
        below={
          <>
            {readers.length > 0 ? <ReadableBy names={readers} /> : <Note icon="lock">{m.readNobody}</Note>}
            {isBox(start.part) && healthReaders.join() !== readers.join() && (
              <p className="readable-by">
                {m.aspect.health}: {healthReaders.length ? healthReaders.join(', ') : m.readNobody}
              </p>
            )}
          </>
        }
      />
      {staff && (house ? <HeardFields values={values} today={today} /> : <VoiceFields values={values} today={today} sectors={sectors} whole={start.personId === null} />)}
      {staff && !house && person?.child === true && (
        <Details summary={m.heard} open={typed(values, 'heardBy') !== ''}>
          <p className="form-hint">{m.heardHint}</p>
          <HeardFields values={values} today={today} optional />
        </Details>
      )}
      <ButtonGroup>
        <SubmitButton>{m.saveOne}</SubmitButton>
        <Button type="submit" name="more" value="1">
          {m.saveMore}
        </Button>
        <LinkButton variant="quiet" href={cancelHref}>
          {m.cancel}
        </LinkButton>
      </ButtonGroup>
      <DraftStatus />
    </Form>
  )
}

const HeardFields = ({ values, today, optional }: { values: Values | null; today: string; optional?: boolean }) => {
  const m = situationTexts(useLocale())
  return (
    <>
      <TextField name="heardBy" label={m.heardBy} value={typed(values, 'heardBy')} optional={optional} />
      <DateFields name="heardOn" legend={m.heardOn} value={typedDate(values, 'heardOn', optional ? null : today)} optional={optional} />
    </>
  )
}

/** Whose words they are, and only then how one knows. Everything below a choice is folded away until it is chosen. */
const VoiceFields = ({ values, today, sectors, whole }: { values: Values | null; today: string; sectors: readonly string[]; whole: boolean }) => {
  const m = situationTexts(useLocale())
  const coordination = sectors.includes('coordination')
  const others = Object.entries(m.sectors).filter(([code]) => code !== 'coordination')
  const channelChoices = channels.map((c) => ({ value: c, label: m.channel[c] }))
  const reveals = {
    mine: undefined,
    member: (
      <>
        <p className="form-hint">{m.memberHint}</p>
        <RadioGroup name="onBehalfChannel" legend={m.how} inline value={typed(values, 'onBehalfChannel', 'meeting')} choices={channelChoices} />
        <DateFields name="onBehalfOn" legend={m.when} value={typedDate(values, 'onBehalfOn', today)} />
      </>
    ),
    stated: (
      <>
        <TextField name="statedName" label={m.statedName} value={typed(values, 'statedName')} optional />
        <Select
          name="statedSector"
          label={m.statedSector}
          value={typed(values, 'statedSector')}
          placeholder
          optional
          options={others.map(([value, label]) => ({ value, label }))}
        />
        <DateFields name="statedOn" legend={m.when} value={typedDate(values, 'statedOn', null)} optional />
        <Select
          name="statedChannel"
          label={m.how}
          value={typed(values, 'statedChannel')}
          placeholder
          optional
          options={channels.map((c) => ({ value: c, label: m.channel[c] }))}
        />
      </>
    ),
    quoted: (
      <>
        <p className="form-hint">{m.quotedHint}</p>
        <TextField name="quotedAuthority" label={m.quotedAuthority} value={typed(values, 'quotedAuthority')} optional />
        <DateFields name="quotedOn" legend={m.quotedOn} value={typedDate(values, 'quotedOn', null)} optional />
      </>
    ),
  }
  return (
    <>
      {sectors.length > 1 && (
        <Select
          name="sector"
          label={m.sector}
          value={typed(values, 'sector', coordination ? 'coordination' : (sectors[0] ?? ''))}
          options={sectors.map((s) => ({ value: s, label: m.sectors[s] ?? s }))}
        />
      )}
      <RadioGroup
        name="voice"
        legend={m.voice}
        value={typed(values, 'voice', coordination && !whole ? 'member' : 'mine')}
        choices={voices
          .filter((v) => v !== 'stated' || coordination)
          .map((v) => ({ value: v, label: m.voices[v], reveals: reveals[v] }))}
      />
      <Checkbox name="hidden" label={m.hidden} hint={m.hiddenHint} checked={values !== null && typed(values, 'hidden') !== ''} />
    </>
  )
}
