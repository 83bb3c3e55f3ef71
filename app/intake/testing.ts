import { ownPack } from '#app/catalogue/testing.ts'
import { insert } from '#test/world.ts'
import type { TestDatabase } from '#test/database.ts'
import type { World } from '#test/world.ts'

export { applyShippedPack } from '#app/catalogue/testing.ts'

/** For tests: consents by their code in the pack for these people, signed by Mette, as the owner writes them. */
export async function signTemplates(
  t: TestDatabase,
  w: Pick<World, 'municipalityId' | 'caseId' | 'people'>,
  project: string,
  codes: string[],
  subjects: number[],
): Promise<number[]> {
  const pack = await ownPack(project)
  const ids: number[] = []
  for (const code of codes) {
    const template = [...pack.minimumConsents, ...pack.intakeConsents].find((one) => one.code === code)
    if (!template) throw new Error(`no consent ${code}`)
    for (const subject of subjects) {
      const from = new Date(Date.now() - 10 * 86_400_000).toISOString().slice(0, 10)
      const id = await insert(t, 'consent', {
        municipality_id: w.municipalityId,
        case_id: w.caseId,
        subject_id: subject,
        purpose: template.purpose,
        template: code,
        from_sectors: template.fromSectors,
        to_sectors: template.toSectors,
        categories: template.categories,
        valid_from: from,
        given_how: 'signed',
      })
      await insert(t, 'consent_signer', {
        municipality_id: w.municipalityId,
        consent_id: id,
        signer_id: w.people.mette,
        asked_at: from,
        asked_channel: 'meeting',
        signed_at: from,
        signed_how: 'signed',
      })
      ids.push(id)
    }
  }
  return ids
}
export const MINIMUM = ['holistic-plan', 'first-meeting']
export const INTAKE = ['consider-intake']
