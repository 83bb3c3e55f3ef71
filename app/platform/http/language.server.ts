import { Hono } from 'hono'
import { rememberLocale } from '../i18n/locale.ts'
import { safeReturn } from '../auth/safe-return.ts'

/** POST /sprog: the language of this browser, and back to where one was. */
export const languageRoutes = () => new Hono().post('/sprog', async (c) => {
  const form = await c.req.parseBody()
  c.header('Set-Cookie', rememberLocale(form['locale'] === 'en' ? 'en' : 'da'), { append: true })
  return c.redirect(safeReturn(typeof form['next'] === 'string' ? form['next'] : null), 303)
})
