import { parseArgs } from 'node:util'
import type pg from 'pg'
import { asOperator, logOperator } from './database.ts'

export const help = 'list | add | close --municipality CODE [--username U --name N --title T --subject S --department CODE --post ROLE --project-role ROLE]'
const PROJECT_ROLES = ['project-manager', 'intake-team', 'economist', 'steering-group']

/** Members of staff: who they are, the post they hold from today, and their role in the project. `close` ends an account at once. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: {
    municipality: { type: 'string' }, username: { type: 'string' }, name: { type: 'string' }, title: { type: 'string' }, email: { type: 'string' }, subject: { type: 'string' },
    department: { type: 'string', default: 'project' }, post: { type: 'string' }, 'project-role': { type: 'string' } } })
  const [what] = positionals
  if (!values.municipality || !['list', 'add', 'close'].includes(what ?? '')) throw new Error(`helhed staff ${help}`)
  return asOperator(async (client) => {
    const { rows } = await client.query<{ municipality_id: number }>('select municipality_id from municipality where code = $1', [values.municipality])
    const m = rows[0]?.municipality_id
    if (m === undefined) throw new Error(`no municipality with the code "${values.municipality}"`)
    if (what === 'list') return list(client, m)
    if (!values.username) throw new Error('--username is missing / mangler')
    if (what === 'close') return close(client, m, values.username)
    if (!values.name || !values.post) throw new Error('--name and --post are needed / --name og --post mangler')
    return add(client, m, { username: values.username, name: values.name, title: values.title ?? '', email: values.email ?? null, subject: values.subject ?? null,
      department: values.department, post: values.post, projectRole: values['project-role'] ?? null })
  })
}

type Newcomer = { username: string; name: string; title: string; email: string | null; subject: string | null; department: string; post: string; projectRole: string | null }

async function add(client: pg.Client, m: number, n: Newcomer): Promise<number> {
  if (n.projectRole && !PROJECT_ROLES.includes(n.projectRole)) throw new Error(`--project-role: one of ${PROJECT_ROLES.join(', ')}`)
  const department = await client.query<{ id: string }>('select id from department where municipality_id = $1 and code = $2', [m, n.department])
  if (!department.rows[0]) throw new Error(`no department with the code "${n.department}"`)
  await client.query('begin')
  try {
    const staff = await client.query<{ id: string }>(`insert into staff (municipality_id, username, name, title, email, subject) values ($1, $2, $3, $4, $5, $6)
      on conflict (municipality_id, username) do nothing returning id`, [m, n.username, n.name, n.title, n.email, n.subject])
    const id = staff.rows[0]?.id
    if (!id) throw new Error(`somebody is called "${n.username}" already`)
    await client.query('insert into post (municipality_id, staff_id, department_id, role, valid_from) values ($1, $2, $3, $4, current_date)', [m, id, department.rows[0].id, n.post])
    if (n.projectRole) {
      await client.query(`insert into project_role (municipality_id, project_id, staff_id, role, valid_from)
        select municipality_id, id, $2, $3, current_date from project where municipality_id = $1 and (valid_until is null or valid_until >= current_date)`, [m, id, n.projectRole])
    }
    await logOperator(client, 'operator.add-staff', { staff: Number(id), post: n.post }, m)
    await client.query('commit')
    console.log(`${n.name} (${n.username}): ${n.post}${n.projectRole ? `, ${n.projectRole}` : ''}`)
    return 0
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function close(client: pg.Client, m: number, username: string): Promise<number> {
  const { rows } = await client.query<{ id: string }>("update staff set closed_at = access.now(), closed_reason = 'operator' where municipality_id = $1 and username = $2 and closed_at is null returning id", [m, username])
  if (!rows[0]) throw new Error(`no open account called "${username}"`)
  await client.query("delete from access.session where municipality_id = $1 and actor_id = $2 and kind in ('staff', 'national')", [m, rows[0].id])
  await logOperator(client, 'operator.close-staff', { staff: Number(rows[0].id) }, m)
  console.log(`${username}: closed, and signed out everywhere`)
  return 0
}

async function list(client: pg.Client, m: number): Promise<number> {
  const { rows } = await client.query<{ username: string; name: string; closed: boolean; posts: string | null }>(`select s.username, s.name, s.closed_at is not null as closed,
    (select string_agg(distinct p.role, ', ') from post p where p.municipality_id = s.municipality_id and p.staff_id = s.id and (p.valid_until is null or p.valid_until >= current_date)) as posts
    from staff s where s.municipality_id = $1 order by s.username`, [m])
  for (const r of rows) console.log(`${r.username.padEnd(28)}${r.name.padEnd(28)}${r.closed ? 'closed' : (r.posts ?? '-')}`)
  return 0
}
