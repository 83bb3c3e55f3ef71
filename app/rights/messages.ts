import type { Messages } from '#app/platform/i18n/messages.ts'
import { eventsDa, partsDa } from './event-words.ts'
import { eventsEn, partsEn } from './event-words-en.ts'

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
