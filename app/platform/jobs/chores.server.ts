import { type Chore, defineChore } from './job.ts'

/** Nobody keeps a key they have not used for half a year. */
const dormantAfterDays = 180
/** A form nobody came back to; the pages say so where drafts are saved. */
const draftsAfterDays = 60

/** What the platform itself does by the clock. The people of a demo may stay away for as long as they like. */
export const platformChores: readonly Chore[] = [
  defineChore({ name: 'auth.close-dormant-accounts', cron: '15 3 * * *', run: async (database) => void (await database.query('select access.close_dormant_accounts($1) where not access.is_demo()', [dormantAfterDays])) }),
  defineChore({ name: 'auth.clean-sign-in', cron: '*/30 * * * *', run: async (database) => void (await database.query('select access.clean_sign_in()')) }),
  defineChore({ name: 'drafts.clean', cron: '30 3 * * *', run: async (database) => void (await database.query('select access.clean_drafts($1)', [draftsAfterDays])) }),
]
