import { redirect } from 'react-router'
import type { Context } from '#app/platform/context.ts'
import { findMyCase } from './only-case.server.ts'

/** The case of a page about one meeting: `?sag=12`, or the member's only one. @throws a redirect to the choice when there are several */
export async function meetingCase(ctx: Context, request: Request): Promise<number> {
  const { caseId } = await findMyCase(ctx, { caseId: new URL(request.url).searchParams.get('sag') })
  if (caseId === null) throw redirect('/min/moeder')
  return caseId
}
