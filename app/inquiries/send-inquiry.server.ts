import { settingAt } from '#app/catalogue/pack-values.ts'
import { casePack } from '#app/catalogue/queries.server.ts'
import { giveTask, peopleOf } from '#app/families/queries.server.ts'
import { command } from '#app/platform/command.server.ts'
import { type Context, type FieldIssue, Invalid } from '#app/platform/context.ts'
import { refreshAccess, type Tx } from '#app/platform/db.server.ts'
import { planMessage } from '#app/platform/messages/plan-message.server.ts'
import { da } from './messages.ts'
import { en } from './messages-en.ts'
import { type Channel, coverOf, type Cover, type FormView, namedTooMany, SendInquiry } from './inquiry.ts'
import { sendLink } from './link-messages.server.ts'
import { colleaguesOf, coverIn, formsOf, unitsOf } from './queries.server.ts'
import { coordinates, onCase, wrong } from '#app/families/case-rights.server.ts'

/**
 * Asks a unit, a colleague or somebody outside for an update about named members (UDR-08, ORG-13). Refused for every person whom a consent or legal
 * basis does not cover both ways, and when the accompanying words name somebody else.
 */
export const sendInquiry = command({
  event: 'inquiries.send',
  input: SendInquiry,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, input) {
    const pack = await casePack(tx, input.caseId)
    const form = formsOf(pack, ctx.today).find((f) => f.code === input.form)
    if (!form) throw wrong('form', 'Vælg, hvem du spørger', 'Choose whom you ask')
    if (input.replyBy < ctx.today) throw wrong('replyBy', 'Vælg en dag, der kommer', 'Choose a day to come')
    await checkPeople(tx, ctx, input, form)
    const to = await recipientOf(tx, ctx, input, form)
    const questions = form.questions.filter((q) => input.questions.includes(q.code))
    if (questions.length === 0) throw wrong('questions', 'Vælg mindst ét spørgsmål', 'Choose at least one question')
    const row = await tx
      .insertInto('inquiry')
      .values({
        municipality_id: ctx.municipalityId,
        case_id: input.caseId,
        sector: 'coordination',
        category: form.tells,
        visibility: 'family',
        household_shared: false,
        subjects: input.personIds,
        form: form.code,
        to_sector: form.sector,
        department_id: to.departmentId,
        staff_id: to.staffId,
        recipient: to.name,
        channel: to.channel,
        asks_category: form.asks,
        names: form.names,
        questions: JSON.stringify(questions),
        message: input.message,
        sent_on: ctx.today,
        reply_by: input.replyBy,
      })
      .returning(['id', 'shelf_id', 'subjects'])
      .executeTakeFirstOrThrow()
    if (to.channel === 'link') {
      await refreshAccess(tx) // a shelf of its own may be new
      const rules = {
        allowed: form.confirm,
        extraDays: settingAt(pack, 'inquiryLinkExtraDays', ctx.today),
        tries: settingAt(pack, 'inquiryCodeTries', ctx.today),
      }
      const asked = { id: row.id, caseId: input.caseId, subjects: row.subjects, replyBy: input.replyBy }
      await sendLink(tx, ctx, asked, { ...input, address: input.address || to.email }, rules)
    }
    if (to.staffId !== null) await tellColleague(tx, ctx, input.caseId, row.id, to.staffId, input.replyBy)
    return { id: row.id, shelfId: row.shelf_id, subjects: row.subjects, channel: to.channel, sector: form.sector }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.subjects, shelfIds: [r.shelfId], details: { inquiry: r.id, to: r.sector, channel: r.channel } }),
})

/** What is missing for a person, said as on the page. */
function missing(form: FormView, name: string, subject: number, cover: readonly Cover[]): FieldIssue[] {
  const { asked, told } = coverOf(form, subject, cover)
  const say = (m: typeof da | typeof en) => {
    const sector = m.sectors[form.sector] ?? form.sector
    const parts = [...(asked ? [] : [m.ask.missingAsked(sector, form.asks)]), ...(told ? [] : [m.ask.missingTold(sector, form.tells)])]
    return `${name}: ${parts.join('; ')}`
  }
  return asked && told ? [] : [{ field: 'personIds', message: { da: say(da), en: say(en as typeof da) } }]
}

async function checkPeople(tx: Tx, ctx: Context, input: SendInquiry, form: FormView): Promise<void> {
  const people = (await peopleOf(tx, [input.caseId], ctx.today)).filter((p) => p.died === null)
  const cover = await coverIn(tx, input.caseId)
  const unknown = input.personIds.filter((id) => !people.some((p) => p.id === id && p.kind === 'person'))
  if (unknown.length > 0) throw wrong('personIds', 'Vælg nogen fra familien', 'Choose somebody of the family')
  const issues = people.filter((p) => input.personIds.includes(p.id)).flatMap((p) => missing(form, p.firstName, p.id, cover))
  if (issues.length > 0) throw new Invalid(issues)
  const named = namedTooMany(`${input.message}\n${input.outsideName}`, input.personIds, people)
  if (named.length > 0) {
    const names = named.map((p) => p.firstName).join(', ')
    throw wrong('message', `Du nævner ${names}, som spørgsmålet ikke handler om`, `You name ${names}, whom the question is not about`)
  }
}

type To = { name: string; departmentId: number | null; staffId: number | null; channel: Channel; email: string }
async function recipientOf(tx: Tx, ctx: Context, input: SendInquiry, form: FormView): Promise<To> {
  const [kind, id] = input.to.split(':')
  if (kind === 'department') {
    const unit = (await unitsOf(tx, form.sector, ctx.today)).find((u) => u.id === Number(id))
    if (!unit) throw wrong('to', 'Vælg en afdeling', 'Choose a department')
    return { name: unit.name, departmentId: unit.id, staffId: null, channel: input.channel, email: unit.email }
  }
  if (kind === 'staff') {
    const colleague = (await colleaguesOf(tx, input.caseId, form.sector, ctx.today)).find((s) => s.staffId === Number(id))
    if (!colleague) throw wrong('to', 'Vælg en, der er med om familien', 'Choose somebody who works with the family')
    return { name: colleague.name, departmentId: null, staffId: colleague.staffId, channel: 'login', email: '' }
  }
  return { name: input.outsideName, departmentId: null, staffId: null, channel: input.channel, email: '' }
}

async function tellColleague(tx: Tx, ctx: Context, caseId: number, inquiry: number, staffId: number, due: string): Promise<void> {
  await giveTask(tx, { caseId, staffId, code: 'inquiry', due, data: { inquiry } })
  await planMessage(tx, ctx, { to: { staffId }, template: 'task', caseId, key: `inquiry.task.${inquiry}` })
}
