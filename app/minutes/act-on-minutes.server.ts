import { dateValues } from '#app/plan/date-values.server.ts'
import { makeVersion } from '#app/plan/make-version.server.ts'
import type { Context } from '#app/platform/context.ts'
import { answerMinutes, releaseDisagreement, undoAnswer } from './answer-minutes.server.ts'
import { beginMinutes } from './begin-minutes.server.ts'
import { readMinutes } from './read-minutes.server.ts'
import { sendMinutes } from './send-minutes.server.ts'
import { notePlanVersion, setTookPart } from './set-took-part.server.ts'
import { dropPoint, writePoint } from './write-point.server.ts'

type Values = Record<string, string | string[]>
/** What was done, for the toast, and where on the page. */
export type Acted = { done: string; part: string }

/** The forms of the staff's and of the family's page: `intent` says which verb. */
export async function actOnMinutes(ctx: Context, at: { caseId: number; meetingId: number }, form: FormData, values: Values): Promise<Acted> {
  const given = { ...values, ...dateValues(form, ['saidOn']), ...at }
  switch (values['intent']) {
    case 'begin':
      await beginMinutes(ctx, given)
      return { done: '', part: 'punkter' }
    case 'took-part':
      await setTookPart(ctx, given)
      return { done: 'gemt', part: 'hvem' }
    case 'point': {
      const { id } = await writePoint(ctx, given)
      return { done: 'gemt', part: `punkt-${id}` }
    }
    case 'drop-point': {
      const { id, revision } = await dropPoint(ctx, given)
      return { done: `ude-${id}-${revision}`, part: 'punkter' }
    }
    case 'point-back': {
      const { id } = await dropPoint(ctx, { ...given, back: 'yes' })
      return { done: 'gemt', part: `punkt-${id}` }
    }
    case 'send':
      await sendMinutes(ctx, given)
      return { done: 'sendt', part: 'send' }
    case 'plan':
      await nextPlan(ctx, at)
      return { done: 'plan', part: 'planen' }
    case 'release':
      await releaseDisagreement(ctx, given)
      return { done: 'vist', part: 'svar' }
    case 'undo-answer':
      await undoAnswer(ctx, given)
      return { done: 'taget', part: 'svar' }
    default:
      await answerMinutes(ctx, { ...given, personId: values['intent'] === 'answer-for' ? values['personId'] : '' })
      return { done: 'svar', part: 'svar' }
  }
}

/** What was changed at the meeting becomes the plan's next version, agreed on that day with those who were there. */
async function nextPlan(ctx: Context, at: { caseId: number; meetingId: number }): Promise<void> {
  const page = await readMinutes(ctx, at)
  const present = page.content.tookPart.flatMap((t) => (t.present && t.name ? [t.name] : []))
  const { number } = await makeVersion(ctx, { caseId: at.caseId, agreedOn: page.meeting.on, atMeeting: page.may.approvesPlan ? 'on' : '', present: present.join(', ').slice(0, 500) })
  await notePlanVersion(ctx, { ...at, number })
}
