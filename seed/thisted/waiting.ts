import { referred, yesToAll } from '../family.ts'
import type { Story } from '../story.ts'

const consents = (about: string[], ago: number): Story['consents'] => [
  { template: 'consider-intake', about, ago: ago + 25, registeredBy: 'sagsbehandler-familie' },
  { template: 'holistic-plan', about, ago: ago + 1, registeredBy: 'visitator' },
  { template: 'first-meeting', about, ago: ago + 1, to: ['family-department'], registeredBy: 'visitator' },
]

/** Families on Thisted's waiting list. */
export const onTheList: Story[] = [
  referred({
    name: 'Kallesen',
    referred: {
      by: 'sagsbehandler-familie',
      sector: 'family-department',
      ago: 88,
      yes: 'signed',
      note: 'Birthe har en aktiv børnesag og har skiftet sagsbehandler fire gange på et år.',
    },
    yes: [{ who: 'birthe', to: 'referral', ago: 89, channel: 'paper' }],
    screening: { ago: 66, answers: yesToAll('Oplyst af familiegruppen') },
    decided: { ago: 60, decision: 'waiting', reasons: 'Familien er i målgruppen. I kommer med, når der er en plads.' },
    people: { birthe: { name: 'Birthe', age: 41, sex: 'female' }, silje: { name: 'Silje', age: 14, sex: 'female' } },
    households: [{ name: 'Hjemme', members: ['birthe', 'silje'], street: 'Havnegade 6', postcode: '7700', city: 'Thisted' }],
    custody: { silje: ['birthe'] },
    relations: [['birthe', 'parent', 'silje']],
    consents: consents(['birthe', 'silje'], 60),
  }),
  referred({
    name: 'Overgaard',
    referred: {
      by: 'sagsbehandler-jobcenter',
      sector: 'employment',
      ago: 52,
      yes: 'spoken',
      note: 'Kim vil gerne i praktik, men kan ikke se, hvem der passer den mindste imens.',
    },
    yes: [{ who: 'kim', to: 'referral', ago: 53, channel: 'telephone' }],
    screening: { ago: 30, answers: yesToAll('Oplyst af jobcentret') },
    decided: { ago: 27, decision: 'waiting', reasons: 'Familien er i målgruppen. I kommer med, når der er en plads.' },
    people: { kim: { name: 'Kim', age: 30, sex: 'male' }, asger: { name: 'Asger', age: 2, sex: 'male' } },
    households: [{ name: 'Hjemme', members: ['kim', 'asger'], street: 'Kirkestien 9', postcode: '7760', city: 'Hurup' }],
    custody: { asger: ['kim'] },
    relations: [['kim', 'parent', 'asger']],
    consents: consents(['kim', 'asger'], 27),
  }),
]
