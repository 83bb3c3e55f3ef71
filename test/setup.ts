import { hoursBack, liveEarlier } from './one-day.ts'

liveEarlier(hoursBack)
process.env['TEST_HOURS_BACK'] = String(hoursBack)
