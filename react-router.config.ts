import type { Config } from '@react-router/dev/config'

export default { ssr: true, buildDirectory: process.env['HELHED_BUILD'] ?? 'build' } satisfies Config
