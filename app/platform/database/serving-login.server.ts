import pg from 'pg'

type Login = { rolsuper: boolean; rolbypassrls: boolean; owns: string | null; member: string | null }

/** The serving login must be one that row-level security binds. @throws Error naming what is wrong with it */
export async function ensureServingLogin(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Login>(`select rolsuper, rolbypassrls,
      (select min(relname) from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v')) as owns,
      (select min(g.rolname) from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as member
      from pg_roles r where rolname = session_user`)
    const login = rows[0]!
    const wrong = [login.rolsuper && 'is superuser', login.rolbypassrls && 'may bypass row-level security', login.owns && `owns the table ${login.owns}`,
      login.member && `is a member of ${login.member}`].filter(Boolean)
    if (wrong.length > 0) throw new Error(`DATABASE_URL: the serving login ${wrong.join(' and ')}; give it a login of its own that owns nothing`)
  } finally {
    await client.end()
  }
}
