import type { Messages } from '#app/platform/i18n/messages.ts'

export const da = {
  accessibility: {
    title: 'Tilgængelighed',
    lead: 'Alle skal kunne bruge Helhed, også uden mus, uden JavaScript, med skærmlæser og på en lille telefon.',
    status: 'Hvor godt lykkes det?',
    statusBody: 'Siderne er bygget efter WCAG 2.1 på niveau AA (EN 301 549). Hver side kontrolleres med axe i en rigtig browser, hver gang programmet ændres. Kontrollen finder ikke alt: vi har endnu ikke fået siderne prøvet af brugere med funktionsnedsættelser.',
    known: 'Det ved vi mangler',
    knownList: ['Breve på sprog med andre skrifttegn end dansk (fx arabisk) er ikke altid mærket som tilgængelig PDF.', 'Netværkskort og kurver har altid en tabel ved siden af; selve billedet kan ikke bruges med skærmlæser.'],
    contact: 'Sig til, hvis noget driller',
    contactBody: 'Ring eller skriv til kommunen. Vi svarer inden for 10 hverdage, og du kan altid få siden på papir eller læst op. Får du ikke svar, kan du klage til Digitaliseringsstyrelsen.',
    updated: 'Erklæringen gennemgås ved hver ny version og mindst en gang om året.',
  },
  privacy: {
    title: 'Sådan passer vi på oplysninger',
    lead: 'Her står det korte. Kommunen har ansvaret for oplysningerne og svarer på spørgsmål.',
    points: [
      ['Hvem kan se noget om dig?', 'Kun dem, der arbejder med din familie, og kun det, du har sagt ja til, eller det, som en lov tydeligt giver lov til. Databasen selv holder øje: hver eneste række.'],
      ['Kan du fortryde?', 'Ja. Et ja kan trækkes tilbage når som helst, og det virker med det samme. Det, nogen allerede har læst, kan ikke gøres ulæst.'],
      ['Et nej ændrer ikke jeres hjælp', 'To ja’er skal til for at være med: at vi laver én plan, og at koordinatoren må tale med dem, I har valgt. Resten bestemmer I ét for ét.'],
      ['Hvem har set det?', 'Du kan altid se, hvem der har læst eller ændret noget om dig og de børn, du har ansvaret for.'],
      ['Dine rettigheder', 'Du kan få at se, hvad der står, få forkerte oplysninger rettet og gøre indsigelse. Du kan klage til Datatilsynet.'],
      ['Hvorfor må kommunen?', 'Kommunen behandler oplysninger som en offentlig opgave efter lov. Dit ja er et ja til at dele efter forvaltningens regler. Billeder, historier og interview kræver et særligt ja.'],
    ] as [string, string][],
  },
  back: 'Tilbage',
}
export const en: Messages<typeof da> = {
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone must be able to use Helhed: without a mouse, without JavaScript, with a screen reader and on a small phone.',
    status: 'How well does it work?',
    statusBody: 'The pages are built to WCAG 2.1 level AA (EN 301 549). Each page is checked with axe in a real browser every time the program changes. The check does not find everything: the pages have not yet been tried by people with disabilities.',
    known: 'What we know is missing',
    knownList: ['Letters in languages with other scripts than Latin (such as Arabic) are not always marked as accessible PDF.', 'Network maps and curves always have a table beside them; the picture itself cannot be used with a screen reader.'],
    contact: 'Tell us when something does not work',
    contactBody: 'Call or write to the municipality. We answer within 10 working days, and you can always have a page on paper or read aloud. If you get no answer, you can complain to the Danish Agency for Digital Government.',
    updated: 'This statement is reviewed with each new version and at least once a year.',
  },
  privacy: {
    title: 'How we look after information',
    lead: 'This is the short version. The municipality is responsible for the information and answers questions.',
    points: [
      ['Who can see anything about you?', 'Only those who work with your family, and only what you have said yes to or what a law clearly allows. The database itself watches every single row.'],
      ['Can you change your mind?', 'Yes. A yes can be taken back at any time, and it works at once. What somebody has already read cannot be unread.'],
      ['A no does not change your help', 'Two yeses are needed to take part: that we make one plan, and that the coordinator may talk with those you have chosen. You decide on the rest one by one.'],
      ['Who has looked?', 'You can always see who has read or changed something about you and the children you are responsible for.'],
      ['Your rights', 'You can see what is written, have wrong information corrected, and object. You can complain to the Danish Data Protection Agency.'],
      ['Why may the municipality?', 'The municipality handles information as a public task under the law. Your yes is a yes to sharing under the rules of public administration. Photos, stories and interviews need a special yes.'],
    ] as [string, string][],
  },
  back: 'Back',
}
