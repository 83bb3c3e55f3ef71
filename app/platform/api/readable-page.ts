/** The parts of an OpenAPI document that the page shows. */
type Operation = { summary?: string; description?: string; tags?: string[]; parameters?: unknown[]; requestBody?: unknown; responses?: Record<string, { description?: string }> }
type Document = { info: { title: string; version: string; description?: string }; paths?: object }

const escape = (text: unknown) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
const METHODS = ['get', 'post', 'put', 'patch', 'delete']
const json = (value: unknown) => `<pre tabindex="0"><code>${escape(JSON.stringify(value, null, 2))}</code></pre>`

function operation(method: string, path: string, o: Operation): string {
  const answers = Object.entries(o.responses ?? {}).map(([status, r]) => `<li>${escape(status)}: ${escape(r.description ?? '')}</li>`).join('')
  return `<section><h3><code>${escape(method.toUpperCase())} /api/v1${escape(path)}</code></h3><p>${escape(o.summary ?? '')}</p>
${o.parameters?.length ? `<details><summary>Parameters</summary>${json(o.parameters)}</details>` : ''}
${o.requestBody ? `<details><summary>Body</summary>${json(o.requestBody)}</details>` : ''}
<p>Answers</p><ul>${answers}</ul></section>`
}

/** The API for people: what `/openapi.json` says, as one page without a script. */
export function readablePage(doc: Document): string {
  const operations = Object.entries((doc.paths ?? {}) as Record<string, Record<string, unknown>>).flatMap(([path, item]) => METHODS.filter((m) => item[m]).map((m) => operation(m, path, item[m] as Operation)))
  const problems = [['invalid', '422, with `errors`: field and reason in Danish and English'], ['forbidden', '403, and the attempt is in the log'], ['not-found', '404: not there, or not there for you'],
    ['signed-out', '401'], ['stale', '409, with `mine` and `theirs`: somebody else changed it first']].map(([code, text]) => `<li id="problem-${code}"><code>${code}</code>: ${text}</li>`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Helhed API</title>
<link rel="stylesheet" href="/api-docs.css"></head><body><main><h1>${escape(doc.info.title)} API ${escape(doc.info.version)}</h1><p>${escape(doc.info.description ?? '')}</p>
<p><a href="/api/v1/openapi.json">openapi.json</a></p><h2>Problems</h2><ul>${problems}</ul><h2>Operations</h2>${operations.join('\n')}</main></body></html>`
}
