import type { Messages } from '#app/platform/i18n/messages.ts'
import type { da } from './messages.ts'

export const en: Messages<typeof da> = {
  wrong: {
    otherOwner: 'Choose somebody of the family or somebody who works with it today',
    otherGoal: 'That goal is not in the family’s plan',
    otherMeeting: 'That meeting is not this family’s',
    ownerCannotRead: 'Whose agreement it is cannot see it. Choose others it is about',
    heardMissing: 'Write whom the child said it to',
    onlyOnBehalf: 'Write how and when the family said it',
    notYet: 'That day has not come yet',
    passed: 'Choose a day that has not passed',
  },
}
