import type pg from 'pg'
import { deadlines, type Report } from '#app/concern/concern.ts'
import { seal } from '#app/concern/content.server.ts'
import { insertRow } from './database.ts'
import type { Place } from './place.ts'

/* Notifications of concern about invented children who are in none of the demo's families: one that waits for its assessment, one that has been through it all. */

type Written = { by: string; hoursAgo: number; danger?: boolean; report: Report; added?: string; assessed?: { hoursAfter: number; result: string; text: string }; receipt?: { hoursAfter: number; text: string } }
const child = (name: string, where: string) => [{ personId: null, name, born: null, cpr: null, where }]
const WRITTEN: Record<string, Written[]> = {
  hedensted: [
    {
      by: 'sundhedsplejerske', hoursAgo: 21 * 24,
      report: { children: child('Alma Vig', 'Dagplejen på Birkevej'), seen: 'Alma havde blå mærker på begge overarme. Hun sagde: "Jeg faldt ikke."', when: 'I dag ved besøget kl. 9', parents: 'told',
        parentsWords: 'Mor blev ked af det og sagde, at hun gerne vil have hjælp', done: 'Talt med dagplejen', reach: 'Mobil, hele dagen' },
      added: 'Dagplejen ringede: hun har set det samme i sidste uge.',
      assessed: { hoursAfter: 3, result: 'look-closer', text: 'Vi besøger familien i eftermiddag sammen med mor. Ikke akut.' },
      receipt: { hoursAfter: 4, text: 'Tak for din underretning. Vi har vurderet den og taler med familien.' },
    },
    {
      by: 'laerer', hoursAgo: 5,
      report: { children: child('Sander Holmgaard', '3. a på Bakkeskolen'), seen: 'Sander kom uden mad og overtøj for tredje dag i træk. Han sagde: "Der er ikke nogen hjemme om natten."', when: 'I dag i første time',
        parents: 'not-told', parentsWords: 'Jeg har ringet tre gange uden at få fat i dem', done: 'Sander har fået mad og sidder hos mig', reach: 'Skolens kontor til kl. 15' },
    },
  ],
  thisted: [],
}

/** Encrypted like every other; the clocks are the law's. Inside the transaction of the seed, as the owner. */
export async function writeConcerns(client: pg.Client, place: Place): Promise<void> {
  const { rows } = await client.query<{ now: Date }>('select access.now() as now')
  const now = rows[0]!.now.getTime()
  for (const one of WRITTEN[place.code] ?? []) await write(client, place, one, now - one.hoursAgo * 3_600_000)
}

async function write(client: pg.Client, place: Place, one: Written, written: number): Promise<void> {
  const m = place.municipalityId
  const who = (key: string) => place.staff[key]!.id
  const after = (hours: number) => new Date(written + hours * 3_600_000).toISOString()
  const sealed = (words: Parameters<typeof seal>[1]) => {
    const { content, key } = seal(m, words)
    return { municipality_id: m, content, content_key: key }
  }
  const due = deadlines(after(0), { assessHours: 24, remindBeforeHours: 4, receiptWorkingDays: 6 })
  const id = await insertRow(client, 'concern', { ...sealed(one.report), author_staff_id: who(one.by), danger: one.danger ?? false, reported_at: after(0), assess_by: due.assessBy, remind_at: due.remindAt, receipt_by: due.receiptBy })
  if (one.added) await insertRow(client, 'concern_addition', { ...sealed({ text: one.added }), concern_id: id, author_staff_id: who(one.by), added_at: after(2) })
  if (one.assessed)
    await insertRow(client, 'concern_assessment', { ...sealed({ text: one.assessed.text }), concern_id: id, assessed_by: who('vagt'), result: one.assessed.result, assessed_at: after(one.assessed.hoursAfter) })
  if (one.receipt) await insertRow(client, 'concern_receipt', { ...sealed({ text: one.receipt.text }), concern_id: id, sent_by: who('vagt'), sent_at: after(one.receipt.hoursAfter) })
  for (const step of ['new', 'soon', 'late'].slice(0, one.assessed ? 3 : 1)) await insertRow(client, 'concern_reminder', { municipality_id: m, concern_id: id, step, reminded_at: after(0) })
}
