import { sql } from 'kysely'
import type { Tx } from '#app/platform/db.server.ts'
import type { Context } from '#app/platform/context.ts'
import { AskedQuestion, kindOf, type Partner, type Round } from './partner-survey.ts'

type CountRow = { survey_id: number; invited: number; answered: number; question: string | null; value: number | null; n: number | null }

/** The rounds of a project, the newest first, with what may be shown of them (GOAL-07). For those with a role in the project; nobody else sees any. */
export async function roundsOf(tx: Tx, projectId: number, today: string): Promise<Round[]> {
  const surveys = await tx.selectFrom('partner_survey').select(['id', 'questions', 'opened_on', 'closes_on', 'closed_on', 'least']).where('project_id', '=', projectId).orderBy('id', 'desc').execute()
  if (surveys.length === 0) return []
  const { rows } = await sql<CountRow>`select * from access.survey_counts(${projectId})`.execute(tx)
  return surveys.map((s) => {
    const mine = rows.filter((r) => r.survey_id === s.id)
    const byQuestion = Map.groupBy(mine.filter((r) => r.question !== null), (r) => r.question ?? '')
    return {
      id: s.id,
      openedOn: s.opened_on,
      closesOn: s.closes_on,
      over: s.closed_on !== null || s.closes_on < today,
      least: s.least,
      invited: mine[0]?.invited ?? 0,
      answered: mine[0]?.answered ?? 0,
      questions: AskedQuestion.array().parse(s.questions),
      counts: [...byQuestion].map(([question, list]) => ({ question, values: [1, 2, 3, 4, 5].map((value) => list.find((r) => r.value === value)?.n ?? 0) })),
    }
  })
}

/** Whom a round was sent to; for who runs the project. @throws Forbidden for others */
export async function partnersOf(tx: Tx, surveyId: number): Promise<Partner[]> {
  const { rows } = await sql<Omit<Partner, 'kind'> & { kind: string }>`select * from access.survey_partners(${surveyId})`.execute(tx)
  return rows.map((r) => ({ ...r, kind: kindOf(r.kind) }))
}
export async function wordsOf(tx: Tx, surveyId: number): Promise<string[]> {
  const { rows } = await sql<{ words: string }>`select * from access.survey_words(${surveyId})`.execute(tx)
  return rows.map((r) => r.words)
}

/** The projects that the actor runs today, by name. */
export async function projectsRun(tx: Tx, ctx: Context): Promise<{ id: number; name: string }[]> {
  if (ctx.actor.kind !== 'staff') return []
  return tx
    .selectFrom('project_role as r')
    .innerJoin('project as p', (j) => j.onRef('p.id', '=', 'r.project_id').onRef('p.municipality_id', '=', 'r.municipality_id'))
    .select(['p.id', 'p.name'])
    .distinct()
    .where('r.staff_id', '=', ctx.actor.id)
    .where('r.role', '=', 'project-manager')
    .where('r.valid_from', '<=', ctx.today)
    .where((e) => e.or([e('r.valid_until', 'is', null), e('r.valid_until', '>=', ctx.today)]))
    .orderBy('p.name')
    .execute()
}
export async function municipalityName(tx: Tx, municipalityId: number): Promise<string> {
  return (await tx.selectFrom('municipality').select('name').where('municipality_id', '=', municipalityId).executeTakeFirstOrThrow()).name
}
