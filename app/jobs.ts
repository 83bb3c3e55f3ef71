import { clockJobs } from './clock/jobs.server.ts'
import { concernJobs } from './concern/jobs.server.ts'
import { consentJobs } from './consent/jobs.server.ts'
import { goalsJobs } from './goals/jobs.server.ts'
import { progressionJobs } from './progression/jobs.server.ts'
import { planJobs } from './plan/jobs.server.ts'
import { inquiryJobs } from './inquiries/jobs.server.ts'
import { invitationJobs } from './invitations/jobs.server.ts'
import { overviewJobs } from './overview/jobs.server.ts'
import { oversightJobs } from './oversight/jobs.server.ts'
import { ratingJobs } from './ratings/jobs.server.ts'
import { threadJobs } from './threads/jobs.server.ts'
import { waitingJobs } from './waiting/jobs.server.ts'
import { type Config, openingKey } from './platform/config.server.ts'
import { platformChores } from './platform/jobs/chores.server.ts'
import { installQueues } from './platform/jobs/install.server.ts'
import type { Chore, Job } from './platform/jobs/job.ts'
import { startRunner } from './platform/jobs/runner.server.ts'
import { messageJobs } from './platform/messages/deliver.server.ts'
import { configureTransport } from './platform/messages/transport.server.ts'

// Each slice lists its own jobs; here stand the slices.
export const jobs: readonly Job[] = [...messageJobs, ...oversightJobs, ...consentJobs, ...concernJobs, ...planJobs, ...clockJobs, ...waitingJobs, ...inquiryJobs, ...invitationJobs, ...threadJobs, ...ratingJobs, ...progressionJobs, ...overviewJobs, ...goalsJobs]
const chores: readonly Chore[] = platformChores

/** Owner's work at `helhed migrate` and at each start that has the owner's login: the queues and their times. Safe to repeat. */
export const installJobs = (ownerUrl: string, appRole: string): Promise<void> => installQueues(ownerUrl, appRole, { jobs, chores })

/** Begins to claim and run jobs in this process. */
export function startJobs({ config, appUrl }: { config: Config; appUrl: string }): Promise<{ stop: () => Promise<void> }> {
  configureTransport(config)
  return startRunner({ appUrl, openingKey: openingKey(config), jobs, chores })
}
