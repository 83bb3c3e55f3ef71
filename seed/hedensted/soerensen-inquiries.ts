import type { HealthStory, InquiryStory } from '../rows-inquiries.ts'

/** Whom Anna has asked about the Sørensen family: one answered by link, one is late, one answered by telephone. */
export const soerensenInquiries: InquiryStory[] = [
  {
    form: 'school',
    unit: 'school-example',
    channel: 'link',
    about: ['ida'],
    ago: 26,
    replyAgo: 12,
    message: 'Vi mødes snart og vil gerne høre, hvad I ser i hverdagen.',
    answered: {
      ago: 17,
      by: 'Line Krogh, klasselærer',
      channel: 'link',
      words: [
        {
          about: 'ida',
          answers: {
            works: 'Ida er glad for matematik og hjælper gerne de andre.\nHun kommer til tiden tre-fire dage om ugen.',
            worries: 'Mandag er svær. Hun er træt og holder sig for sig selv.',
            planning: 'Hun får lov at komme ti minutter før de andre om mandagen.',
            dates: 'Skole-hjem-samtale i uge 49.',
          },
        },
      ],
    },
  },
  { form: 'health-visitors', unit: 'health-visitors', channel: 'link', about: ['oliver'], ago: 21, replyAgo: 6, remindedAgo: [9, 2] },
  {
    form: 'job-centre',
    unit: 'job-centre',
    channel: 'phone',
    about: ['mette'],
    ago: 14,
    replyAgo: 2,
    answered: {
      ago: 13,
      by: 'Karim Aziz, sagsbehandler',
      channel: 'phone',
      words: [
        {
          about: 'mette',
          answers: {
            works: 'Mette møder til tiden i praktikken, og køkkenet er glade for hende.',
            planning: 'Praktikken kan forlænges til februar, hvis hun selv vil.',
          },
        },
      ],
    },
  },
]
export const soerensenHealth: HealthStory = {
  declarations: [
    { about: 'mette', needed: false, reason: 'Ryggen er undersøgt i foråret, og vi ved, hvad den kan klare', by: 'Mette og Anna Holm', ago: 60, healthCoordinator: 'Ellen Dahl' },
    {
      about: 'oliver',
      needed: true,
      reason: 'Vi vil vide, om hørelsen gør det svært i børnehaven',
      by: 'Mette, Jonas og Anna Holm',
      ago: 30,
      healthCoordinator: 'Ellen Dahl',
      asked: { ago: 24, scope: 'Kun hørelsen, og hvad pædagogerne skal gøre', of: 'Sundhedsplejen', from: 'health' },
    },
  ],
  experts: [
    { role: 'health-coordinator-took-part', name: 'Ellen Dahl', about: 'Hørelse og søvn', ago: 30, whom: ['oliver'] },
    { role: 'medical-consultant', name: 'Rolf Lind', about: 'Hvad ryggen kan klare i praktikken', ago: 62, whom: ['mette'] },
  ],
  screenings: [
    {
      about: 'mette',
      form: 'work-ready',
      ago: 33,
      with: 'Mette og Anna',
      words: 'Jeg vil gerne i gang, men morgenen skal kunne hænge sammen',
      answers: { wants: 'yes', hours: 'partly', 'health-at-work': 'partly', skills: 'yes', 'children-cared': 'yes', transport: 'no', digital: 'yes' },
    },
  ],
}
