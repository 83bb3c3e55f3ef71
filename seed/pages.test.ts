import { beforeAll, expect, test } from 'vitest'
import { readConsentPage } from '#app/consent/read-consent-page.server.ts'
import { readWhatCanSee } from '#app/consent/read-what-can-see.server.ts'
import { readFamily } from '#app/families/read-family.server.ts'
import { readMyFamilies } from '#app/families/read-my-families.server.ts'
import { readIntake } from '#app/intake/read-intake.server.ts'
import { readTeam } from '#app/team/read-team.server.ts'
import { readFamilyHead } from '#app/overview/read-family-head.server.ts'
import { readPlan } from '#app/plan/read-plan.server.ts'
import { testKeys } from '#app/platform/crypto/keys.server.ts'
import { readPortalPlan } from '#app/portal/read-portal-plan.server.ts'
import { readFamilyLog } from '#app/rights/read-family-log.server.ts'
import { createTestDatabase, type TestDatabase } from '#test/database.ts'
import { seedDemo } from './demo.ts'
import { signedIn } from './testing.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await createTestDatabase()
  await seedDemo(t.ownerUrl, testKeys())
}, 180_000)

test('every family of the demo can be opened by its coordinator on every page', async () => {
  for (const name of ['koordinator', 'thisted-koordinator']) {
    const ctx = await signedIn(t, name)
    for (const { caseId, name: family } of (await readMyFamilies(ctx, { closed: true })).families) {
      for (const read of [readFamilyHead, readFamily, readPlan, readIntake, readTeam, readConsentPage, readFamilyLog]) {
        await read(ctx, { caseId }).catch((error: unknown) => {
          throw new Error(`${name} cannot read ${family}`, { cause: error })
        })
      }
      await readWhatCanSee(ctx, { caseId, sector: 'education' })
    }
  }
}, 120_000)

test('VIS-14: the intake team and the project manager open what waits for them', async () => {
  const { rows } = await t.owner.query<{ id: string }>(
    'select c.id from family_case c join referral r on r.case_id = c.id and r.municipality_id = c.municipality_id where c.municipality_id = 766 and r.decided_at is null',
  )
  for (const { id } of rows)
    for (const name of ['visitator', 'projektleder'])
      expect((await readIntake(await signedIn(t, name), { caseId: Number(id) })).caseId).toBe(Number(id))
})

test('mother, father and the young person see their own page', async () => {
  for (const name of ['mor', 'far', 'ung', 'thisted-mor', 'thisted-far', 'thisted-ung']) {
    expect(await readPortalPlan(await signedIn(t, name), {}), name).toBeTruthy()
  }
})

test('CON-12: the family sees that the duty officer opened its case', async () => {
  const { rows } = await t.owner.query<{ id: string; m: number; case_id: string }>(
    "select p.id, p.municipality_id as m, c.case_id from person p join case_person c on c.person_id = p.id and c.municipality_id = p.municipality_id where p.first_name = 'Pia' and p.last_name = 'Holmberg'",
  )
  const log = await readFamilyLog(await signedIn(t, { m: rows[0]!.m, kind: 'member', id: Number(rows[0]!.id) }), {
    caseId: Number(rows[0]!.case_id),
  })
  // By department and role: the officer is not of the family's team.
  expect(JSON.stringify(log.days)).toContain('Den sociale døgnvagt')
})
