import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Flag } from '#app/families/families.ts'
import { command } from '#app/platform/command.server.ts'
import { Invalid } from '#app/platform/context.ts'
import { encrypt } from '#app/platform/crypto/column-cipher.server.ts'
import { keys } from '#app/platform/crypto/keys.server.ts'
import { following } from '#app/progression/queries.server.ts'
import { collectExtract, extractBasis } from './collect-extract.server.ts'
import { extractKeyAad, FORMAT, MARKS } from './extract.ts'
import { newestDue } from './status.ts'
import { leadsAProject, MaybeProject, theProject } from './the-project.server.ts'

export const MakeExtract = z.object({
  projectId: MaybeProject,
  month: z.preprocess((v) => (typeof v === 'string' && /^\d{4}-\d{2}$/.test(v) ? `${v}-01` : v), z.iso.date().refine((d) => d.endsWith('-01'))),
  mark: z.enum(MARKS),
  destroyKey: Flag,
})

/**
 * Makes a delivery to the national evaluation (PROG-34, EVAL-05): every month until the chosen one, under pseudonyms of a key that is this delivery's alone. A row in the log of every
 * family that is in it. @throws Invalid when the month is not over and due yet, or when nobody may be in it
 */
export const makeExtract = command({
  event: 'evaluation.make-extract',
  input: MakeExtract,
  may: leadsAProject,
  async run(tx, ctx, input) {
    const { project, pack } = await theProject(tx, ctx, input.projectId)
    if (input.month > newestDue(ctx.today, following(pack, ctx.today).rules)) throw no('month', 'Måneden skal være forbi og registreret først.', 'The month must be over and registered first.')
    const key = randomBytes(32)
    const basis = extractBasis(pack, ctx.today)
    const made = await collectExtract(tx, ctx, { project, pack, month: input.month, mark: input.mark, basis, at: ctx.now, key })
    if (made.people === 0) throw no('', 'Ingen har et gyldigt samtykke til evaluering, så der er ingen at sende.', 'Nobody has a valid consent to evaluation, so there is nobody to send.')
    const row = await tx
      .insertInto('extract_delivery')
      .values({
        municipality_id: ctx.municipalityId,
        project_id: project.id,
        month: input.month,
        mark: input.mark,
        basis,
        format: FORMAT,
        made_at: ctx.now,
        made_by: ctx.actor.id,
        key: input.destroyKey ? null : encrypt(keys().cprKeys, key.toString('base64'), extractKeyAad(ctx.municipalityId, made.sha256)),
        key_destroyed_at: input.destroyKey ? ctx.now : null,
        file: made.file,
        sha256: made.sha256,
        families: made.families,
        people: made.people,
        left_out: made.leftOut,
        contents: JSON.stringify(made.contents),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id: row.id, sha256: made.sha256, people: made.people, leftOut: made.leftOut, concerns: made.concerns }
  },
  concerns: (_, r) => r.concerns.map((c) => ({ ...c, details: { delivery: r.id } })),
})

const no = (field: string, da: string, en: string) => new Invalid([{ field, message: { da, en } }])
