import { proposeConsents } from '#app/consent/propose-consents.server.ts'
import type { Context } from '#app/platform/context.ts'
import { type Values, withDates } from '#app/platform/forms/form-values.ts'
import { dropAgendaPoint, moveAgendaPoint, setAgendaPoint } from './agenda.server.ts'
import { cancelMeeting } from './change-meeting.server.ts'
import { inviteToMeeting, sayYes, undoOnBehalf } from './invite.server.ts'
import { addParticipant, changeParticipant, restoreParticipant, withdrawParticipant, writeContribution } from './participants.server.ts'
import { readMeeting } from './read-meeting.server.ts'
import { endSeries, startSeries } from './series.server.ts'

const VERBS = {
  add: addParticipant,
  withdraw: withdrawParticipant,
  restore: restoreParticipant,
  'change-participant': changeParticipant,
  contribution: writeContribution,
  point: setAgendaPoint,
  'drop-point': dropAgendaPoint,
  'move-point': moveAgendaPoint,
  yes: sayYes,
  undo: undoOnBehalf,
  invite: inviteToMeeting,
  cancel: cancelMeeting,
  series: startSeries,
  'end-series': endSeries,
} as const

/** What a form of the meeting's page asks for (`intent`), by staff or by the family. Returns where on the page it was. */
export async function actOnMeeting(ctx: Context, caseId: number, meetingId: number, values: Values): Promise<string> {
  const intent = String(values['intent'])
  if (intent === 'consents') {
    await prepareConsents(ctx, caseId, meetingId)
    return 'samtykker'
  }
  const verb = VERBS[intent as keyof typeof VERBS]
  if (!verb) throw new Error(`unknown intent ${intent}`)
  await verb(ctx, { ...withDates(values, ['onBehalfOn', 'bookedOn']), caseId, meetingId })
  return ['point', 'drop-point', 'move-point'].includes(intent) ? 'dagsorden' : ['yes', 'invite', 'undo'].includes(intent) ? 'ja' : 'hvem'
}

/** The kind's consents, each its own (CON-13), written down by the consents' own verb as not yet answered. */
export async function prepareConsents(ctx: Context, caseId: number, meetingId: number): Promise<number> {
  const page = await readMeeting(ctx, { caseId, meetingId })
  const wanted = page.consents.filter((c) => c.consentId === null)
  if (wanted.length === 0) return 0
  const made = await proposeConsents(ctx, {
    caseId,
    consents: wanted.map((c) => ({ template: c.template, subjectId: c.subjectId, party: c.party ?? '', from: page.today, until: '', healthAgreement: '' })),
  })
  return made.consentIds.length
}
