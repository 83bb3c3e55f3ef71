import { getDocumentProxy } from 'unpdf'

/** A node of a PDF's structure tree as the reader gives it. */
type Node = { role?: string; children?: Node[] }
export type ReadPdf = {
  pages: number
  tagged: boolean
  language: string
  title: string
  /** The roles of the structure tree in reading order: H1, P, Table, TH … */
  roles: string[]
  text: string
}

/** A PDF through other eyes than those that wrote it: is it tagged, in which language, with what title and structure, and what does it say? */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const file = await getDocumentProxy(new Uint8Array(bytes))
  const [{ info }, mark] = [await file.getMetadata(), await file.getMarkInfo()]
  const about = info as { Language?: string; Title?: string }
  const roles: string[] = []
  const texts: string[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const page = await file.getPage(n)
    walk((await page.getStructTree()) as Node | null, roles)
    const { items } = await page.getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return {
    pages: file.numPages,
    tagged: (mark as { Marked?: boolean } | null)?.Marked === true,
    language: about.Language ?? '',
    title: about.Title ?? '',
    roles,
    text: texts.join('\n').replace(/\s+/g, ' '),
  }
}

function walk(node: Node | null, roles: string[]): void {
  if (!node) return
  if (node.role && node.role !== 'Root') roles.push(node.role)
  for (const child of node.children ?? []) walk(child, roles)
}
