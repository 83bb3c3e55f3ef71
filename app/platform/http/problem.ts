import type { Locale } from '../i18n/messages.ts'

const texts = {
  403: {
    da: 'Forespørgslen kom fra et andet websted. Gå tilbage, og prøv igen.',
    en: 'The request came from another website. Go back and try again.',
  },
  413: { da: 'Filen er for stor. Den må fylde 12 MB.', en: 'The file is too large. 12 MB is the most.' },
  421: { da: 'Vi svarer ikke på det navn.', en: 'We do not answer to that name.' },
  429: {
    da: 'Det var mange forsøg på kort tid. Vent lidt, og prøv igen.',
    en: 'That was many attempts in a short time. Wait a little and try again.',
  },
} as const

type Asked = { req: { raw: Request }; var: { locale: Locale; requestId: string } }

/** A refusal of the HTTP layer itself: problem details (RFC 9457) for the API and scripts, else a short page. */
export function problem(c: Asked, status: keyof typeof texts): Response {
  const detail = texts[status][c.var.locale]
  const wantsPage = (c.req.raw.headers.get('accept') ?? '').includes('text/html')
  if (!wantsPage)
    return new Response(JSON.stringify({ type: 'about:blank', status, title: detail, instance: c.var.requestId }), {
      status,
      headers: { 'Content-Type': 'application/problem+json' },
    })
  const page =
    `<!doctype html><html lang="${c.var.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Helhed</title></head>` +
    `<body><main><h1>Helhed</h1><p>${detail}</p><p><a href="/">${c.var.locale === 'da' ? 'Til forsiden' : 'To the front page'}</a></p></main></body></html>`
  return new Response(page, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
