import { applyPack, planApply, shippedPack } from '#app/catalogue/apply-pack.server.ts'
import type pg from 'pg'
import { insertRow, insertRows, type Row } from './database.ts'
import type { Place } from './place.ts'
import { makeStaff, type NewStaff } from './staff.ts'

/* The people of the demo. Every name is invented; nobody here is from the documents the packs were made from. */

/** What each of them can do, for the list at sign-in; `order` puts the first way first. */
const CAN: Record<string, [order: number, da: string, en: string]> = {
  koordinator: [
    1,
    'Har 12 familier. Begynd her: se dagens opgaver, og åbn Familien Sørensen',
    'Has 12 families. Begin here: see today’s tasks and open the Sørensen family',
  ],
  koordinator2: [2, 'Koordinator med egne familier, afløser Anna', 'Coordinator with families of her own'],
  afloeser: [
    3,
    'Afløser: har kun de familier, der er givet videre i en ferie',
    'Substitute: has only the families handed over during a holiday',
  ],
  laerer: [
    4,
    'Ser præcis det, familierne har sagt ja til, at skolen må se',
    'Sees exactly what the families have agreed the school may see',
  ],
  'sagsbehandler-jobcenter': [5, 'Skriver jobcentrets mål ind i familiens plan', 'Writes the job centre’s goals into the family’s plan'],
  'sagsbehandler-familie': [
    6,
    'Henviser familier og kan dele uden samtykke, når loven siger det',
    'Refers families and may share without consent where the law says so',
  ],
  sundhedsplejerske: [7, 'Følger de mindste; helbred kræver et ja for sig', 'Follows the youngest; health needs a yes of its own'],
  visitator: [8, 'Visitationsteamet: behandler henvisninger og beslutter', 'Intake team: handles referrals and decides'],
  vagt: [
    9,
    'Den sociale døgnvagt: har ingen familier, men kan bruge nødadgang',
    'Child-protection duty: has no families, but may use emergency access',
  ],
  projektleder: [10, 'Giver familierne koordinatorer og følger projektet', 'Appoints coordinators and follows the project'],
  oekonom: [11, 'Følger udgifterne under sagsnummer, uden navne', 'Follows costs by case number, without names'],
  styregruppe: [12, 'Ser kun samlede tal, aldrig en enkelt familie', 'Sees only figures for groups, never a single family'],
  administrator: [13, 'Medarbejdere, afdelinger, regler og skabeloner', 'Staff, departments, rules and templates'],
  auditor: [14, 'Læser loggen over opslag og laver stikprøver', 'Reads the log of look-ups and does spot checks'],
}

const HEDENSTED: NewStaff[] = [
  { key: 'koordinator', name: 'Anna Holm', title: 'Koordinator', department: 'project', role: 'coordinator' },
  { key: 'koordinator2', name: 'Peter Bak', title: 'Koordinator', department: 'project', role: 'coordinator' },
  { key: 'afloeser', name: 'Sanne Lyng', title: 'Koordinator, afløser', department: 'project', role: 'coordinator' },
  { key: 'laerer', name: 'Line Krogh', title: 'Lærer', department: 'school-example', role: 'worker' },
  { key: 'sagsbehandler-jobcenter', name: 'Karim Aziz', title: 'Sagsbehandler', department: 'job-centre', role: 'worker' },
  {
    key: 'sagsbehandler-familie',
    name: 'Sofie Lund',
    title: 'Familierådgiver',
    department: 'family-department',
    role: 'authority-officer',
  },
  { key: 'sundhedsplejerske', name: 'Bodil Friis', title: 'Sundhedsplejerske', department: 'health-visitors', role: 'worker' },
  { key: 'visitator', name: 'Tove Riis', title: 'Visitator', department: 'project', role: 'intake-team', projectRole: 'intake-team' },
  { key: 'vagt', name: 'Niels Dam', title: 'Vagthavende socialrådgiver', department: 'duty', role: 'child-protection-duty' },
  {
    key: 'projektleder',
    name: 'Hanne Kjær',
    title: 'Projektleder',
    department: 'project',
    role: 'project-manager',
    projectRole: 'project-manager',
  },
  { key: 'oekonom', name: 'Ole Toft', title: 'Økonom', department: 'finance', role: 'economist', projectRole: 'economist' },
  {
    key: 'styregruppe',
    name: 'Grethe Busk',
    title: 'Styregruppen',
    department: 'administration',
    role: 'steering-group',
    projectRole: 'steering-group',
  },
  { key: 'administrator', name: 'Jens Ager', title: 'Administrator', department: 'administration', role: 'administrator' },
  { key: 'auditor', name: 'Vibeke Storm', title: 'Logansvarlig', department: 'administration', role: 'auditor' },
  {
    key: 'visitator2',
    name: 'Flemming Voss',
    title: 'Teamleder',
    department: 'family-department',
    role: 'intake-team',
    projectRole: 'intake-team',
  },
  { key: 'paedagog', name: 'Mikkel Vang', title: 'Pædagog', department: 'day-care-example', role: 'worker' },
  { key: 'psykolog', name: 'Rikke Damm', title: 'Psykolog', department: 'ppr', role: 'worker' },
  { key: 'voksen', name: 'Ulla Bro', title: 'Sagsbehandler', department: 'adult-social', role: 'worker' },
  { key: 'rusmiddel', name: 'Torben Fisker', title: 'Rusmiddelbehandler', department: 'integrated-effort', role: 'worker' },
  { key: 'vagtleder', name: 'Lis Holst', title: 'Leder af døgnvagten', department: 'duty', role: 'child-protection-manager' },
  { key: 'kontaktperson', name: 'Bjarne Mølgaard', title: 'Kontaktperson', department: 'family-department', role: 'worker' },
  { key: 'mentor', name: 'Jonna Skov', title: 'Social mentor', department: 'job-centre', role: 'worker' },
  { key: 'forening', name: 'Kurt Birk', title: 'Fritid til Alle', department: 'leisure-for-all', role: 'worker' },
]

const THISTED: NewStaff[] = [
  { key: 'koordinator', name: 'Mona Thy', title: 'Primær koordinator', department: 'project-team', role: 'coordinator' },
  { key: 'koordinator2', name: 'Jesper Klit', title: 'Sekundær koordinator', department: 'project-team', role: 'coordinator' },
  { key: 'afloeser', name: 'Birgit Hede', title: 'Koordinator, afløser', department: 'project-team', role: 'coordinator' },
  { key: 'laerer', name: 'Troels Vig', title: 'Lærer', department: 'school-example', role: 'worker' },
  { key: 'sagsbehandler-jobcenter', name: 'Dorthe Sand', title: 'Sagsbehandler', department: 'special-effort', role: 'worker' },
  { key: 'sagsbehandler-familie', name: 'Henrik Lynge', title: 'Familierådgiver', department: 'family-group', role: 'authority-officer' },
  { key: 'sundhedsplejerske', name: 'Asta Bjerre', title: 'Sundhedsplejerske', department: 'health-and-quality', role: 'worker' },
  {
    key: 'visitator',
    name: 'Kirsten Odde',
    title: 'Visitator',
    department: 'project-team',
    role: 'intake-team',
    projectRole: 'intake-team',
  },
  { key: 'vagt', name: 'Palle Strand', title: 'Vagthavende socialrådgiver', department: 'duty', role: 'child-protection-duty' },
  {
    key: 'projektleder',
    name: 'Lone Fjord',
    title: 'Projektleder',
    department: 'project-team',
    role: 'project-manager',
    projectRole: 'project-manager',
  },
  { key: 'oekonom', name: 'Svend Mølle', title: 'Økonom', department: 'administration', role: 'economist', projectRole: 'economist' },
  {
    key: 'styregruppe',
    name: 'Inger Hav',
    title: 'Styregruppen',
    department: 'administration',
    role: 'steering-group',
    projectRole: 'steering-group',
  },
  { key: 'administrator', name: 'Carsten Bak', title: 'Administrator', department: 'administration', role: 'administrator' },
  { key: 'auditor', name: 'Ruth Engelund', title: 'Logansvarlig', department: 'administration', role: 'auditor' },
  {
    key: 'visitator2',
    name: 'Egon Ravn',
    title: 'Afdelingsleder',
    department: 'child-and-family',
    role: 'intake-team',
    projectRole: 'intake-team',
  },
  { key: 'paedagog', name: 'Signe Marehalm', title: 'Pædagog', department: 'day-care-example', role: 'worker' },
  { key: 'psykolog', name: 'Gorm Lind', title: 'Psykolog', department: 'ppr', role: 'worker' },
  { key: 'voksen', name: 'Tina Hvas', title: 'Sagsbehandler', department: 'disability-psychiatry-addiction', role: 'worker' },
  { key: 'rusmiddel', name: 'Allan Krabbe', title: 'Rusmiddelbehandler', department: 'addiction-unit', role: 'worker' },
  { key: 'vagtleder', name: 'Bente Dige', title: 'Leder af døgnvagten', department: 'duty', role: 'child-protection-manager' },
  { key: 'budget', name: 'Helle Skov', title: 'Økonomivejleder', department: 'project-team', role: 'worker' },
]

/** The staff of both demo municipalities; user names in Thisted begin with `thisted-`. */
export async function makeDemoStaff(client: pg.Client, place: Place, today: string): Promise<void> {
  const [people, prefix] = place.code === 'thisted' ? [THISTED, 'thisted-'] : [HEDENSTED, '']
  await makeStaff(client, place, people, today, prefix)
  await insertRows(
    client,
    'demo_login',
    people.flatMap(({ key }): Row[] => {
      const can = CAN[key]
      const member = place.staff[key]
      return can && member
        ? [
            {
              municipality_id: place.municipalityId,
              username: member.username,
              kind: 'staff',
              staff_id: member.id,
              sort: can[0],
              description_da: can[1],
              description_en: can[2],
            },
          ]
        : []
    }),
  )
}

/** Members of one family who sign in themselves. */
export async function makeDemoMembers(client: pg.Client, place: Place, ids: { mor: number; far: number; ung: number }): Promise<void> {
  const prefix = place.code === 'thisted' ? 'thisted-' : ''
  const lines: [keyof typeof ids, string, string][] = [
    [
      'mor',
      'Ser sin families plan, siger hvem der må se hvad, og ser hvem der har kigget',
      'Sees her family’s plan, says who may see what, and sees who has looked',
    ],
    [
      'far',
      'Bor et andet sted og har del i forældremyndigheden. Et samtykke venter på hans svar',
      'Lives elsewhere and shares custody. One consent waits for his answer',
    ],
    ['ung', '16 år: skriver selv under og har sit eget mål', '16 years old: signs himself and has a goal of his own'],
  ]
  await insertRows(
    client,
    'demo_login',
    lines.map(([who, da, en], i) => ({
      municipality_id: place.municipalityId,
      username: prefix + who,
      kind: 'member',
      person_id: ids[who],
      sort: 20 + i,
      description_da: da,
      description_en: en,
    })),
  )
}

/** The country's own: no family, ever. */
export async function makeNational(client: pg.Client, today: string): Promise<void> {
  const m = { municipality_id: 0 }
  await client.query("insert into municipality values (0, 'landet', 'Landet')")
  await applyPack(client, 0, await planApply(client, 0, 'national-2014', await shippedPack('national-2014')))
  const department = await insertRow(client, 'department', {
    ...m,
    code: 'programme-office',
    name: 'Programkontoret',
    sector: 'coordination',
    phone: '00 00 00 00',
  })
  for (const [i, [username, name, title, role, da, en]] of (
    [
      [
        'programkontor',
        'Esther Munk',
        'Programkontoret',
        'programme-office',
        'Ser alle projekter side om side, uden personer',
        'Sees all projects side by side, without persons',
      ],
      ['evaluator', 'Viggo Dahl', 'Evaluator', 'evaluator', 'Får udtræk uden navne', 'Gets extracts without names'],
    ] as const
  ).entries()) {
    const id = await insertRow(client, 'staff', { ...m, username, name, title, created_at: today })
    await insertRow(client, 'post', { ...m, staff_id: id, department_id: department, role, valid_from: '2020-01-01' })
    await insertRows(client, 'demo_login', [
      { ...m, username, kind: 'national', staff_id: id, sort: i, description_da: da, description_en: en },
    ])
  }
}
