import pg from 'pg'
import type { Config } from '#app/platform/config.server.ts'
import { setKeys } from '#app/platform/crypto/keys.server.ts'
import { addDays } from '#app/platform/time/plain-date.ts'
import { insertRows } from './database.ts'
import { hedenstedStories } from './hedensted/stories.ts'
import { writeLooks } from './looks.ts'
import { makeDemoMembers, makeDemoStaff, makeNational } from './people.ts'
import type { Place } from './place.ts'
import { makePlace } from './places.ts'
import { publishPastMonths } from './rows-goals.ts'
import { projectWayRows } from './rows-situation.ts'
import { TABLES } from './rows.ts'
import { writePartnerSurveys } from './rows-partner-survey.ts'
import type { Story } from './story.ts'
import { numberInOrder } from './synthetic.ts'
import { thistedStories } from './thisted/stories.ts'
import { writeWaiting } from './rows-waiting.ts'
import { cprCounter, writeStories } from './write.ts'
import { writeTeam } from './rows-team.ts'
import { writeConcerns } from './rows-concern.ts'
import { writeExits } from './rows-exit.ts'
import { writeFilings } from './rows-filing.ts'

const PLACES = [
  {
    municipalityId: 766,
    code: 'hedensted',
    name: 'Hedensted',
    projectCode: 'familier-paa-vej',
    projectName: 'Familier på Vej',
    pack: 'hedensted',
    capacity: 25,
    stories: hedenstedStories,
  },
  {
    municipalityId: 787,
    code: 'thisted',
    name: 'Thisted',
    projectCode: 'haand-om-egen-familie',
    projectName: 'Hånd om Egen Familie',
    pack: 'thisted',
    capacity: 25,
    stories: thistedStories,
  },
]

/**
 * Two municipalities side by side with their people and families, and the national office: what a demo shows. All in one transaction, so
 * that a first start that is cut off leaves nothing behind. The database must be migrated and empty of municipalities.
 * @param today the day everything is counted back from; default today in Copenhagen
 */
export async function seedDemo(
  ownerUrl: string,
  config: Pick<Config, 'cprKeys' | 'cprSearchKey'>,
  say: (line: string) => void = () => {},
  today?: string,
): Promise<void> {
  setKeys(config)
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'helhed-seed' })
  await client.connect()
  try {
    await client.query('begin')
    const day = today ?? (await client.query<{ day: string }>('select access.day(access.now())::text as day')).rows[0]!.day
    await makeNational(client, day)
    for (const { stories, ...place } of PLACES) await demoPlace(client, { ...place, today: day }, stories, say)
    await client.query('commit')
    await publishPastMonths(ownerUrl, day)
    await client.query(`analyze ${['shelf', 'staff', 'post', 'department', ...TABLES].join(', ')}`)
  } finally {
    await client.end()
  }
}

/** Questions to the intake team about nobody in particular: one answered, one that waits. */
async function askQuestions(client: pg.Client, place: Place, today: string): Promise<void> {
  const by = (key: string) => place.staff[key]?.id
  const department_id = place.departments['project'] ?? place.departments['project-team']
  const at = (ago: number) => `${addDays(today, -ago)}T10:30:00Z`
  const asked = [
    {
      asked_by: by('laerer'),
      asked_at: at(3),
      question: 'Kan en familie være med, når kun den ene forælder får kontanthjælp? Jeg har ikke talt med dem om projektet endnu.',
    },
    {
      asked_by: by('sundhedsplejerske'),
      asked_at: at(31),
      question: 'Tager I familier med, før barnet er født?',
      answered_by: by('visitator'),
      answered_at: at(29),
      answer: 'Ja. Spørg forældrene først, og henvis, når de har sagt ja.',
    },
  ]
  await insertRows(
    client,
    'question_without_identity',
    asked.map((one) => ({ municipality_id: place.municipalityId, department_id, ...one })),
  )
}

async function demoPlace(
  client: pg.Client,
  p: Parameters<typeof makePlace>[1],
  stories: readonly Story[],
  say: (line: string) => void,
): Promise<void> {
  const place = await makePlace(client, p)
  await makeDemoStaff(client, place, p.today)
  await askQuestions(client, place, p.today)
  await projectWayRows(client, place, p.today)
  const written = await writeStories(client, place, numberInOrder(stories.map((s) => ({ ...s, registered: s.situation ? 9 : 3 })), p.today), cprCounter(), p.today)
  await writeWaiting(client, place, p.today)
  const { mette, mor, far, ung, jonas, emil } = written[0]!.people
  await makeDemoMembers(client, place, { mor: (mor ?? mette)!, far: (far ?? jonas)!, ung: (ung ?? emil)! })
  await writeTeam(client, place, p.today)
  await writeExits(client, place, p.today)
  await writeConcerns(client, place)
  await writeFilings(client, place, p.today)
  await writePartnerSurveys(client, place, p.today)
  await writeLooks(
    client,
    place.municipalityId,
    written.flatMap((one) => one.looks),
  )
  say(`${place.name}: ${stories.length} familier, ${Object.keys(place.staff).length} medarbejdere`)
}
