/** What an encrypted text of a notification belongs to: its key names it before it has an id, and no other row can hold it. */
export const concernAad = (municipalityId: number, key: string): string => `concern ${municipalityId} ${key}`
