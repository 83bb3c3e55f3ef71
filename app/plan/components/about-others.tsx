import { AboutOthersQuestion as Question } from '#app/consent/components/about-others-question.tsx'
import { isRefused } from './typed.ts'

/**
 * "Handler det også om Mette?", asked once when a text names somebody it is not about. Stands first in a form whose verb asks;
 * `data` is what the action gave back. Nothing is saved before the answer.
 */
export const AboutOthersQuestion = ({ data }: { data: unknown }) => <Question conflict={isRefused(data) ? data.conflict : null} />
