import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { HOW, type LedgerConsent, SIGNER_STATES, STANDINGS, VIA } from './consent.ts'
import { listConsents } from './list-consents.server.ts'
import { proposeConsents } from './propose-consents.server.ts'
import { readWhatCanSee } from './read-what-can-see.server.ts'
import { registerRefusal } from './register-refusal.server.ts'
import { registerSignature } from './register-signature.server.ts'
import { withdrawConsent } from './withdraw-consent.server.ts'

const id = z.coerce.number().int().positive()
const inCase = z.object({ caseId: id })
const inConsent = z.object({ caseId: id, consentId: id })
const tags = ['consent']
const date = z.iso.date()

/* What a body looks like; the verbs hold the rules, the same as for the pages. */
const Consent = z.object({
  id: z.number(),
  subjectId: z.number(),
  purpose: z.string(),
  template: z.string().nullable(),
  fromSectors: z.array(z.string()),
  toSectors: z.array(z.string()),
  categories: z.array(z.string()),
  validFrom: date,
  validUntil: date.nullable(),
  lastsUntil: date.nullable(),
  standing: z.enum(STANDINGS),
  withdrawnAt: z.string().nullable(),
  signers: z.array(
    z.object({ personId: z.number(), required: z.boolean(), state: z.enum(SIGNER_STATES), signedAt: z.string().nullable() }),
  ),
})
const Asked = z.object({
  consents: z.array(
    z.object({
      template: z.string(),
      subjectId: z.int(),
      party: z.string().optional(),
      from: date,
      until: date.optional(),
      healthAgreement: z.string().optional(),
    }),
  ),
})
const Signature = z.object({
  signerId: z.int().optional(),
  how: z.enum(HOW).optional(),
  on: date.optional(),
  witness: z.string().optional(),
  language: z.string().optional(),
  interpreter: z.boolean().optional(),
  readAloud: z.boolean().optional(),
})
const Refusal = z.object({ signerId: z.int().optional(), on: date.optional() })
const Withdrawal = z.object({ signerId: z.int().optional(), via: z.enum(VIA).optional() })
const Done = z.object({ consentId: z.number() })

const list = createRoute({
  method: 'get',
  path: '/cases/{caseId}/consents',
  tags,
  summary: 'The consents of a family that you may see, with each signer',
  request: { params: inCase },
  responses: { 200: json(z.object({ consents: z.array(Consent) }), 'The ledger') },
})
const ask = createRoute({
  method: 'post',
  path: '/cases/{caseId}/consents',
  tags,
  summary: 'Write down what the family is asked; each row is a yes of its own',
  request: { params: inCase, ...body(Asked) },
  responses: {
    201: json(z.object({ consentIds: z.array(z.number()), known: z.array(z.number()) }), 'New consents, and those that were there already'),
  },
})
const sign = createRoute({
  method: 'post',
  path: '/cases/{caseId}/consents/{consentId}/signatures',
  tags,
  summary: 'A yes: your own, or written down for somebody',
  request: { params: inConsent, ...body(Signature) },
  responses: { 201: json(Done, 'Signed') },
})
const refuse = createRoute({
  method: 'post',
  path: '/cases/{caseId}/consents/{consentId}/refusals',
  tags,
  summary: 'A no: your own, or written down for somebody',
  request: { params: inConsent, ...body(Refusal) },
  responses: { 201: json(Done, 'Refused') },
})
const withdraw = createRoute({
  method: 'post',
  path: '/cases/{caseId}/consents/{consentId}/withdrawals',
  tags,
  summary: 'Stop it; works from the next read',
  request: { params: inConsent, ...body(Withdrawal) },
  responses: { 201: json(Done.extend({ endedNow: z.boolean() }), 'Stopped; endedNow is false when it had ended before') },
})
const visible = createRoute({
  method: 'get',
  path: '/cases/{caseId}/visible',
  tags,
  summary: 'What the assigned staff of a sector can see right now',
  request: { params: inCase, query: z.object({ sector: z.string() }) },
  responses: {
    200: json(
      z.object({
        staff: z.array(z.object({ staffId: z.number(), name: z.string() })),
        records: z.array(
          z.object({
            kind: z.string(),
            recordId: z.number(),
            title: z.string(),
            category: z.string(),
            sector: z.string(),
            subjects: z.array(z.number()),
          }),
        ),
      }),
      'Records',
    ),
  },
})

const view = (c: LedgerConsent): z.infer<typeof Consent> => ({
  id: c.id,
  subjectId: c.subjectId,
  purpose: c.purpose,
  template: c.template,
  fromSectors: c.fromSectors,
  toSectors: c.toSectors,
  categories: c.categories,
  validFrom: c.validFrom,
  validUntil: c.validUntil,
  lastsUntil: c.lastsUntil,
  standing: c.standing,
  withdrawnAt: c.withdrawnAt,
  signers: c.signers.map(({ personId, required, state, signedAt }) => ({ personId, required, state, signedAt })),
})

/** Consent below /api/v1: the same verbs as the pages. */
export const consentApi = sliceApi()
  .openapi(list, async (c) => c.json({ consents: (await listConsents(c.var.ctx, c.req.valid('param'))).consents.map(view) }, 200))
  .openapi(ask, async (c) => {
    const { consentIds, known } = await proposeConsents(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })
    return c.json({ consentIds, known }, 201)
  })
  .openapi(sign, async (c) => {
    await registerSignature(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })
    return c.json({ consentId: c.req.valid('param').consentId }, 201)
  })
  .openapi(refuse, async (c) => {
    await registerRefusal(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })
    return c.json({ consentId: c.req.valid('param').consentId }, 201)
  })
  .openapi(withdraw, async (c) => {
    const { endedNow } = await withdrawConsent(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') })
    return c.json({ consentId: c.req.valid('param').consentId, endedNow }, 201)
  })
  .openapi(visible, async (c) => {
    const { staff, records } = await readWhatCanSee(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('query') })
    return c.json(
      {
        staff: staff.map(({ staffId, name }) => ({ staffId, name })),
        records: records.map(({ kind, recordId, title, category, sector, subjects }) => ({
          kind,
          recordId,
          title,
          category,
          sector,
          subjects,
        })),
      },
      200,
    )
  })
