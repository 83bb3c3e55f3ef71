/** The safety net under the allow-list: shapes of personal data and secrets that no log line may hold. */
const shapes: [RegExp, string][] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, '[e-mail]'],
  [/(?<!\d)\d{6}[-– ]?\d{4}(?!\d)/g, '[cpr]'],
  [/\+45(?: ?\d){8}/g, '[phone]'],
  [/\b(bearer|cookie|authorization|password|secret|token)\b(["']?\s*[:=]\s*|\s+)\S+/gi, '$1 [secret]'],
  [/eyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/[A-Za-z0-9_+=-]{40,}/g, '[token]'],
]

/** The text with e-mail addresses, CPR and phone numbers, tokens and secrets taken out. */
export const scrub = (text: string): string => shapes.reduce((rest, [shape, word]) => rest.replace(shape, word), text)

/** As scrub, and without anything in quotation marks: databases and parsers quote what somebody typed. */
export const scrubError = (text: string): string =>
  scrub(text.replace(/"[^"\n]*"/g, '"…"').replace(/(?<!\w)'[^'\n]*'/g, "'…'").replace(/\)=\([^)]*\)/g, ')=(…)'))
