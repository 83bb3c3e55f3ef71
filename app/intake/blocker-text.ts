import { joinList } from '#app/platform/i18n/words.ts'
import { formatDate } from '#app/platform/time/format.ts'
import type { Blocker } from './intake.ts'

/** Why a decision cannot be made, as a sentence that says what to do. */
export function blockerText(locale: 'da' | 'en', blocker: Blocker): string {
  const da = locale === 'da'
  switch (blocker.code) {
    case 'consent-missing':
      return da
        ? `${joinList(locale, blocker.people)} mangler samtykke. Uden familiens samtykke kan I ikke sige ja`
        : `Consent is missing for ${joinList(locale, blocker.people)}. Without the family’s consent you cannot say yes`
    case 'unanswered':
      return da
        ? `Der mangler svar, før I kan sige ja: ${blocker.criteria.join(' · ')}`
        : `Answers are missing before you can say yes: ${blocker.criteria.join(' · ')}`
    case 'deviation-reason':
      return da ? 'I bestemmer noget andet, end svarene giver. Skriv hvorfor' : 'You decide otherwise than the answers give. Write why'
    case 'hearing':
      return da
        ? 'Familien skal høres først. Send høringen, eller skriv, hvorfor den ikke er nødvendig'
        : 'The family must be heard first. Send the hearing, or write why it is not needed'
    case 'hearing-open':
      return da
        ? `Familien kan svare til og med ${formatDate(locale, blocker.until)}. Vent, eller skriv, hvorfor I ikke gør`
        : `The family can answer until ${formatDate(locale, blocker.until)}. Wait, or write why you do not`
    case 'full':
      return da
        ? `Alle ${blocker.capacity} pladser er taget. Sæt familien på venteliste`
        : `All ${blocker.capacity} places are taken. Put the family on the waiting list`
    case 'decided':
      return da ? 'Der er allerede bestemt' : 'It is already decided'
    case 'future':
      return da ? 'Datoen ligger i fremtiden' : 'The date is in the future'
  }
}
