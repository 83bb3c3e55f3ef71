import { expect, test } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll, look, signIn } from './support.ts'

// Every page, by the role that uses it. CASE is a family of the demo that the role can see.
const PAGES: Record<string, string[]> = {
  koordinator: ['/familier/CASE/aftaler', '/familier/CASE/aftaler/ny', '/moeder', '/familier/CASE/moeder', '/familier/CASE/moeder/ny', '/familier', '/familier/ny', '/spoergsmaal', '/kommunen/afdelinger', '/familier/CASE', '/familier/CASE/planen', '/familier/CASE/planen/maal/nyt', '/familier/CASE/planen/aktivitet/ny',
    '/familier/CASE/planen/aftal', '/familier/CASE/planen/sammenlign?fra=1&til=2', '/familier/CASE/planen/sammenlign?fra=1&vis=side&alt=1', '/familier/CASE/planen/uger', '/familier/CASE/planen?ret=opfoelgning-0', '/familier/CASE/planen/udskrift', '/familier/CASE/planen/papir', '/familier/CASE/planen/sektorplaner', '/familier/CASE/planen/sektorplaner/ny', '/familier/CASE/situation', '/familier/CASE/situation/skriv?felt=strength', '/familier/CASE/situation/tema/icf', '/familier/CASE/situation/metoder',
    '/familier/CASE/situation/udredning', '/familier/CASE/situation/baggrund', '/familier/CASE/situation/forberedelse', '/metoder', '/familier/CASE/personer', '/familier/CASE/personer/ny', '/familier/CASE/personer/netvaerk',
    '/familier/CASE/personer/relation', '/familier/CASE/personer/skaerm', '/familier/CASE/netvaerk', '/familier/CASE/netvaerk?tabel=1&papir=baand', '/familier/CASE/netvaerk/ny', '/familier/CASE/netvaerk/baand', '/familier/CASE/netvaerk/moede', '/familier/CASE/netvaerk/tegning', '/familier/CASE/tidslinje', '/familier/CASE/tidslinje?vis=kvartal', '/familier/CASE/hjaelpere', '/familier/CASE/hjaelpere/formaal', '/familier/CASE/hjaelpere/skift', '/mit-kort', '/familier/CASE/moeder/aaret', '/familier/CASE/moeder/aaret/opfoelgning', '/familier/CASE/samtykke', '/familier/CASE/samtykke/ny', '/familier/CASE/samtykke/ark', '/familier/CASE/optagelse', '/familier/CASE/optagelse/afslut', '/familier/CASE/optagelse/plan-afslutning', '/familier/CASE/optagelse/flyt', '/familier/CASE/optagelse/doedsfald', '/overdraget', '/familier/CASE/har-set', '/familier/CASE/situation/spoergsmaal', '/familier/CASE/situation/spoergsmaal/ny', '/familier/CASE/situation/spoergsmaal/ny?skema=school',
    '/familier/CASE/logbog', '/familier/CASE/logbog?soeg=banken', '/familier/CASE/logbog?udskrift=1', '/familier/CASE/logbog/ny', '/familier/CASE/beskeder', '/projekt/gaa-med',
    '/familier/CASE/situation/helbred', '/familier/CASE/situation/screening',
    '/registrering', '/familier/CASE/registrering', '/familier/CASE/udvikling/fremmoede', '/familier/CASE/udvikling/udfordringer', '/familier/CASE/udvikling/skemaer', '/familier/CASE/udvikling/skemaer/ny', '/familier/CASE/udvikling/maalskala', '/familier/CASE/udvikling/egen', '/familier/CASE/udvikling', '/bekymret/CASE', '/bekymret/CASE/skriv', '/til-sagen', '/konto', '/soeg', '/tilgaengelighed', '/privatliv'],
  laerer: ['/familier/CASE/aftaler', '/i-dag', '/i-dag/kalender', '/familier', '/familier/CASE', '/familier/CASE/planen', '/familier/CASE/samtykke'],
  'sagsbehandler-familie': ['/optagelse/distrikter', '/familier/CASE/moeder/aaret/opfoelgning'],
  visitator: ['/optagelse', '/projekt/venteliste', '/familier/ny'],
  projektleder: ['/projekt/partnere', '/projekt/partnere/ny', '/i-dag', '/i-dag/fravaer', '/i-dag/overblik', '/projekt', '/projekt/siden-start', '/projekt/tal?tilstand=agreed', '/projekt/tal?mangler=sector-plan-missing', '/projekt/indsatser', '/projekt/registre', '/projekt/eksport', '/projekt/status', '/projekt/status?vis=startmaaling', '/projekt/sammenligning', '/projekt/udtraek', '/projekt/udvikling', '/projekt/maal', '/projekt/kriterier', '/projekt/maal/leisure-activity', '/projekt/virker', '/maal', '/projekt/gaa-med', '/projekt/koordinatorer', '/projekt/bemanding', '/familier', '/optagelse', '/optagelse/distrikter', '/projekt/venteliste', '/projekt/genvurdering'],
  administrator: ['/administration', '/administration/maaleredskaber', '/administration/medarbejdere', '/administration/medarbejdere/ny', '/administration/import', '/administration/pakker', '/administration/udbakke', '/kommunen/afdelinger'],
  vagt: ['/noedadgang', '/underretninger', '/bekymret', '/bekymret/skriv'],
  oekonom: ['/maal'],
  styregruppe: ['/maal'],
  evaluator: ['/udtraek'],
  programkontor: ['/nationen', '/nationen?efter=24', '/nationen/child-well-being'],
  mor: ['/min/skemaer', '/min/hvordan-gaar-det', '/min/udvikling', '/min/aftaler', '/min/aftaler/ny', '/min/opfoelgning', '/min/netvaerk', '/min/kalender', '/min/logbog', '/min/beskeder', '/min/plan', '/min/plan/delplaner', '/min/plan/raekkefoelge', '/min/situation', '/min/situation/skriv?felt=strength', '/min/samtykke', '/min/har-set'],
  far: ['/min/aftaler', '/min/moeder', '/min/netvaerk', '/min/logbog', '/min/beskeder', '/min/plan', '/min/samtykke', '/min/har-set'],
  ung: ['/min/hvordan-gaar-det', '/min/aftaler', '/min/netvaerk', '/min/logbog', '/min/beskeder', '/min/plan', '/min/samtykke', '/min/har-set'],
  'thisted-koordinator': ['/moeder', '/familier/CASE/moeder', '/familier', '/familier/CASE', '/familier/CASE/planen', '/familier/CASE/planen/sektorplaner'],
}

// Nothing here changes anything, so the roles may go side by side.
test.describe.configure({ mode: 'parallel' })

for (const [role, pages] of Object.entries(PAGES)) {
  test(`axe finds nothing on the pages of ${role}; nothing sticks out on a phone`, async ({ page }, info) => {
    test.setTimeout(30_000 + pages.length * 15_000)
    const errors: string[] = []
    page.on('pageerror', (e) => errors.push(`${page.url()}: ${e.message}`))
    page.on('console', (m) => m.type() === 'error' && !/40[34]|422|409/.test(m.text()) && errors.push(`${page.url()}: ${m.text()}`))
    await signIn(page, role)
    const family = pages.some((p) => p.includes('CASE')) ? await firstFamily(page) : ''
    for (const path of pages) {
      const address = path.replace('CASE', family)
      await page.setViewportSize({ width: 1280, height: 900 })
      const answer = await page.goto(address)
      expect.soft(answer?.status(), address).toBe(200)
      await expect.soft(page.locator('h1'), address).toHaveCount(1)
      await expect.soft(page).toHaveTitle(/\S/)
      await expectAccessible(page)
      await look(page, info, `${role}${path.replace(/[^a-z0-9]+/gi, '-')}`)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectNoSidewaysScroll(page)
      await look(page, info, `${role}${path.replace(/[^a-z0-9]+/gi, '-')}-phone`)
    }
    expect(errors).toEqual([])
  })
}

/** The family whose story is told furthest (two versions of the plan). */
async function firstFamily(page: import('@playwright/test').Page): Promise<string> {
  await page.goto('/familier')
  const href = await page.getByRole('link', { name: /Sørensen|Nørgaard/ }).first().getAttribute('href')
  return /\d+/.exec(href!)![0]
}
