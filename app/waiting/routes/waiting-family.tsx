import { redirect, useSearchParams } from 'react-router'
import { pick } from '#app/platform/i18n/messages.ts'
import { formAction, idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { asRefused, ConflictNotice, errorsOf, typed } from '#app/intake/components/refused.tsx'
import { typedDate } from '#app/intake/referral.ts'
import { ButtonGroup, ConfirmButton, LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Toast } from '#app/ui/feedback.tsx'
import { Select, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { Details, Note, Quote } from '#app/ui/text.tsx'
import { OfferForm } from '../components/offer-form.tsx'
import { moveFamily, writeWaitingLetter } from '../keep-waiting-list.server.ts'
import { da, en } from '../messages.ts'
import { offerPlace, withdrawPlace } from '../offer-place.server.ts'
import { readWaitingFamily, type WaitingFamilyPage } from '../read-waiting-family.server.ts'
import type { Route } from './+types/waiting-family.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readWaitingFamily(ctx, { caseId: idParam(params.caseId) }))

export const action = formAction(
  async ({ ctx, params, values }: PageArgs<Route.ActionArgs> & { values: Record<string, string | string[]> }) => {
    const caseId = idParam(params.caseId)
    const back = (what: string) => redirect(`/projekt/venteliste/${caseId}?gemt=${what}`)
    switch (values.do) {
      case 'move':
        await moveFamily(ctx, { caseId, place: values.place, reason: values.reason })
        return back('flyt')
      case 'letter':
        await writeWaitingLetter(ctx, { caseId, meanwhile: values.meanwhile, helperId: values.helperId })
        return back('brev')
      case 'withdraw':
        await withdrawPlace(ctx, { caseId, offerId: values.offerId, reason: values.reason })
        return back('1')
      default:
        await offerPlace(ctx, { ...values, caseId, answerBy: typedDate(values, 'answerBy') })
        return back('1')
    }
  },
)

/** One family on the list: its turn and why, the letter, and the place it is asked about. */
export default function WaitingFamily({ loaderData: page_, actionData }: Route.ComponentProps) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  const refused = asRefused(actionData)
  const saved = useSearchParams()[0].get('gemt')
  const { family } = page_
  return (
    <>
      <title>{`${m.familyTitle(family.name)} – Helhed`}</title>
      <BackLink href="/projekt/venteliste">{m.backToList}</BackLink>
      <ConflictNotice refused={refused} />
      <PageHead
        title={m.familyTitle(family.name)}
        lead={m.familyLead(family.place, page_.of, family.days)}
        action={
          <LinkButton variant="secondary" href={`/familier/${family.caseId}/optagelse`}>
            {m.toFamily}
          </LinkButton>
        }
      />
      {saved && !refused && <Toast>{saved === 'flyt' ? m.moved : saved === 'brev' ? m.letterDone : m.saved}</Toast>}
      <Offers page={page_} refused={refused} />
      <LetterPart page={page_} refused={refused} />
      <Card title={m.move} id="flyt">
        {family.moves.length === 0 ? (
          <Note>{m.noMoves}</Note>
        ) : (
          family.moves.map((one) => (
            <Quote key={one.id} small by={m.movedLine(formatDate(locale, one.on), one.by)}>
              {one.reason}
            </Quote>
          ))
        )}
        {page_.of > 1 && (
          <Details summary={m.move} open={refused?.values.do === 'move'}>
            <Form errors={errorsOf(refused, locale, {}, 'move')} prefix="m">
              <TextField
                name="place"
                label={m.moveTo}
                width="s"
                inputMode="numeric"
                value={typed(refused, 'place', String(family.place), 'move')}
              />
              <TextArea name="reason" label={m.moveReason} hint={m.moveReasonHint} rows={2} value={typed(refused, 'reason', '', 'move')} />
              <SubmitButton variant="secondary" name="do" value="move">
                {m.moveButton}
              </SubmitButton>
            </Form>
          </Details>
        )}
      </Card>
    </>
  )
}

type Props = { page: WaitingFamilyPage; refused: ReturnType<typeof asRefused> }
const Offers = ({ page: { family, workers, answerBy, free, proposed, may }, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (family.offers.length === 0 && (free === 0 || !may.offer)) return null
  const open = family.offer === 'open' ? family.asked : null
  return (
    <Card title={m.offers} id="plads" accent={family.offer === 'yes'}>
      {family.offers.map((one) => (
        <div key={one.id}>
          <p>
            {m.offerLine(formatDate(locale, one.offeredOn), one.caseworker, formatDate(locale, one.answerBy))}
            {one.answeredOn && one.answer && (
              <>
                . {m.answered(formatDate(locale, one.answeredOn))}: <strong>{m.answers[one.answer]}</strong>
              </>
            )}
            {one.withdrawnOn && <>. {m.withdrawn(formatDate(locale, one.withdrawnOn))}</>}
          </p>
          {(one.reason || one.withdrawReason || one.outOfTurn) && (
            <Quote small>{[one.outOfTurn, one.reason, one.withdrawReason].filter(Boolean).join(' · ')}</Quote>
          )}
        </div>
      ))}
      {family.offer === 'yes' && (
        <>
          <p>{m.yesDecide}</p>
          <LinkButton variant="primary" href={`/familier/${family.caseId}/optagelse#beslutning`}>
            {m.decide}
          </LinkButton>
        </>
      )}
      {may.offer && family.offer !== 'open' && family.offer !== 'yes' && free !== 0 && (
        <Details summary={m.offer} open={proposed || refused?.values.do === 'offer'}>
          <OfferForm family={family} workers={workers} answerBy={answerBy} early={!proposed} primary={proposed} refused={refused} />
        </Details>
      )}
      {may.offer && (open ?? (family.offer === 'yes' ? family.offers.at(-1) : null)) && (
        <Details summary={m.withdraw} open={refused?.values.do === 'withdraw'}>
          <Form errors={errorsOf(refused, locale, {}, 'withdraw')} prefix="w">
            <input type="hidden" name="offerId" value={family.offers.at(-1)?.id} />
            <TextField name="reason" label={m.withdrawReason} value={typed(refused, 'reason', '', 'withdraw')} />
            <ButtonGroup>
              <ConfirmButton label={m.withdraw} question={m.withdrawQuestion} confirm={m.withdrawYes} name="do" value="withdraw" />
            </ButtonGroup>
          </Form>
        </Details>
      )}
    </Card>
  )
}

const LetterPart = ({ page: { family, workers }, refused }: Props) => {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  return (
    <Card title={m.letter} id="brev">
      {family.letter && (
        <p>
          <a href={`/brev/${family.letter.id}`}>
            {m.openLetter} ({formatDate(locale, family.letter.on)})
          </a>
        </p>
      )}
      <Details summary={m.letterButton} open={family.letter === null || refused?.values.do === 'letter'}>
        <p>{m.letterText}</p>
        <Form errors={errorsOf(refused, locale, {}, 'letter')} prefix="b">
          <Select
            name="helperId"
            label={m.helper}
            placeholder
            options={workers.map((one) => ({ value: one.id, label: `${one.name}, ${one.department}` }))}
            value={typed(refused, 'helperId', family.referrer ? String(family.referrer.id) : '', 'letter')}
          />
          <TextArea name="meanwhile" label={m.meanwhile} hint={m.meanwhileHint} rows={3} value={typed(refused, 'meanwhile', '', 'letter')} />
          <SubmitButton variant="secondary" name="do" value="letter">
            {m.letterButton}
          </SubmitButton>
        </Form>
      </Details>
    </Card>
  )
}
