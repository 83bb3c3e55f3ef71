import { z } from 'zod'
import { irr, npv, payback, scheduleNames, xirr, xnpv } from './money-time.ts'
import { expensiveCaseRefund, staircaseRefund } from './refund.ts'
import { Senseless, type Topic, topic } from './topic.ts'

/** The topics about money; kroner in and out. */

const number = z.number()
const flows = z.array(number).min(1)
const rate = number.gt(-1)
const dates = z.array(z.iso.date())
const kroner = number.nonnegative()
const level = z.union([z.literal('2022'), z.strictObject({ thresholds: z.array(kroner).min(1), rates: z.array(number.min(0).max(1)).min(1) })])

export const moneyTopics: readonly (readonly [string, Topic])[] = [
  [
    'npv',
    topic({ rate: rate.optional(), schedule: z.enum(scheduleNames).optional(), cashflows: flows, firstAt: z.union([z.literal(0), z.literal(1)]).optional() }, (i) => {
      if (i.rate !== undefined && i.schedule === undefined) return npv({ rate: i.rate }, i.cashflows, i.firstAt)
      if (i.schedule !== undefined && i.rate === undefined) return npv({ schedule: i.schedule }, i.cashflows, i.firstAt)
      throw new Senseless('discounting', 'give rate or schedule, one of them')
    }),
  ],
  ['irr', topic({ cashflows: flows }, (i) => irr(i.cashflows))],
  ['xnpv', topic({ values: flows, dates, rate }, (i) => xnpv(i.values, i.dates, i.rate))],
  ['xirr', topic({ values: flows, dates, rate: rate.optional() }, (i) => xirr(i.values, i.dates))],
  ['payback', topic({ cashflows: flows, rate: rate.optional() }, (i) => payback(i.cashflows, i.rate))],
  [
    'refund',
    topic({ rule: z.literal('refusionstrappe'), firstWeek: z.int().min(1), lastWeek: z.int().min(1), weeklyBenefit: kroner }, ({ rule: _, ...weeks }) => staircaseRefund(weeks)),
  ],
  ['refund-expensive-case', topic({ level, annualCosts: z.array(kroner).min(1) }, expensiveCaseRefund)],
]
