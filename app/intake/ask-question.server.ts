import { z } from 'zod'
import { command, query } from '#app/platform/command.server.ts'
import { Conflict } from '#app/platform/context.ts'
import { myDepartments, projectsWithRole } from './queries.server.ts'
import { AnswerQuestion, AskQuestion } from './referral.ts'

/** A question to the intake team without any personal data, for a family that has not (yet) said yes. Anybody with a post may ask. */
export const askWithoutIdentity = command({
  event: 'intake.ask-without-identity',
  input: AskQuestion,
  may: async (tx, ctx, input) => (await myDepartments(tx, ctx)).some((one) => one.id === input.departmentId),
  run: async (tx, ctx, input) =>
    tx
      .insertInto('question_without_identity')
      .values({
        municipality_id: ctx.municipalityId,
        department_id: input.departmentId,
        asked_by: ctx.actor.id,
        asked_at: ctx.now,
        question: input.question,
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  concerns: (_, result) => ({ personIds: [], bases: [], details: { question: result.id } }),
})

/** The intake team's answer; given once. @throws Conflict 'already-answered' */
export const answerQuestion = command({
  event: 'intake.answer-question',
  input: AnswerQuestion,
  may: async (tx, ctx) => (await projectsWithRole(tx, ctx, ['intake-team'])).length > 0,
  run: async (tx, ctx, input) => {
    const changed = await tx
      .updateTable('question_without_identity')
      .set({ answer: input.answer, answered_by: ctx.actor.id, answered_at: ctx.now })
      .where('id', '=', input.questionId)
      .where('answered_at', 'is', null)
      .executeTakeFirst()
    if (Number(changed.numUpdatedRows) === 0) throw new Conflict('already-answered')
    return { id: input.questionId }
  },
  concerns: ({ questionId }) => ({ personIds: [], bases: [], details: { question: questionId } }),
})

/** The questions: one's own; for the intake team all of them, the unanswered first. */
export const readQuestions = query({
  event: 'intake.read-questions',
  input: z.object({}),
  may: async (tx, ctx) => (await myDepartments(tx, ctx)).length > 0,
  run: async (tx, ctx) => {
    const mayAnswer = (await projectsWithRole(tx, ctx, ['intake-team'])).length > 0
    const rows = await tx
      .selectFrom('question_without_identity as q')
      .innerJoin('department as d', (j) => j.onRef('d.id', '=', 'q.department_id').onRef('d.municipality_id', '=', 'q.municipality_id'))
      .leftJoin('staff as s', (j) => j.onRef('s.id', '=', 'q.answered_by').onRef('s.municipality_id', '=', 'q.municipality_id'))
      .select(['q.id', 'q.question', 'q.answer', 'q.asked_at', 'q.answered_at', 'd.name as department', 's.name as answeredBy'])
      .$if(!mayAnswer, (q) => q.where('q.asked_by', '=', ctx.actor.id))
      .orderBy('q.answered_at', (o) => o.desc().nullsFirst())
      .orderBy('q.asked_at')
      .limit(200)
      .execute()
    const questions = rows.map((row) => ({
      id: row.id,
      question: row.question,
      department: row.department,
      askedAt: row.asked_at,
      answer: row.answered_at === null ? null : { text: row.answer, by: row.answeredBy ?? '', at: row.answered_at },
    }))
    return { questions, mayAnswer, departments: await myDepartments(tx, ctx) }
  },
  concerns: (_, { questions }) => ({ personIds: [], bases: [], details: { questions: questions.length } }),
})
