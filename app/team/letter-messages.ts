import type { Messages } from '#app/platform/i18n/messages.ts'

/** What the family is told when the coordination passes on. */
export const da = {
  title: 'Jeres koordinator',
  planned: (name: string, date: string) => [
    `Fra ${date} er ${name} jeres koordinator.`,
    'Det er hende eller ham, I ringer til. Jeres plan og jeres aftaler fortsætter, som de er. I behøver ikke fortælle det hele forfra.',
  ],
  takenBack: (name: string) => [`Der sker alligevel ikke noget skift. ${name} er fortsat jeres koordinator.`],
  call: (name: string, phone: string, hours: string) => `Ring til ${name} på ${phone}${hours ? ` (${hours})` : ''}.`,
}
export const en: Messages<typeof da> = {
  title: 'Your coordinator',
  planned: (name, date) => [
    `From ${date} ${name} is your coordinator.`,
    'That is the one you call. Your plan and your agreements go on as they are. You do not have to tell everything again.',
  ],
  takenBack: (name) => [`There is no change after all. ${name} is still your coordinator.`],
  call: (name, phone, hours) => `Call ${name} on ${phone}${hours ? ` (${hours})` : ''}.`,
}
