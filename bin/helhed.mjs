#!/usr/bin/env node
// Runs the command on the Node that the project pins, whatever the host has.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit', env: { HELHED_ROOT: root, ...process.env } })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
