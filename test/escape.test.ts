import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessDatabase } from './access-database.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { aFamily, aWorld, insert, type World } from './world.ts'

/*
 * What an injected statement on the application's own connection can try: everything here runs as the serving login, inside a
 * transaction that the teacher has entered. An injection may do what the teacher may do; it must not get one step further.
 */

let t: TestDatabase
let app: pg.Client
let w: World
let login: string
let owner: string
let hidden: number

beforeAll(async () => {
  t = await createTestDatabase()
  const made = await accessDatabase(t)
  app = made.app
  w = await aWorld(t)
  const other = await aFamily(t, w, { assigned: ['coordinator'], name: 'Skjult' })
  hidden = other.caseId
  const note = (caseId: number, person: number, body: string) =>
    insert(t, 'trial_note', {
      municipality_id: w.municipalityId,
      body,
      case_id: caseId,
      sector: 'education',
      category: 'education',
      visibility: 'staff',
      subjects: [person],
    })
  await note(w.caseId, w.people.ida, 'mine')
  await note(other.caseId, other.people.ida, 'hidden')
  login = (await app.query<{ v: string }>('select session_user as v')).rows[0]?.v ?? ''
  owner = (await t.owner.query<{ v: string }>('select session_user as v')).rows[0]?.v ?? ''
  await t.owner.query(`revoke execute on function access.enter_as(text, int, bigint, timestamptz, bigint) from ${login}`)
})
afterAll(() => app.end())

async function inside<T>(work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query('select access.enter($1)', [w.ctxFor('teacher').token])
    return await work()
  } finally {
    await app.query('rollback')
  }
}
const bodies = async () => (await app.query<{ body: string }>('select body from public.trial_note order by 1')).rows.map((x) => x.body)

test('SEC-01: without a context nothing is there', async () => {
  for (const table of ['trial_note', 'person', 'family_case', 'consent', 'staff', 'record_history', 'assignment']) {
    expect((await app.query(`select from ${table}`)).rowCount, table).toBe(0)
  }
})
test('SEC-01: a context ends with its transaction', async () => {
  expect(await inside(bodies)).toEqual(['mine'])
  expect(await bodies()).toEqual([])
})
test('SEC-01: a guessed token opens nothing', async () => {
  await expect(app.query(`select access.enter('guess')`)).rejects.toMatchObject({ code: '28000' })
})
test('SEC-01: an expired or idle session opens nothing', async () => {
  const { rows } = await t.owner.query<{ a: Buffer }>(`select sha256('x') as a`)
  for (const [expires, idle] of [
    ['2020-01-01', null],
    ['2100-01-01', '2020-01-01'],
  ]) {
    await t.owner.query(
      `insert into access.session (token_hash, kind, municipality_id, actor_id, expires_at, idle_until)
        values (sha256('old'), 'staff', $1, $2, $3, $4)`,
      [w.municipalityId, w.staff.teacher, expires, idle],
    )
    await expect(app.query(`select access.enter('old')`)).rejects.toMatchObject({ code: '28000' })
    await t.owner.query(`delete from access.session where token_hash = sha256('old')`)
  }
  expect(rows.length).toBe(1)
})

const REFUSED: [string, () => string][] = [
  ['becoming the owner', () => `set role ${owner}`],
  ['session authorization of the owner', () => `set session authorization ${owner}`],
  ['bypassing row-level security', () => `alter role ${login} bypassrls`],
  ['switching a wall off', () => 'alter table trial_note disable row level security'],
  ['not forcing a wall', () => 'alter table trial_note no force row level security'],
  ['dropping a policy', () => 'drop policy record_read on trial_note'],
  ['making a policy', () => 'create policy p on trial_note using (true)'],
  ['dropping the trigger', () => 'drop trigger put_on_shelf on trial_note'],
  ['switching triggers off', () => `set session_replication_role = 'replica'`],
  ['reading sessions', () => 'select * from access.session'],
  ['reading the secret', () => 'select * from access.secret'],
  ['reading shelves', () => 'select * from shelf'],
  ['entering as somebody', () => `select access.enter_as('staff', ${w.municipalityId}, ${w.staff.coordinator}, access.now())`],
  ['sealing a list', () => `select access.seal('read', '{1}')`],
  ['computing a seal', () => `select access.mac('read', '{1}')`],
  ['asking the rule of another', () => `select access.staff_basis(${w.municipalityId}, 1, access.now(), '{}', '{}')`],
  [
    'opening a session by hand',
    () =>
      `insert into access.session (token_hash, kind, municipality_id, actor_id, expires_at)
        values ('x', 'staff', ${w.municipalityId}, 1, '2100-01-01')`,
  ],
  ['replacing the clock', () => `create or replace function access.now() returns timestamptz language sql as 'select access.now()'`],
  ['moving a record to another case', () => `update trial_note set case_id = ${hidden}`],
  ['changing a sector', () => `update trial_note set sector = 'coordination'`],
  ['changing a shelf', () => 'update trial_note set shelf_id = 1'],
  ['changing an author', () => 'update trial_note set author_staff_id = 1'],
  ['deleting', () => 'delete from trial_note'],
  ['emptying', () => 'truncate trial_note'],
  ['running a program', () => 'copy trial_note to program $$cat$$'],
  ['writing a file', () => `copy trial_note to '/tmp/helhed-escape'`],
  ['making a table', () => 'create table mine (x int)'],
  ['making a schema', () => 'create schema mine'],
  ['making a function in public', () => `create function public.f() returns int language sql as 'select 1'`],
  [
    'writing in another case',
    () =>
      `insert into trial_note (municipality_id, body, case_id, sector, category, visibility, subjects)
        values (${w.municipalityId}, 'x', ${hidden}, 'education', 'education', 'staff', '{1}')`,
  ],
  [
    'writing of another sector',
    () =>
      `insert into trial_note (municipality_id, body, case_id, sector, category, visibility, subjects)
        values (${w.municipalityId}, 'x', ${w.caseId}, 'health', 'health', 'staff', '{${w.people.ida}}')`,
  ],
  [
    'writing in another municipality',
    () =>
      `insert into trial_note (municipality_id, body, case_id, sector, category, visibility, subjects)
        values (787, 'x', ${w.caseId}, 'education', 'education', 'staff', '{${w.people.ida}}')`,
  ],
  [
    'assigning oneself',
    () =>
      `insert into assignment (municipality_id, case_id, staff_id, role, sector, valid_from)
        values (${w.municipalityId}, ${hidden}, ${w.staff.teacher}, 'teacher', 'education', '2020-01-01')`,
  ],
  [
    'another assignment in one’s own case',
    () =>
      `insert into assignment (municipality_id, case_id, staff_id, role, sector, valid_from)
        values (${w.municipalityId}, ${w.caseId}, ${w.staff.teacher}, 'coordinator', 'coordination', '2020-01-01')`,
  ],
  [
    'a consent nobody gave',
    () =>
      `insert into consent (municipality_id, case_id, subject_id, purpose, from_sectors, to_sectors, categories, valid_from, given_how)
        values (${w.municipalityId}, ${w.caseId}, ${w.people.ida}, 'coordination', '{coordination}', '{education}', '{plan}',
          '2020-01-01', 'signed')`,
  ],
  [
    'a stranger pulled into one’s own case',
    () =>
      `insert into case_person (municipality_id, case_id, person_id, role, valid_from) select ${w.municipalityId}, ${w.caseId}, 4,
        'family', '2020-01-01'`,
  ],
  [
    'custody of a stranger',
    () => `insert into custody (municipality_id, child_id, holder_id, valid_from) values (${w.municipalityId}, 4, 3, '2020-01-01')`,
  ],
  [
    'a post of one’s own',
    () =>
      `insert into break_glass (municipality_id, case_id, staff_id, reason, granted_at, until)
        values (${w.municipalityId}, ${hidden}, ${w.staff.teacher}, 'r', access.now(), access.now() + interval '1 hour')`,
  ],
  [
    'a role in the project',
    () =>
      `insert into project_role (municipality_id, project_id, staff_id, role, valid_from)
        values (${w.municipalityId}, ${w.projectId}, ${w.staff.teacher}, 'intake-team', '2020-01-01')`,
  ],
  [
    'a rule of the pack',
    () =>
      `insert into pack_role (municipality_id, kind, role, valid_from) values (${w.municipalityId}, 'break-glass', 'worker', '2020-01-01')`,
  ],
  [
    'a post in a department',
    () =>
      `insert into post (municipality_id, staff_id, department_id, role, valid_from)
        values (${w.municipalityId}, ${w.staff.teacher}, 1, 'child-protection-duty', '2020-01-01')`,
  ],
  ['being another person', () => `update staff set person_id = null`],
  [
    'a closed case reopened',
    () => `insert into closure (municipality_id, case_id, closed_at, reason) values (${w.municipalityId}, ${hidden}, access.now(), 'r')`,
  ],
]
for (const [name, statement] of REFUSED) {
  test(`SEC-02: refused: ${name}`, async () => {
    await inside(async () => {
      const outcome = await app.query(statement()).then(
        (r) => `done (${r.rowCount})`,
        (e: pg.DatabaseError) => e.code,
      )
      expect(outcome).toBe('42501')
    })
  })
}
for (const statement of [
  'reset role',
  'reset session authorization',
  'set local search_path = pg_temp',
  `select set_config('app.kind', 'job', true)`,
  `set local helhed.app_role = 'postgres'`,
]) {
  test(`SEC-02: changes nothing: ${statement}`, async () => {
    await inside(async () => {
      await app.query(statement)
      expect(await bodies()).toEqual(['mine'])
    })
  })
}
test('SEC-02: row_security = off is an error, not an opening', async () => {
  await inside(async () => {
    await app.query('set local row_security = off')
    await expect(bodies()).rejects.toMatchObject({ code: '42501' })
  })
})
test('SEC-02: a list written by hand is noticed', async () => {
  await inside(async () => {
    await app.query(`select set_config('app.read', '{1,2,3}', true)`)
    await expect(bodies()).rejects.toMatchObject({ code: '42501' })
  })
})
test('SEC-02: a sealed list does not move to another municipality', async () => {
  await inside(async () => {
    await app.query(`select set_config('app.municipality', '787', true)`)
    // The planner may find no row of that municipality before it looks at the list: nothing, then, instead of an error.
    expect(
      await bodies().then(
        (found) => found.join(),
        (e: pg.DatabaseError) => e.code,
      ),
    ).toMatch(/^(42501)?$/)
    await expect(app.query(`select access.ids('read')`)).rejects.toThrow()
  })
})
test('SEC-02: staff and settings of another municipality are not there either', async () => {
  for (const table of ['staff', 'department', 'post', 'project', 'pack_role']) {
    await inside(async () => {
      await app.query(`select set_config('app.municipality', '787', true)`)
      await expect(app.query(`select from ${table}`)).rejects.toMatchObject({ code: '42501' })
    })
    await app.query('begin')
    await app.query(`select set_config('app.municipality', '${w.municipalityId}', true)`)
    expect((await app.query(`select from ${table}`)).rowCount, table).toBe(0)
    await app.query('rollback')
  }
})
test('SEC-02: a sealed list does not stand in for another', async () => {
  await inside(async () => {
    await app.query(`select set_config('app.read', current_setting('app.persons'), true)`)
    await expect(bodies()).rejects.toMatchObject({ code: '42501' })
  })
})
test('SEC-02: a sealed list is not replayed in the next transaction', async () => {
  const old = await inside(
    async () =>
      (await app.query<{ v: string; m: string }>(`select current_setting('app.read') as v, current_setting('app.municipality') as m`))
        .rows[0],
  )
  await app.query('begin')
  await app.query(`select set_config('app.municipality', $1, true), set_config('app.read', $2, true)`, [old?.m, old?.v])
  await expect(bodies()).rejects.toMatchObject({ code: '42501' })
  await app.query('rollback')
})
test('SEC-02: temporary objects do not shadow what the functions read', async () => {
  await inside(async () => {
    await app.query(
      `create temp table assignment (like public.assignment); create temp table secret (name text, value bytea);
       create temp table shelf (like public.staff)`,
    )
    await app.query(`create function pg_temp.now() returns timestamptz language sql as $$ select '2020-01-01'::timestamptz $$`)
    await app.query('set local search_path = pg_temp, public')
    await app.query('select access.enter($1)', [w.ctxFor('teacher').token])
    expect(await bodies()).toEqual(['mine'])
  })
})
test('SEC-02: a leaky function never meets a hidden row', async () => {
  await inside(async () => {
    await app.query(
      `create function pg_temp.leak(b text) returns boolean language plpgsql cost 0.0000001 as $$ begin if b = 'hidden' then raise
        exception 'leaked'; end if; return true; end $$`,
    )
    await expect(app.query('select from public.trial_note where pg_temp.leak(body)')).resolves.toMatchObject({ rowCount: 1 })
  })
})
test('SEC-02: a refused row says the same whether the case is hidden, unknown or of another family', async () => {
  const said = async (caseId: number, person: number) =>
    inside(() =>
      app
        .query(
          `insert into trial_note (municipality_id, body, case_id, sector, category, visibility, subjects)
    values (${w.municipalityId}, 'x', ${caseId}, 'education', 'education', 'staff', '{${person}}')`,
        )
        .then(
          () => 'done',
          (e: pg.DatabaseError) => `${e.code} ${e.message}`,
        ),
    )
  const known = await said(hidden, w.people.ida)
  expect(known).toMatch(/^42501 new row violates/)
  for (const [c, p] of [
    [hidden, 4],
    [hidden, 99_999],
    [99_999, 1],
    [w.caseId, 99_999],
  ] as const)
    expect(await said(c, p)).toBe(known)
})
test('SEC-02: with a case entered, the actor’s other cases are not there', async () => {
  await app.query('begin')
  await app.query('select access.enter($1, $2)', [w.ctxFor('coordinator').token, w.caseId])
  const { rows } = await app.query<{ id: string }>('select id from family_case')
  expect(rows.map((x) => Number(x.id))).toEqual([w.caseId])
  await app.query('rollback')
})
