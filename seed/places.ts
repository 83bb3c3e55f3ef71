import type pg from 'pg'
import { applyPack, planApply, shippedPack } from '#app/catalogue/apply-pack.server.ts'
import type { Pack } from '#app/catalogue/pack.ts'
import { addMonths } from '#app/platform/time/plain-date.ts'
import { insertRow, insertRows, type Row } from './database.ts'
import type { Place } from './place.ts'

/** Departments that a pack does not name, because every municipality calls them differently. */
const OWN_UNITS = [
  { code: 'project', name: 'Projektet', sector: 'coordination' },
  { code: 'administration', name: 'Administrationen', sector: 'coordination' },
  { code: 'duty', name: 'Den sociale døgnvagt', sector: 'family-department' },
]
/** So that every sector of the access rules has a door to knock on. */
const FILLERS: Record<string, string> = {
  'adult-social': 'Voksen og handicap',
  addiction: 'Rusmiddelcentret',
  psychiatry: 'Psykiatrisk støttecenter',
  housing: 'Boligrådgivningen',
  'general-practice': 'De praktiserende læger',
  'civil-society': 'Frivilligcentret',
  health: 'Sundhedsplejen',
  education: 'Skole og dagtilbud',
  employment: 'Jobcentret',
  'family-department': 'Familieafdelingen',
}
const SERVICES: Record<string, [name: string, what: string, how: string]> = {
  employment: [
    'Praktik og virksomhedskontakt',
    'Finder praktik, der passer til hverdagen',
    'Ring til jobcentret, eller spørg din koordinator',
  ],
  'family-department': ['Familievejledning', 'Hjælp hjemme hos jer, når hverdagen driller', 'Din rådgiver kan sætte det i gang'],
  health: ['Åben konsultation', 'Råd om søvn, mad og trivsel', 'Kom forbi tirsdag kl. 13-15'],
  education: ['Trivselsteam', 'Hjælper, når et barn ikke vil i skole', 'Læreren eller pædagogen kalder teamet ind'],
  'civil-society': [
    'Fritidspas',
    'Betaler kontingent og udstyr, så børn kan gå til noget',
    'Skriv til foreningen, eller spørg din koordinator',
  ],
}

export type NewPlace = {
  municipalityId: number
  code: string
  name: string
  projectCode: string
  projectName: string
  pack: string
  capacity: number
  today: string
}

const packs = new Map<string, Promise<Pack>>()
/** The files are read once, however many places are made. */
function packOnce(code: string): Promise<Pack> {
  const pack = packs.get(code) ?? shippedPack(code)
  packs.set(code, pack)
  return pack
}

/** A municipality with its pack applied, its departments and its project; nobody works there yet. */
export async function makePlace(client: pg.Client, p: NewPlace): Promise<Place> {
  const m = { municipality_id: p.municipalityId }
  await client.query('insert into municipality values ($1, $2, $3)', [p.municipalityId, p.code, p.name])
  const pack = await packOnce(p.pack)
  await applyPack(client, p.municipalityId, await planApply(client, p.municipalityId, p.pack, pack))
  const departments = await makeDepartments(client, p, unitsOf(pack))
  const projectId = await insertRow(client, 'project', {
    ...m,
    code: p.projectCode,
    name: p.projectName,
    pack: p.pack,
    capacity: p.capacity,
    valid_from: addMonths(p.today, -18),
  })
  return { municipalityId: p.municipalityId, code: p.code, name: p.name, projectId, departments, staff: {}, pack }
}

type Unit = { code: string; name: string; sector: string }
function unitsOf(pack: Pack): Unit[] {
  const named = pack.units.map((unit) => ({
    code: unit.code,
    name: unit.label.da.replace(/ \(eksempel\)$/, ''),
    sector: unit.sector ?? 'coordination',
  }))
  const fillers = Object.entries(FILLERS)
    .filter(([sector]) => !named.some((unit) => unit.sector === sector))
    .map(([sector, name]) => ({ code: sector, name, sector }))
  return [...OWN_UNITS, ...named, ...fillers]
}

async function makeDepartments(client: pg.Client, p: NewPlace, units: readonly Unit[]): Promise<Record<string, number>> {
  const ids: Record<string, number> = {}
  const services: Row[] = []
  for (const [i, unit] of units.entries()) {
    ids[unit.code] = await insertRow(client, 'department', {
      municipality_id: p.municipalityId,
      code: unit.code,
      name: unit.name,
      sector: unit.sector,
      phone: inventedPhone(p.municipalityId, i),
      email: `${unit.code}@${p.code}.example`,
      valid_from: addMonths(p.today, -120),
    })
    const offer = SERVICES[unit.sector]
    if (offer && !services.some((s) => s['name'] === offer[0])) {
      services.push({
        municipality_id: p.municipalityId,
        department_id: ids[unit.code],
        name: offer[0],
        what: offer[1],
        how_to_reach: offer[2],
        valid_from: addMonths(p.today, -24),
      })
    }
  }
  await insertRows(client, 'service', services)
  return ids
}

/** No Danish number begins with 00: it can never ring at somebody's. */
export function inventedPhone(municipalityId: number, n: number): string {
  const digits = `00${String(municipalityId % 1000).padStart(3, '0')}${String(n % 1000).padStart(3, '0')}`
  return digits.replace(/(\d\d)(?=\d)/g, '$1 ')
}
