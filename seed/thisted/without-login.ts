import { family } from '../family.ts'
import type { Story } from '../story.ts'

/** A whole family whose school, doctor and PPR never sign in: they answered by link, on paper and by telephone. */
export const skovby: Story = family({
  name: 'Skovby',
  since: 70,
  coordinator: 'koordinator',
  secondary: 'koordinator2',
  helpers: [],
  why: 'Karen og Viggo vil gerne have, at skolen, lægen og PPR taler sammen, uden at de selv skal bære beskederne rundt.',
  people: {
    karen: { name: 'Karen', age: 40, sex: 'female' },
    viggo: { name: 'Viggo', age: 10, sex: 'male' },
  },
  households: [{ name: 'Hjemme', members: ['karen', 'viggo'], street: 'Fjordparken 12', postcode: '7700', city: 'Thisted' }],
  custody: { viggo: ['karen'] },
  consents: [
    { template: 'consider-intake', about: ['karen', 'viggo'], ago: 100, registeredBy: 'sagsbehandler-familie' },
    { template: 'holistic-plan', about: ['karen', 'viggo'], ago: 71, registeredBy: 'visitator' },
    { template: 'first-meeting', about: ['karen', 'viggo'], ago: 69, to: ['education', 'general-practice'] },
    { template: 'plan-to-education', about: ['viggo'], ago: 64 },
    { template: 'education-to-coordination', about: ['viggo'], ago: 64 },
    { template: 'plan-to-general-practice', about: ['karen'], ago: 64 },
    { template: 'doctor-to-coordination', about: ['karen'], ago: 64 },
  ],
  hopes: [{ key: 'ro', who: 'karen', about: ['karen', 'viggo'], ago: 60, words: 'At nogen andre end mig husker, hvad der er aftalt' }],
  goals: [{ key: 'dag', hope: 'ro', about: ['viggo'], ago: 58, title: 'Viggo har en fast voksen, der tager imod om morgenen' }],
  inquiries: [
    {
      form: 'school',
      unit: 'school-example',
      channel: 'link',
      about: ['viggo'],
      ago: 50,
      replyAgo: 36,
      answered: {
        ago: 44,
        by: 'Troels Vig, lærer',
        channel: 'link',
        words: [
          {
            about: 'viggo',
            answers: { works: 'Viggo er god til at bygge og vil gerne vise det frem.', worries: 'Han bliver væk, når der er vikar.', dates: 'Vi holder møde om klassen den første onsdag i måneden.' },
          },
        ],
      },
    },
    {
      form: 'doctor',
      outside: 'Lægehuset ved havnen',
      channel: 'paper',
      about: ['karen'],
      ago: 48,
      replyAgo: 30,
      answered: {
        ago: 33,
        by: 'Lægen i Lægehuset ved havnen',
        channel: 'paper',
        words: [{ about: 'karen', answers: { 'health-limits': 'Karen skal have pauser midt på dagen. Ellers er der ingen hindringer for at arbejde.' } }],
      },
    },
    {
      form: 'ppr',
      unit: 'ppr',
      channel: 'phone',
      about: ['viggo'],
      ago: 40,
      replyAgo: 26,
      answered: {
        ago: 39,
        by: 'Psykologen i PPR',
        channel: 'phone',
        words: [{ about: 'viggo', answers: { planning: 'PPR ser på Viggos læsning efter jul og taler med læreren inden.' } }],
      },
    },
  ],
  health: {
    declarations: [
      {
        about: 'karen',
        needed: true,
        reason: 'Planen skal passe til det, Karen kan holde til',
        by: 'Karen og koordinatoren',
        ago: 55,
        healthCoordinator: 'Ellen Dahl',
        asked: { ago: 52, scope: 'Hvor mange timer om dagen, og hvilke pauser', of: 'Lægehuset ved havnen', from: 'general-practice' },
        received: { ago: 35, conclusion: 'Kan arbejde fire timer dagligt med en pause på en halv time.', authority: 'Lægehuset ved havnen' },
      },
    ],
    experts: [{ role: 'psychologist', name: 'Psykologen i PPR', about: 'Læsning', ago: 39, whom: ['viggo'] }],
    screenings: [
      { about: 'viggo', form: 'everyday-child', ago: 57, with: 'Viggo og hans mor', words: 'Det er svært, når de skifter lærer', answers: { 'goes-to-school': 'partly', friends: 'yes', learning: 'partly', body: 'no', 'home-calm': 'yes', 'grown-up': 'yes' } },
    ],
  },
})
