import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const database = join(root, 'test/database.ts')

/** The test files that reach a database, by what they import; the others say the same on every server. Paths from the project's folder. */
export function databaseTests(): string[] {
  const known = new Map<string, boolean>()
  const reaches = (file: string): boolean => {
    const found = known.get(file)
    if (found !== undefined) return found
    known.set(file, file === database) // a circle adds nothing
    const answer = file === database || importsOf(file).some(reaches)
    known.set(file, answer)
    return answer
  }
  return globSync('{app,test,db,seed}/**/*.test.{ts,tsx}', { cwd: root }).map((name) => join(root, name)).filter(reaches).map((file) => relative(root, file)).toSorted()
}

function importsOf(file: string): string[] {
  if (!existsSync(file)) return []
  return [...readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+|#(?:app|test|db)\/[^']+)'/g)].map(([, name = '']) =>
    name.startsWith('#') ? join(root, name.slice(1)) : resolve(dirname(file), name),
  )
}
