import { join } from 'node:path'
import { projectRoot } from './database/migrate.server.ts'

/** Where the built pages lie; HELHED_BUILD lets two builds live beside each other. */
export const buildDirectory = join(projectRoot, process.env['HELHED_BUILD'] ?? 'build')
