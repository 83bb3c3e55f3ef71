import { liveEarlier, secondsBack } from './one-day.ts'

const seconds = secondsBack(new Date(), process.env['TEST_BEGINS'])
liveEarlier(seconds)
process.env['TEST_SECONDS_BACK'] = String(seconds)
