import { type Values, withDates } from '#app/platform/forms/form-values.ts'

/** One row that the form of questions asks for, as `proposeConsents` takes it. */
export type AskedRow = { template: string; subjectId: string; party: string; from: string; until: string; healthAgreement: string }

const list = (values: Values, name: string): string[] => {
  const v = values[name]
  return v === undefined ? [] : Array.isArray(v) ? v : [v]
}

/** The rows of the form: each ticked text, for each ticked person, with each ticked party on its own. Never two in one. */
export function askedRows(
  values: Values,
  offers: readonly { code: string; parties: readonly string[] | null }[],
  today: string,
): AskedRow[] {
  return offers
    .filter((o) => list(values, 'templates').includes(o.code))
    .flatMap((o) => {
      const dates = withDates(values, [`until.${o.code}`])
      const parties = o.parties ? list(values, `party.${o.code}`) : ['']
      return list(values, `who.${o.code}`).flatMap((subjectId) =>
        (parties.length > 0 ? parties : ['']).map((party) => ({
          template: o.code,
          subjectId,
          party,
          from: today,
          until: String(dates[`until.${o.code}`] ?? ''),
          healthAgreement: list(values, `health.${o.code}`)[0] ?? '',
        })),
      )
    })
}
/** The field of the form that an issue of a row belongs to: `consents.3.until` → `until.<text>`. */
export function askedField(field: string, rows: readonly AskedRow[]): string {
  const [, index, name] = /^consents\.(\d+)\.(\w+)$/.exec(field) ?? []
  const row = rows[Number(index)]
  return row && name ? `${{ subjectId: 'who', healthAgreement: 'health' }[name] ?? name}.${row.template}` : 'templates'
}

/** Texts that are ticked while nobody is chosen whom they are about. */
export const aboutNobody = (values: Values): string[] => list(values, 'templates').filter((code) => list(values, `who.${code}`).length === 0)
