import { family } from '../family.ts'
import type { Story } from '../story.ts'
import { poulsenSituation } from './situations.ts'

/** Connie has no MitID and no smartphone: everything is by telephone, on paper and at the kitchen table. */
export const poulsen: Story = family({
  name: 'Poulsen',
  situation: poulsenSituation,
  since: 190,
  coordinator: 'koordinator',
  helpers: ['job', 'teacher', 'adult'],
  why: 'Connie har svært ved at læse og har ikke MitID. Kevin passer sig selv meget, og skolen er bekymret for hans fravær.',
  people: {
    connie: { name: 'Connie', age: 46, sex: 'female', channel: 'letter' },
    kevin: { name: 'Kevin', age: 14, days: 320, sex: 'male' },
  },
  households: [{ name: 'Hjemme', members: ['connie', 'kevin'], street: 'Gammel Landevej 118', postcode: '7160', city: 'Tørring' }],
  custody: { kevin: ['connie'] },
  consents: [
    { template: 'consider-intake', about: ['connie', 'kevin'], ago: 220, registeredBy: 'sagsbehandler-familie' },
    { template: 'holistic-plan', about: ['connie', 'kevin'], ago: 191, how: 'signed', registeredBy: 'visitator' },
    {
      template: 'first-meeting',
      about: ['connie', 'kevin'],
      ago: 188,
      to: ['employment', 'education', 'adult-social'],
      how: 'spoken',
      witness: 'Ulla Bro, sagsbehandler',
    },
    { template: 'plan-to-education', about: ['connie', 'kevin'], ago: 180, how: 'signed' },
    {
      template: 'plan-to-employment',
      about: ['connie'],
      ago: 180,
      how: 'spoken',
      witness: 'Peter Bak, koordinator',
      withdrawn: { ago: 20, by: 'connie' },
    },
  ],
  hopes: [
    { key: 'post', who: 'connie', about: ['connie'], ago: 182, words: 'At jeg tør åbne min post', channel: 'phone' },
    { key: 'far', who: 'kevin', about: ['kevin'], ago: 175, words: 'At komme på efterskole', channel: 'meeting' },
  ],
  goals: [
    {
      key: 'breve',
      hope: 'post',
      about: ['connie'],
      ago: 180,
      title: 'Connie åbner al post samme dag',
      measure: 'Vi tæller bunken hver fredag',
    },
    { key: 'skole', hope: 'far', about: ['kevin'], ago: 174, title: 'Kevin er i skole fire dage om ugen', measure: 'Fremmøde i Aula' },
  ],
  activities: [
    {
      goal: 'breve',
      about: ['connie'],
      ago: 178,
      what: 'Posten ved køkkenbordet',
      offer: 'Anna ringer, og de åbner brevene sammen',
      provider: 'Koordinatoren',
      weekly: { days: [5], from: '09:30', to: '10:00', minutes: 30 },
      starts: 175,
      ends: -90,
    },
    {
      goal: 'skole',
      about: ['kevin'],
      ago: 172,
      what: 'Kevin bliver hentet af en kammerat',
      offer: 'Aftale med Magnus fra klassen',
      provider: 'Familien selv',
      weekly: { days: [1, 2, 3, 4, 5], from: '07:30', to: '08:00', minutes: 150 },
      starts: 170,
      ends: -120,
    },
  ],
  versions: [
    {
      ago: 165,
      atMeeting: false,
      followUpAgo: -3,
      answers: [
        { who: 'connie', answer: 'agree', words: 'Det lyder rigtigt. Læs det for mig en gang til i telefonen', channel: 'phone' },
        { who: 'kevin', answer: 'partly', words: 'Fem dage er for meget lige nu', channel: 'paper', heardBy: 'Line Krogh, lærer' },
      ],
    },
  ],
})
