import { family } from '../family.ts'
import type { Story } from '../story.ts'

/** A child in foster care who is to come home. */
export const ipsen: Story = family({
  name: 'Ipsen',
  since: 230,
  coordinator: 'koordinator',
  helpers: ['family', 'teacher', 'job'],
  why: 'Noah er i pleje på andet år. Forældrene har fået styr på hverdagen og ønsker ham hjem.',
  people: {
    gitte: { name: 'Gitte', age: 37, sex: 'female' },
    brian: { name: 'Brian', age: 41, sex: 'male' },
    noah: { name: 'Noah', age: 8, sex: 'male' },
    smilla: { name: 'Smilla', age: 5, sex: 'female' },
    karen: { name: 'Karen', kind: 'network', role: 'network' },
  },
  households: [
    { name: 'Hjemme', members: ['gitte', 'brian', 'smilla'], street: 'Enghaven 31', postcode: '7160', city: 'Tørring' },
    { name: 'Hos plejefamilien', members: ['noah'], street: 'Bakkegårdsvej 2', postcode: '7171', city: 'Uldum' },
  ],
  custody: { noah: ['gitte', 'brian'], smilla: ['gitte', 'brian'] },
  relations: [
    ['gitte', 'partner', 'brian'],
    ['gitte', 'parent', 'noah'],
    ['brian', 'parent', 'noah'],
    ['gitte', 'parent', 'smilla'],
    ['brian', 'parent', 'smilla'],
    ['karen', 'foster-parent', 'noah'],
  ],
  hopes: [
    { key: 'hjem', who: 'gitte', about: ['gitte', 'brian', 'noah'], ago: 220, words: 'At Noah fejrer jul i sin egen seng' },
    { who: 'noah', about: ['noah'], ago: 210, words: 'At far henter mig til tiden', channel: 'meeting' },
  ],
  goals: [
    { key: 'weekend', hope: 'hjem', about: ['gitte', 'brian', 'noah'], ago: 218, title: 'Noah er hjemme hver weekend' },
    { key: 'dag', parent: 'weekend', about: ['gitte', 'brian', 'noah'], ago: 218, title: 'Noah er hjemme én hverdag' },
    { key: 'skole', parent: 'dag', about: ['noah'], ago: 218, title: 'Noah cykler selv til skole derfra' },
  ],
  activities: [
    {
      goal: 'weekend',
      about: ['gitte', 'brian', 'noah'],
      takesPart: ['brian', 'noah'],
      ago: 215,
      what: 'Far henter fredag',
      offer: 'Brian henter kl. 15 hos Karen',
      provider: 'Familien selv',
      weekly: { days: [5], from: '15:00', to: '16:00', minutes: 60 },
      starts: 210,
      ends: -90,
    },
    {
      goal: 'dag',
      about: ['gitte', 'brian', 'noah'],
      takesPart: ['gitte', 'brian'],
      ago: 200,
      what: 'Forældrekursus',
      offer: 'De Utrolige År',
      provider: 'Familiehuset',
      weekly: { days: [3], from: '17:00', to: '19:30', minutes: 150 },
      starts: 190,
      ends: -10,
    },
  ],
  versions: [
    {
      ago: 200,
      followUpAgo: 110,
      answers: [
        { who: 'gitte', answer: 'partly', words: 'Det går for langsomt' },
        { who: 'brian', answer: 'agree' },
        { who: 'noah', answer: 'agree', words: 'Ja, hvis jeg også må være hos Karen', heardBy: 'Sofie Lund, familierådgiver' },
        { who: 'smilla', answer: null, notHeard: 'Smilla er 5 og blev træt. Vi taler med hende næste gang' },
      ],
    },
  ],
})
