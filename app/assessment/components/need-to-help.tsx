import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { situationTexts } from '../situation-words.ts'
import type { Carried, SituationNote } from '../situation.ts'

type Props = {
  page: {
    caseId: number
    note: SituationNote
    carried: readonly Carried[]
    services: readonly { id: number; name: string; what: string; department: string; fits: boolean }[]
    may: { coordination: boolean }
  }
  all: boolean
}

/** From the need to the help (UDR-15): a need becomes a goal and a wish a hope; then an offer is found, or one is made together. */
export const NeedToHelp = ({ page: d, all }: Props) => {
  const m = situationTexts(useLocale())
  const n = d.note
  const plan = `/familier/${d.caseId}/planen`
  const wish = n.part === 'wish'
  const goals = d.carried.filter((c) => c.noteId === n.id && c.kind === 'goal')
  const services = d.services.filter((s) => all || s.fits)
  const toHope = <LinkButton variant={wish ? 'primary' : 'secondary'} href={`${plan}?ret=haab&note=${n.id}#haab`}>{m.makeHope}</LinkButton>
  const toGoal = <LinkButton variant={wish ? 'secondary' : 'primary'} href={`${plan}/maal/nyt?note=${n.id}`}>{m.makeGoal}</LinkButton>
  return (
    <Card title={m.needTitle}>
      <p>{m.needLead}</p>
      <ButtonGroup>
        {wish && d.may.coordination && toHope}
        {toGoal}
        {!wish && d.may.coordination && toHope}
      </ButtonGroup>
      <p className="form-hint">{m.carriedHint}</p>
      {goals.length > 0 && (
        <ul>
          {goals.map((g) => (
            <li key={g.id}>
              {m.goalMade}: <a href={`${plan}#maal-${g.id}`}>{g.title || m.openGoal}</a>
            </li>
          ))}
        </ul>
      )}
      {!wish && (
        <>
          <h3>{m.offersTitle}</h3>
          {services.length === 0 ? (
            <p>{m.offersNone}</p>
          ) : (
            <ul>
              {services.map((s) => (
                <li key={s.id}>
                  <strong>{s.name}</strong>, {s.department}. {s.what}{' '}
                  <a href={`${plan}/aktivitet/ny?note=${n.id}&tilbud=${s.id}`}>
                    {m.useOffer}
                    <span className="sr-only">: {s.name}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
          {!all && d.services.length > services.length && (
            <p>
              <a href="?alle=1">{m.offersAll}</a>
            </p>
          )}
          <p>{m.tailorText}</p>
          <LinkButton href={`${plan}/aktivitet/ny?note=${n.id}`}>{m.tailor}</LinkButton>
        </>
      )}
    </Card>
  )
}
