/* A sector plan as a PDF: what is taken in. The content is never rendered here; it is kept and handed out as it came. */

export type FileProblem = 'noFile' | 'tooBig' | 'notPdf'

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/**
 * Is it a whole PDF of a size we keep? The name's ending, the first bytes and the last ones must all say so: a picture or a page of script
 * that is called .pdf is refused, and so is a file that was cut off.
 */
export function fileProblem(file: { name: string; content: Uint8Array }, megabytes: number): FileProblem | null {
  if (file.content.length === 0) return 'noFile'
  if (file.content.length > megabytes * 1024 * 1024) return 'tooBig'
  const start = latin1(file.content.subarray(0, 8))
  const end = latin1(file.content.subarray(-1024))
  return /\.pdf$/i.test(file.name) && /^%PDF-[12]\.\d/.test(start) && /startxref\s+\d+\s+%%EOF\s*$/.test(end) ? null : 'notPdf'
}

/** A file name that is safe in a header: letters, digits and a few signs, ending in .pdf. */
export const safeName = (name: string): string =>
  `${name
    .replace(/\.pdf$/i, '')
    .normalize('NFKD')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'oe')
    .replace(/[^\w .-]/g, '')
    .trim()
    .slice(0, 80) || 'delplan'}.pdf`
