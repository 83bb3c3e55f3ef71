import { z } from 'zod'
import { item } from './pack-item.ts'

/** Single values that a pack decides, each with the shape it must have. */
export const settingValues = {
  coordinatorModel: z.enum(['primary', 'primary-and-secondary']),
  capacity: z.int().positive(),
  fullCaseloadPrimary: z.int().positive().nullable(),
  fullCaseloadSecondary: z.int().positive().nullable(),
  coordinatorMayBeCaseworker: z.boolean(),
  goalLevels: z.int().min(1).max(5),
  followUpEveryMonths: z.int().positive(),
  fullWeekHours: z.int().positive(),
  travelMinutes: z.int().min(0),
  jointMeetingSlackDays: z.int().min(0).max(60),
  jointMeetingGapWeeks: z.int().min(1).max(12).nullable(),
  networkMeetingEveryMonths: z.int().positive().nullable(),
  registrationEveryMonths: z.int().positive(),
  planRecommendedBy: z.enum(['family-and-coordinator', 'network-meeting', 'follow-up-meeting']),
  planApprovedBy: z.enum(['family-and-coordinator', 'network-meeting']),
  measuresApprovedBy: z.enum(['responsible-manager', 'line-authority']),
  breakGlassHours: z.int().positive().max(4),
  legalBasisConfirmWorkingDays: z.int().positive(),
  incompleteConsentWarningDays: z.int().positive(),
  attemptsBeforeUnreachable: z.int().positive(),
  writeAfterClosingDays: z.int().min(0),
  portalAfterExitMonths: z.int().min(1).max(120),
  sectorPlanAloneDays: z.int().min(1).max(365),
  withheldReadLongestMonths: z.int().positive(),
  hearingDays: z.int().positive(),
  appealWeeks: z.int().positive(),
  inquiryReplyDays: z.int().positive(),
  inquiryReminderBeforeDays: z.int().min(0),
  inquiryReminderEveryDays: z.int().positive(),
  inquiryRemindersMost: z.int().min(0),
  inquiryLinkExtraDays: z.int().positive().max(60),
  inquiryCodeTries: z.int().min(1).max(10),
  meetingReminderDays: z.int().min(1).max(14),
  waitingReviewWeeks: z.int().positive(),
  offerAnswerDays: z.int().positive(),
  adultsExpected: z.int().positive().nullable(),
  focusGoalsMost: z.int().min(1).max(9),
  sectorPlanFileMegabytes: z.int().min(1).max(8),
  agreeWithinDays: z.int().positive(),
  manyProfessionals: z.int().positive(),
  familiesLeast: z.int().positive(),
  familiesMost: z.int().positive(),
  municipalitiesLeast: z.int().positive(),
  municipalitiesMost: z.int().positive(),
  threadAnswerWorkingDays: z.int().min(1).max(10),
  threadSubstituteDays: z.int().min(1).max(60),
  registrationOpensDays: z.int().min(0).max(31),
  registrationDueDay: z.int().min(1).max(28),
  registrationClosesDays: z.int().min(0).max(365),
  freshLookAfterMonths: z.int().min(1).max(24),
  judgementEveryMonths: z.int().min(1).max(12),
  supportAfterSilentMonths: z.int().min(1).max(12),
  supportAfterWorse: z.int().min(1).max(50),
  baselineWithinDays: z.int().min(1).max(365),
  extractBasis: z.enum(['consent', 'statistics']),
  ratingReminderDay: z.int().min(1).max(28),
  partnerSurveyDays: z.int().min(1).max(90),
  partnerSurveyLeast: z.int().min(3).max(50),
  ownThreadFromAge: z.int().min(10).max(18),
  fileWithinDays: z.int().min(1).max(60),
  filingListWeeks: z.int().min(1).max(26),
} as const

export type SettingCode = keyof typeof settingValues
export type SettingValue<C extends SettingCode> = z.infer<(typeof settingValues)[C]>

const isSettingCode = (text: string): text is SettingCode => Object.hasOwn(settingValues, text)

/** `group` is only where the administrator finds it. */
export const setting = z.strictObject({
  ...item,
  group: z.enum(['coordination', 'plan', 'consent', 'intake', 'scale']),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
}).superRefine((one, issues) => {
  if (!isSettingCode(one.code)) {
    issues.addIssue({ code: 'custom', path: ['code'], params: { problem: 'unknown-setting', value: one.code } })
    return
  }
  const parsed = settingValues[one.code].safeParse(one.value)
  if (!parsed.success) issues.addIssue({ code: 'custom', path: ['value'], params: { problem: 'setting-value', value: String(one.value) } })
})
