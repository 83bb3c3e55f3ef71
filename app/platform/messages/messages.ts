import type { Messages } from '../i18n/messages.ts'
import { linkMark } from './message.ts'

/*
 * Texts that leave the house. They can be read over a shoulder or on a shared telephone: no family name, no department, nothing of
 * what it is about. What it is about stands behind the sign-in, or in a closed envelope.
 */
export const da = {
  message: { subject: 'Besked fra kommunen', text: `Der er en besked til dig. Log ind for at læse den: ${linkMark}` },
  meeting: { subject: 'Møde', text: (when: string) => `Møde ${when}. Log ind for at se mere: ${linkMark}` },
  answer: { subject: 'Besked fra kommunen', text: `Vi mangler dit svar på noget. Log ind for at se det: ${linkMark}` },
  changed: { subject: 'Besked fra kommunen', text: `Noget er ændret, siden du sidst var her. Log ind for at se det: ${linkMark}` },
  letter: { subject: 'Brev fra kommunen', text: `Der er et brev til dig. Log ind for at læse det: ${linkMark}` },
  note: { subject: 'Ny besked i Helhed', text: `Du har fået en besked. Log ind for at læse den: ${linkMark}` },
  task: { subject: 'Ny opgave i Helhed', text: `Du har fået en opgave. Log ind for at se den: ${linkMark}` },
  urgent: { subject: 'Haster: opgave i Helhed', text: `En opgave haster. Log ind for at se den: ${linkMark}` },
  day: { subject: 'Din dag i Helhed', text: (count: number) => `Der er ${count} ting til dig i dag. Log ind for at se dem: ${linkMark}` },
  registration: {
    subject: 'Månedens registrering',
    text: (count: number, late: boolean) => `Der mangler ${count === 1 ? '1 registrering' : `${count} registreringer`}. ${late ? 'Fristen er overskredet.' : 'Fristen er i morgen.'} Log ind: ${linkMark}`,
  },
  plainLetter: 'Har du spørgsmål, er du velkommen til at ringe eller skrive til os.',
}
export const en: Messages<typeof da> = {
  message: { subject: 'Message from the municipality', text: `There is a message for you. Sign in to read it: ${linkMark}` },
  meeting: { subject: 'Meeting', text: (when) => `Meeting ${when}. Sign in to see more: ${linkMark}` },
  answer: { subject: 'Message from the municipality', text: `We need your answer to something. Sign in to see it: ${linkMark}` },
  changed: { subject: 'Message from the municipality', text: `Something has changed since you were last here. Sign in to see it: ${linkMark}` },
  letter: { subject: 'Letter from the municipality', text: `There is a letter for you. Sign in to read it: ${linkMark}` },
  note: { subject: 'New message in Helhed', text: `You have got a message. Sign in to read it: ${linkMark}` },
  task: { subject: 'New task in Helhed', text: `You have been given a task. Sign in to see it: ${linkMark}` },
  urgent: { subject: 'Urgent: task in Helhed', text: `A task is urgent. Sign in to see it: ${linkMark}` },
  day: { subject: 'Your day in Helhed', text: (count) => `There ${count === 1 ? 'is 1 thing' : `are ${count} things`} for you today. Sign in to see: ${linkMark}` },
  registration: {
    subject: 'The month’s registration',
    text: (count, late) => `${count === 1 ? '1 registration is' : `${count} registrations are`} missing. ${late ? 'The date has passed.' : 'The date is tomorrow.'} Sign in: ${linkMark}`,
  },
  plainLetter: 'If you have questions, you are welcome to call or write to us.',
}
