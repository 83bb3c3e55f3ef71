import { peopleOf } from '#app/families/queries.server.ts'
import { query } from '#app/platform/command.server.ts'
import { NotFound } from '#app/platform/context.ts'
import { paperForm } from './compose.ts'
import { isCovered, OneInquiry } from './inquiry.ts'
import { coverIn, inquiriesOf, municipalityName } from './queries.server.ts'
import { coordinates, onCase } from '#app/families/case-rights.server.ts'

/** The request as a form on paper: names only those who are covered now. */
export const readPaper = query({
  event: 'inquiries.print',
  input: OneInquiry,
  case: ({ caseId }) => caseId,
  may: onCase(coordinates),
  async run(tx, ctx, { caseId, inquiryId }) {
    const [inquiry] = await inquiriesOf(tx, caseId, ctx.now, inquiryId)
    if (!inquiry || inquiry.cancelledOn !== null) throw new NotFound('inquiry')
    const cover = await coverIn(tx, caseId)
    const covered = inquiry.subjects.filter((id) => isCovered(inquiry, id, cover))
    if (covered.length === 0) throw new NotFound('inquiry')
    const people = await peopleOf(tx, [caseId], ctx.today)
    const me = await tx.selectFrom('staff').select(['name', 'title', 'phone']).where('id', '=', ctx.actor.id).executeTakeFirst()
    const letter = paperForm({
      locale: 'da',
      municipality: await municipalityName(tx, ctx.municipalityId),
      today: ctx.today,
      inquiry,
      people,
      covered,
      from: { name: me?.name ?? ctx.actor.name, title: me?.title ?? '', phone: me?.phone ?? '' },
    })
    return { letter, inquiry, covered }
  },
  concerns: ({ caseId }, r) => ({ caseId, personIds: r.covered, shelfIds: [r.inquiry.shelfId], details: { inquiry: r.inquiry.id } }),
})
