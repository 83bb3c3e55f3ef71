import type { RoomStory } from '../rows-meeting-room.ts'

/** The meeting of three months ago, and the one of today that waits to be led. */
export const soerensenRooms: RoomStory[] = [
  {
    kind: 'network-meeting',
    ago: 96,
    time: '13:00',
    place: 'Børnehuset, mødelokalet',
    about: ['mette', 'emil', 'ida'],
    people: ['mette', 'ida'],
    staff: ['koordinator', 'laerer'],
    points: [{ title: 'Det, der fungerer' }, { title: 'Barnets stemme', kind: 'child' }, { title: 'Næste gang: dato, hvem og hvilke mål' }],
    said: [
      { kind: 'voice', words: 'Vi spiser sammen hver dag nu. Det er der, vi får talt.', point: 0, who: 'mette' },
      { kind: 'voice', words: 'Jeg er god til at slå vejrmøller.', point: 1, who: 'ida', about: ['ida'] },
      { kind: 'works', words: 'Ida kommer til tiden fire dage om ugen', point: 0 },
      { kind: 'worries', words: 'Onsdag morgen er stadig svær', point: 0 },
      { kind: 'possible', words: 'Birthe kan følge Ida om onsdagen', point: 0 },
      { kind: 'scale', words: 'Vi har fundet en rytme om aftenen', value: 6, point: 0, who: 'mette' },
      { kind: 'reflection', words: 'Skal Ida skifte til en anden fritidsklub efter nytår?', point: 2 },
    ],
  },
  {
    kind: 'network-meeting',
    ago: 0,
    time: '13:00',
    place: 'Børnehuset, mødelokalet',
    about: ['mette', 'emil', 'ida'],
    people: ['mette', 'ida', 'bedste'],
    staff: ['koordinator', 'koordinator2', 'laerer', 'sagsbehandler-jobcenter'],
    outside: [{ name: 'Pia', role: 'Veninde', companionOf: 'mette' }],
    points: [
      { title: 'Det, der fungerer' },
      { title: 'Barnets stemme', kind: 'child' },
      { title: 'Emils vej til en læreplads', kind: 'own', words: 'Hvad skal der til, før han tør ringe selv?', by: 'mette' },
      { title: 'Hvad gør vi, hvis det går anderledes?' },
      { title: 'Næste gang: dato, hvem og hvilke mål' },
    ],
  },
]
