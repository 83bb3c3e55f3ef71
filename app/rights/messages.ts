import type { Messages } from '#app/platform/i18n/messages.ts'

type Whose = { our: string; family: string }
/** What a look-up is called: to the family ("jeres plan") and to staff ("familiens plan"). */
const eventsDa = ({ our, family }: Whose): Record<string, string> => ({
  'overview.family-head': `har åbnet ${our} side`,
  'overview.read-family': `har set overblikket over ${our} sag`,
  'plan.read': `har set ${our} plan`,
  'portal.read-plan': `har set ${our} plan`,
  'portal.read-details': `har set ${our} kontaktoplysninger`,
  'plan.read-version': `har set en tidligere udgave af ${our} plan`,
  'plan.compare': `har set, hvad der er ændret i ${our} plan`,
  'plan.print': `har skrevet ${our} plan ud`,
  'plan.record-agreement': 'har skrevet ned, hvem der er enig i planen',
  'families.read-family': `har set, hvem der er i ${family}`,
  'families.search': `har fundet ${family} i en søgning`,
  'families.reveal-cpr': 'har set et helt CPR-nummer',
  'families.reveal-address': 'har set en adresse',
  'families.set-address': 'har rettet en adresse',
  'families.set-contact': 'har rettet telefon eller e-mail',
  'families.read-mine': `har set ${our} navne på sin liste`,
  'consent.read': `har set ${our} samtykker`,
  'consent.read-matrix': `har set ${our} samtykker`,
  'consent.register': 'har skrevet et samtykke ned',
  'consent.withdraw': 'har skrevet ned, at et samtykke er trukket tilbage',
  'intake.read': `har set ${our} optagelse`,
  'intake.read-letter': 'har læst et brev',
  'messages.read-letter': 'har læst et brev',
  'messages.mark-printed': 'har printet et brev',
  'messages.read-letters': 'har set, hvilke breve der venter',
  'rights.read-family-log': `har set, hvem der har set ${our} oplysninger`,
})
const partsDa = ({ our, family }: Whose): Record<string, string> => ({
  plan: `har arbejdet med ${our} plan`, families: `har arbejdet med ${family} og kontaktoplysninger`,
  consent: `har arbejdet med ${our} samtykker`, intake: `har arbejdet med ${our} optagelse`, overview: `har set ${our} sag`, messages: 'har arbejdet med en besked',
  oversight: 'har kontrolleret et opslag',
})
const eventsEn = ({ our }: Whose): Record<string, string> => ({
  'overview.family-head': `opened ${our} page`,
  'overview.read-family': `saw the overview of ${our} case`,
  'plan.read': `saw ${our} plan`,
  'portal.read-plan': `saw ${our} plan`,
  'portal.read-details': `saw ${our} contact details`,
  'plan.read-version': `saw an earlier version of ${our} plan`,
  'plan.compare': `saw what has changed in ${our} plan`,
  'plan.print': `printed ${our} plan`,
  'plan.record-agreement': 'wrote down who agrees to the plan',
  'families.read-family': 'saw who is in the family',
  'families.search': 'found the family in a search',
  'families.reveal-cpr': 'saw a whole CPR number',
  'families.reveal-address': 'saw an address',
  'families.set-address': 'corrected an address',
  'families.set-contact': 'corrected telephone or e-mail',
  'families.read-mine': `saw ${our} names on their list`,
  'consent.read': `saw ${our} consents`,
  'consent.read-matrix': `saw ${our} consents`,
  'consent.register': 'wrote down a consent',
  'consent.withdraw': 'wrote down that a consent was withdrawn',
  'intake.read': `saw ${our} intake`,
  'intake.read-letter': 'read a letter',
  'messages.read-letter': 'read a letter',
  'messages.mark-printed': 'printed a letter',
  'messages.read-letters': 'saw which letters are waiting',
  'rights.read-family-log': `saw who has looked at ${our} information`,
})
const partsEn = ({ our }: Whose): Record<string, string> => ({
  plan: `worked on ${our} plan`, families: 'worked on the family’s people and contact details', consent: `worked on ${our} consents`, intake: `worked on ${our} intake`,
  overview: `saw ${our} case`, messages: 'worked on a message', oversight: 'checked a look-up',
})
const toFamilyDa = { our: 'jeres', family: 'jeres familie' }
const toStaffDa = { our: 'familiens', family: 'familien' }
const toFamilyEn = { our: 'your', family: 'your family' }
const toStaffEn = { our: 'the family’s', family: 'the family' }

export const da = {
  title: { family: 'Hvem har set vores oplysninger', staff: 'Hvem har set familiens oplysninger' },
  lead: {
    family: 'Her står alle fra kommunen, der har set eller ændret noget om jer. Det kan ikke slettes eller rettes.',
    whole: 'Sådan ser listen ud for dem, der arbejder med hele sagen. Familien ser sin egen liste.',
    own: 'Du ser kun dine egne opslag. Koordinatoren og familien kan se alle.',
  },
  empty: { title: 'Ingen opslag endnu', family: 'Når nogen fra kommunen ser noget om jer, står det her samme dag.', staff: 'Når nogen ser noget om familien, står det her.' },
  since: (day: string) => `Siden ${day}`,
  longer: 'Vis det sidste år',
  shorter: 'Vis de sidste tre måneder',
  totals: 'I alt',
  totalsTable: 'Hvem har set hvor meget',
  person: 'Hvem',
  count: 'Antal',
  byDay: 'Dag for dag',
  why: { 'break-glass': 'Set uden samtykke, fordi det hastede med at beskytte et barn', 'legal-basis': 'Set efter loven uden samtykke' },
  explain: 'Undrer du dig over noget?',
  explainText: 'Spørg koordinatoren, hvem det er, og hvorfor. Du kan også bede om at få det undersøgt.',
  words: {
    family: { events: eventsDa(toFamilyDa), parts: partsDa(toFamilyDa), somethingElse: 'har brugt jeres oplysninger' },
    staff: { events: eventsDa(toStaffDa), parts: partsDa(toStaffDa), somethingElse: 'har brugt familiens oplysninger' },
  },
  actors: { staff: 'En ansat i kommunen', national: 'En ansat i programkontoret', guest: 'En inviteret fra en anden myndighed', operator: 'Systemets drift' },
  unnamed: (department: string, role: string) => (role === '' ? `En ansat i ${department}` : `${department} (${role})`),
  times: ['gang', 'gange'] as readonly [string, string],
  roles: {
    coordinator: 'koordinator', 'primary-coordinator': 'koordinator', 'secondary-coordinator': 'koordinator', worker: 'medarbejder', 'case-worker': 'sagsbehandler', 'authority-officer': 'myndighedssagsbehandler',
    'intake-team': 'visitator', 'child-protection-duty': 'vagt for børn', 'child-protection-manager': 'leder af vagten for børn', 'project-manager': 'projektleder', economist: 'økonom',
    'steering-group': 'styregruppe', administrator: 'administrator', auditor: 'kontrol', teacher: 'lærer', 'health-visitor': 'sundhedsplejerske', 'department-manager': 'leder',
  } as Record<string, string>,
}
export const en: Messages<typeof da> = {
  title: { family: 'Who has seen our information', staff: 'Who has seen the family’s information' },
  lead: {
    family: 'Here is everybody from the municipality who has seen or changed something about you. It cannot be deleted or corrected.',
    whole: 'This is the list for those who work with the whole case. The family sees a list of its own.',
    own: 'You see your own look-ups only. The coordinator and the family can see all.',
  },
  empty: { title: 'No look-ups yet', family: 'When somebody from the municipality sees something about you, it stands here the same day.', staff: 'When somebody sees something about the family, it stands here.' },
  since: (day) => `Since ${day}`,
  longer: 'Show the last year',
  shorter: 'Show the last three months',
  totals: 'In all',
  totalsTable: 'Who has seen how much',
  person: 'Who',
  count: 'Number',
  byDay: 'Day by day',
  why: { 'break-glass': 'Seen without consent, because protecting a child could not wait', 'legal-basis': 'Seen under the law without consent' },
  explain: 'Do you wonder about something?',
  explainText: 'Ask the coordinator who it is, and why. You can also ask for it to be looked into.',
  words: {
    family: { events: eventsEn(toFamilyEn), parts: partsEn(toFamilyEn), somethingElse: 'used your information' },
    staff: { events: eventsEn(toStaffEn), parts: partsEn(toStaffEn), somethingElse: 'used the family’s information' },
  },
  actors: { staff: 'An employee of the municipality', national: 'An employee of the programme office', guest: 'A guest from another authority', operator: 'Operation of the system' },
  unnamed: (department, role) => (role === '' ? `An employee of ${department}` : `${department} (${role})`),
  times: ['time', 'times'] as const,
  roles: {
    coordinator: 'coordinator', 'primary-coordinator': 'coordinator', 'secondary-coordinator': 'coordinator', worker: 'employee', 'case-worker': 'case worker', 'authority-officer': 'authority officer',
    'intake-team': 'intake team', 'child-protection-duty': 'child protection duty', 'child-protection-manager': 'manager of child protection', 'project-manager': 'project manager', economist: 'economist',
    'steering-group': 'steering group', administrator: 'administrator', auditor: 'audit', teacher: 'teacher', 'health-visitor': 'health visitor', 'department-manager': 'manager',
  },
}
