import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './database/migrate.server.ts'

/** The version of this checkout, from package.json. */
export const version = (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version
