import { applyShippedPack } from '#app/intake/testing.ts'
import { decrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import { bodyAad, type MessageBody } from '#app/platform/messages/message.ts'
import type { TestDatabase } from '#test/database.ts'
import { consent, type World } from '#test/world.ts'

/** Consents both ways between the coordination and a sector, for these people: what a request to that sector needs. */
export async function consentsBothWays(t: TestDatabase, w: World, sector: string, category: string, people: number[], signers = [w.people.mette]): Promise<number[]> {
  const ids: number[] = []
  for (const subject of people) {
    ids.push(await consent(t, w, { subject, from: [sector], to: ['coordination'], categories: [category], signers }))
    ids.push(await consent(t, w, { subject, from: ['coordination'], to: [sector], categories: ['plan'], signers }))
  }
  return ids
}
/** The pack, and a mail address at the school's department. */
export async function prepareInquiries(t: TestDatabase, w: World, pack = 'hedensted'): Promise<void> {
  await applyShippedPack(t, w.municipalityId, pack)
  await t.owner.query(`update department set email = 'skolen@kommune.example' where municipality_id = $1 and id = $2`, [w.municipalityId, w.departments['education']])
}
export const inDays = (n: number): string => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)

/** The input of a request to the school about these people; by link with an agreed word. */
export const aRequest = (w: World, over: Record<string, unknown> = {}) => ({
  caseId: w.caseId,
  form: 'school',
  to: `department:${w.departments['education']}`,
  channel: 'link',
  address: '',
  codeBy: 'agreed',
  agreedWord: 'grøn traktor',
  personIds: [w.people.ida],
  questions: ['works', 'worries', 'dates'],
  message: '',
  replyBy: inDays(14),
  ...over,
})

type Sent = { template: string; channel: string; subject: string; text: string; id: number; cancelled_at: string | null }
/** The messages that went to holders of links, with their texts as they go out. */
export async function linkMessages(t: TestDatabase, municipalityId: number): Promise<Sent[]> {
  const { rows } = await t.owner.query<{ template: string; channel: string; subject: string; key: string; body: Buffer; id: string; cancelled_at: string | null }>(
    'select id, template, channel, subject, key, body, cancelled_at from message where municipality_id = $1 and inquiry_link_id is not null order by id',
    [municipalityId],
  )
  return rows.map((r) => ({
    template: r.template,
    channel: r.channel,
    subject: r.subject,
    id: Number(r.id),
    cancelled_at: r.cancelled_at,
    text: (JSON.parse(decrypt(keys().cprKeys, r.body, bodyAad(municipalityId, r.key))) as MessageBody).text,
  }))
}
/** The token of the newest link that was sent. */
export async function newestToken(t: TestDatabase, municipalityId: number): Promise<string> {
  const last = (await linkMessages(t, municipalityId)).filter((m) => m.template === 'inquiry').at(-1)
  return /\/svar\/([A-Za-z0-9_-]+)/.exec(last?.text ?? '')?.[1] ?? ''
}
