import type { Messages } from '#app/platform/i18n/messages.ts'

export const da = {
  title: 'Afdelinger og tilbud', lead: 'Hvem kan hjælpe en familie i kommunen, og hvordan får du fat i dem?', add: 'Tilføj afdeling', edit: 'Ret', sector: 'Område', phone: 'Telefon', email: 'E-mail',
  street: 'Adresse', note: 'Godt at vide', services: 'Tilbud', staff: 'Medarbejdere', closed: 'Tidligere afdelinger', closedOn: (day: string) => `Lukket ${day}`, became: (names: string) => `Nu: ${names}`,
  empty: 'Ingen afdelinger endnu', emptyBody: 'Her står kommunens afdelinger med det, de tilbyder, og hvordan man når dem. En administrator tilføjer dem.', name: 'Navn', from: 'Fra hvilken dag?',
  addTitle: 'Tilføj en afdeling', editTitle: (name: string) => `Ret ${name}`, save: 'Gem', cancel: 'Annullér', history: 'Det hed den før', changed: (at: string) => `indtil ${at}`,
  sectorHint: 'Området afgør, hvis fortrolighed medarbejderne hører under. En medarbejders opgave i en familie har sit eget område.',
  close: 'Luk afdelingen', closeHint: 'Ved en omorganisering. Sager, historik og det, afdelingen har skrevet, bliver stående.', lastDay: 'Sidste dag', successors: 'Hvem overtager?', closeButton: 'Luk afdelingen',
  closeQuestion: 'Afdelingen står herefter under tidligere afdelinger. Intet bliver slettet.', addService: 'Tilføj et tilbud', what: 'Hvad går det ud på?', howToReach: 'Hvordan får man det?', serviceName: 'Tilbuddets navn',
  tooEarly: 'Afdelingen kan ikke lukke, før den er åbnet.',
  sectors: {
    coordination: 'Koordinering', employment: 'Beskæftigelse', 'family-department': 'Familieafdelingen', 'adult-social': 'Voksen og handicap', health: 'Sundhed', education: 'Dagtilbud, skole og PPR',
    addiction: 'Rusmiddelcentret', psychiatry: 'Psykiatri', housing: 'Bolig', 'general-practice': 'Almen praksis', 'civil-society': 'Frivillige og foreninger',
  } as Record<string, string>,
}

export const en: Messages<typeof da> = {
  title: 'Departments and services', lead: 'Who in the municipality can help a family, and how do you reach them?', add: 'Add a department', edit: 'Edit', sector: 'Field', phone: 'Telephone', email: 'E-mail',
  street: 'Address', note: 'Good to know', services: 'Services', staff: 'Staff', closed: 'Earlier departments', closedOn: (day) => `Closed ${day}`, became: (names) => `Now: ${names}`,
  empty: 'No departments yet', emptyBody: 'Here stand the departments of the municipality with what they offer and how they are reached. An administrator adds them.', name: 'Name', from: 'From which day?',
  addTitle: 'Add a department', editTitle: (name) => `Edit ${name}`, save: 'Save', cancel: 'Cancel', history: 'What it was called before', changed: (at) => `until ${at}`,
  sectorHint: 'The field decides under whose confidentiality the staff work. What a member of staff does for a family has a field of its own.',
  close: 'Close the department', closeHint: 'In a reorganisation. Cases, history and what the department wrote stay.', lastDay: 'Last day', successors: 'Who takes over?', closeButton: 'Close the department',
  closeQuestion: 'The department then stands among the earlier ones. Nothing is deleted.', addService: 'Add a service', what: 'What is it?', howToReach: 'How does one get it?', serviceName: 'Name of the service',
  tooEarly: 'The department cannot close before it opened.',
  sectors: {
    coordination: 'Coordination', employment: 'Employment', 'family-department': 'Family department', 'adult-social': 'Adult social services', health: 'Health', education: 'Day care, school and educational psychology',
    addiction: 'Addiction services', psychiatry: 'Psychiatry', housing: 'Housing', 'general-practice': 'General practice', 'civil-society': 'Volunteers and associations',
  },
}
