import type { Messages } from '#app/platform/i18n/messages.ts'

export const da = {
  outbox: {
    title: 'Udbakke',
    lead: 'De seneste 200 beskeder, og hvor de er på vej.',
    demo: 'Demo: Intet er sendt til nogen. Her står alt det, der ville være sendt.',
    hidden: 'Du ser, om beskederne kommer frem. Hvem de er til, og hvad der står, ser du ikke.',
    emptyTitle: 'Ingen beskeder endnu',
    empty: 'Når nogen bliver spurgt om noget, eller et møde bliver aftalt, ligger beskeden her.',
    planned: 'Planlagt', channel: 'Vej', what: 'Besked', state: 'Hvor er den', recipient: 'Til', tries: 'Forsøg', content: 'Indhold', show: 'Vis',
  },
  letters: {
    title: 'Breve',
    lead: 'Breve, der venter på at blive printet og sendt, og dem fra de sidste 30 dage.',
    emptyTitle: 'Ingen breve venter',
    empty: 'Når nogen har valgt brev, eller en afgørelse skal sendes på papir, ligger brevet her, til det er printet.',
    recipient: 'Til', what: 'Brev', family: 'Familie', written: 'Skrevet', state: 'Status', open: 'Åbn brevet (PDF)', printed: 'Printet og sendt', about: (who: string) => `til ${who}`, saved: 'Brevet er markeret som sendt',
  },
  channels: { email: 'E-mail', sms: 'SMS', letter: 'Brev', portal: 'På siden' },
  states: { planned: 'På vej', held: 'Gemt her', sent: 'Sendt', printed: 'Printet og sendt', failed: 'Fejlede, prøves igen', cancelled: 'Aflyst', 'to-print': 'Skal printes' },
  errors: {
    'no-mail-server': 'ingen mailserver', 'no-sms-gateway': 'ingen SMS-gateway', 'recipient-gone': 'modtageren er ikke længere med', 'no-address': 'ingen adresse', 'sms-directory': 'SMS-mappen kan ikke skrives',
    eenvelope: 'modtageren blev afvist', econnection: 'mailserveren svarer ikke', etimedout: 'mailserveren svarer ikke', eauth: 'mailserveren afviste os',
  } as Record<string, string>,
}
export const en: Messages<typeof da> = {
  outbox: {
    title: 'Outbox',
    lead: 'The latest 200 messages, and where they are on their way.',
    demo: 'Demo: nothing has been sent to anybody. Here is all that would have been sent.',
    hidden: 'You see whether messages arrive. Whom they are for and what they say you do not see.',
    emptyTitle: 'No messages yet',
    empty: 'When somebody is asked something, or a meeting is arranged, the message lies here.',
    planned: 'Planned', channel: 'Way', what: 'Message', state: 'Where it is', recipient: 'To', tries: 'Tries', content: 'Content', show: 'Show',
  },
  letters: {
    title: 'Letters',
    lead: 'Letters waiting to be printed and sent, and those of the last 30 days.',
    emptyTitle: 'No letters are waiting',
    empty: 'When somebody has chosen letters, or a decision must go on paper, the letter lies here until it is printed.',
    recipient: 'To', what: 'Letter', family: 'Family', written: 'Written', state: 'State', open: 'Open the letter (PDF)', printed: 'Printed and sent', about: (who) => `to ${who}`, saved: 'The letter is marked as sent',
  },
  channels: { email: 'E-mail', sms: 'SMS', letter: 'Letter', portal: 'On the page' },
  states: { planned: 'On its way', held: 'Kept here', sent: 'Sent', printed: 'Printed and sent', failed: 'Failed, is tried again', cancelled: 'Cancelled', 'to-print': 'To be printed' },
  errors: {
    'no-mail-server': 'no mail server', 'no-sms-gateway': 'no SMS gateway', 'recipient-gone': 'the recipient is no longer of the case', 'no-address': 'no address', 'sms-directory': 'the SMS folder cannot be written',
    eenvelope: 'the recipient was refused', econnection: 'the mail server does not answer', etimedout: 'the mail server does not answer', eauth: 'the mail server refused us',
  },
}
