/** Levels of assurance (NSIS), lowest first. A token without one counts as below the lowest. */
const nsis = [
  'https://data.gov.dk/concept/core/nsis/loa/Low',
  'https://data.gov.dk/concept/core/nsis/loa/Substantial',
  'https://data.gov.dk/concept/core/nsis/loa/High',
]
export const substantial = 'https://data.gov.dk/concept/core/nsis/loa/Substantial'
export const high = 'https://data.gov.dk/concept/core/nsis/loa/High'

/**
 * Is what the issuer vouches for enough? Levels of NSIS are compared; any other value must be the demanded one exactly.
 * @param said the `acr` of the ID token @param demanded null = nothing is demanded
 */
export function assuranceSuffices(said: string | undefined, demanded: string | null): boolean {
  if (demanded === null) return true
  if (said === undefined) return false
  if (said === demanded) return true
  const wanted = nsis.indexOf(demanded)
  return wanted >= 0 && nsis.indexOf(said) >= wanted
}
