import type { Words } from '#app/catalogue/pack-item.ts'
import type { PreparedConsent } from '#app/catalogue/pack-meetings.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { offerOf, partiesOf } from '#app/consent/templates.ts'

export type Prepared = { template: string; subjectId: number; party: string | null; label: Words }

/**
 * The consents to ask for at a meeting, one of its own for each text, person and party (CON-13): a yes to one is never a yes to another, and a yes to
 * the meeting is a yes to none. Parties: those of the kind, else the sectors that come; never one that the text does not offer.
 */
export function preparedFor(
  wanted: readonly PreparedConsent[],
  pack: Pack,
  part: { subjects: readonly { id: number; child: boolean }[]; sectors: readonly string[]; today: string },
): Prepared[] {
  return wanted.flatMap((w) => {
    const offer = offerOf(pack, w.template, part.today)
    if (!offer) return []
    const people = part.subjects.filter((p) => w.about === 'all' || p.child === (w.about === 'children'))
    const offered = partiesOf(offer)?.sectors ?? null
    const parties = offered === null ? [null] : offered.filter((s) => (w.parties.length > 0 ? w.parties : part.sectors).includes(s))
    return people.flatMap((p) => parties.map((party) => ({ template: w.template, subjectId: p.id, party, label: offer.label })))
  })
}
