import { createRoute, z } from '@hono/zod-openapi'
import { body, json, sliceApi } from '#app/platform/api/api.server.ts'
import { addPerson } from './add-person.server.ts'
import { CASE_ROLES, PERSON_KINDS, RELATION_KINDS } from './families.ts'
import { AddPersonBody, Search } from './inputs.ts'
import { readFamily } from './read-family.server.ts'
import { readMyFamilies } from './read-my-families.server.ts'
import { searchFamilies } from './search-families.server.ts'

const path = z.object({ caseId: z.coerce.number().int().positive() })
const day = z.string().nullable()
const Person = z.object({
  id: z.number(),
  kind: z.enum(PERSON_KINDS),
  firstName: z.string(),
  lastName: z.string(),
  born: day,
  due: day,
  died: day,
  language: z.string(),
  interpreter: z.boolean(),
  role: z.enum(CASE_ROLES),
  revision: z.number(),
})
const range = { validFrom: z.string(), validUntil: day }
const MyFamilies = z.object({
  families: z.array(
    z.object({
      caseId: z.number(),
      number: z.string(),
      name: z.string(),
      state: z.enum(['in-intake', 'waiting', 'active', 'closed']),
      coordinators: z.array(z.string()),
      people: z.array(Person),
      missing: z.array(z.object({ code: z.string(), personId: z.number().optional() })),
    }),
  ),
})
/** A protected address has no street here; asking for it is a logged look-up of the pages. */
const Family = z.object({
  case: z.object({ id: z.number(), number: z.string(), name: z.string(), closed: z.boolean() }),
  people: z.array(Person),
  households: z.array(z.object({ id: z.number(), name: z.string(), ...range })),
  memberships: z.array(z.object({ householdId: z.number(), personId: z.number(), ...range })),
  custody: z.array(z.object({ childId: z.number(), holderId: z.number(), ...range })),
  relations: z.array(
    z.object({
      id: z.number(),
      personId: z.number(),
      otherId: z.number(),
      kind: z.enum(RELATION_KINDS),
      label: z.string(),
      validFrom: day,
      validUntil: day,
    }),
  ),
  addresses: z.array(
    z.object({
      id: z.number(),
      personIds: z.array(z.number()),
      street: z.string().nullable(),
      postcode: z.string().nullable(),
      city: z.string().nullable(),
      protected: z.boolean(),
    }),
  ),
})
const Found = z.object({
  answer: z.enum(['found', 'none', 'known', 'limited']),
  families: z.array(
    z.object({ caseId: z.number(), number: z.string(), name: z.string(), people: z.array(Person), personIds: z.array(z.number()) }),
  ),
})
const Added = z.object({ outcome: z.enum(['added', 'known', 'limited']), personId: z.number().nullable() })

const tags = ['families']

const mine = createRoute({
  method: 'get',
  path: '/cases',
  tags,
  summary: 'The families you work with',
  responses: { 200: json(MyFamilies, 'Your families') },
})
const one = createRoute({
  method: 'get',
  path: '/cases/{caseId}/people',
  tags,
  summary: 'The people of a family as you may see them',
  request: { params: path },
  responses: { 200: json(Family, 'The family') },
})
const add = createRoute({
  method: 'post',
  path: '/cases/{caseId}/people',
  tags,
  summary: 'Add a person. A CPR number in use adds nobody and answers `known`.',
  request: { params: path, ...body(AddPersonBody) },
  responses: { 200: json(Added, 'Nothing was added'), 201: json(Added, 'The person') },
})
const search = createRoute({
  method: 'post',
  path: '/cases/search',
  tags,
  summary: 'Find a family by name, number or whole CPR number (in the body, so that no log of addresses holds it)',
  request: body(Search),
  responses: { 200: json(Found, 'What you may see') },
})

/** People and families below /api/v1: the same verbs as the pages. */
export const familiesApi = sliceApi()
  .openapi(mine, async (c) => c.json(MyFamilies.parse(await readMyFamilies(c.var.ctx, {})), 200))
  .openapi(one, async (c) => c.json(Family.parse(await readFamily(c.var.ctx, c.req.valid('param'))), 200))
  .openapi(search, async (c) => c.json(Found.parse(await searchFamilies(c.var.ctx, c.req.valid('json'))), 200))
  .openapi(add, async (c) => {
    const result = Added.parse(await addPerson(c.var.ctx, { ...c.req.valid('json'), ...c.req.valid('param') }))
    return result.outcome === 'added' ? c.json(result, 201) : c.json(result, 200)
  })
