import { z } from 'zod'
import type { ExitDuty } from '#app/catalogue/pack-work.ts'
import { said } from '#app/platform/i18n/field-errors.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { Day, Id, Ids, optionalText, text, Ticked } from './exit.ts'

/* A move and a death: what is typed, and who must be told by when. */

export const RegisterDeath = z.object({ caseId: Id, personId: Id, diedOn: Day })
export const UndoDeath = z.object({ caseId: Id, eventId: Id, reason: text(500) })

/** `home`: a home of the family, or 'new' one. `out`: they leave the municipality. `helpers`: what happens to each assignment. */
export const MoveFamily = z
  .object({
    caseId: Id,
    personIds: Ids.pipe(z.array(z.number()).min(1)),
    movedOn: Day,
    where: z.enum(['inside', 'out']),
    home: z.union([Id, z.literal('new')]).default('new'),
    homeName: optionalText(100),
    street: optionalText(200),
    postcode: optionalText(10),
    city: optionalText(100),
    protected: Ticked,
    to: optionalText(100),
    /** Relations that end with the move (a couple that parts). */
    endRelations: Ids,
    helpers: z.array(z.object({ assignmentId: Id, how: z.enum(['stays', 'ends', 'changes']), staffId: z.preprocess((v) => (v === '' ? null : (v ?? null)), Id.nullable()) })).default([]),
  })
  .superRefine((v, issues) => {
    const wrong = (path: string, texts: { da: string; en: string }) => issues.addIssue({ code: 'custom', ...said(texts, [path]) })
    if (v.where === 'out' && v.to === '') wrong('to', { da: 'Skriv, hvilken kommune de flytter til', en: 'Write which municipality they move to' })
    if (v.where === 'inside' && v.street === '' && v.home === 'new') wrong('street', { da: 'Skriv den nye adresse', en: 'Write the new address' })
    for (const [i, helper] of v.helpers.entries())
      if (helper.how === 'changes' && helper.staffId === null) wrong(`helpers.${i}.staffId`, { da: 'Vælg, hvem der tager over', en: 'Choose who takes over' })
  })
export type MoveFamily = z.output<typeof MoveFamily>

/** The helpers of the form: `helper.<assignment>` says how, `helperWho.<assignment>` who takes over. */
export function helpersFromForm(values: Record<string, string | string[]>): Record<string, unknown>[] {
  return Object.entries(values).flatMap(([field, how]) => {
    const [, id] = /^helper\.(\d{1,15})$/.exec(field) ?? []
    return id ? [{ assignmentId: id, how, staffId: values[`helperWho.${id}`] ?? '' }] : []
  })
}

export type Told = { duty: ExitDuty; staffId: number | null; due: string }

/**
 * Who does what, by when: the helper of the duty's sector, else the coordinator. Without anybody of that sector it is the coordinator's too, so
 * that nothing falls between two chairs.
 */
export function whoIsTold(
  duties: readonly ExitDuty[],
  happened: { on: ExitDuty['on'][number]; day: string; children: boolean },
  team: readonly { staffId: number; sector: string; role: string }[],
): Told[] {
  const coordinator = team.find((one) => one.role === 'coordinator')?.staffId ?? null
  return duties
    .filter((duty) => duty.on.includes(happened.on) && (!duty.onlyChildren || happened.children))
    .map((duty) => ({
      duty,
      staffId: (duty.sector === null ? null : team.find((one) => one.sector === duty.sector)?.staffId) ?? coordinator,
      due: addDays(happened.day, duty.withinDays),
    }))
}
