import type { Participant } from './meeting.ts'

/*
 * Whom the family might want at the meeting (MEET-03), from what it has said itself and from its plan. Proposals only: the family decides.
 */

export type Why = 'wish' | 'not-wished' | 'team' | 'goal' | 'activity' | 'network' | 'doctor' | 'child' | 'family'
/** `key`: `person-3`, `staff-7` or `outside-<name>`. `by`: members whose wish it is. */
export type Proposal = { key: string; name: string; why: Why; about: string; by: number[]; child: boolean }

type Facts = {
  /** Coming already. */
  coming: readonly Pick<Participant, 'personId' | 'staffId' | 'outside'>[]
  /** Of the meeting, the rest of the family, and its network; whom a shield keeps away is not among them. */
  people: readonly { id: number; name: string; child: boolean; network: boolean; subject: boolean }[]
  team: readonly { staffId: number; name: string; does: string }[]
  wishes: readonly { about: string; answer: 'come' | 'not' | null; wishedBy: number }[]
  goals: readonly { title: string; ownerStaffId: number | null }[]
  activities: readonly { what: string; provider: string }[]
  /** Does a kind like this invite the doctor? */
  doctor: string | null
}

/** Each once, with the strongest reason first: a wish, then goals, the team, what is done, the children, the network. */
export function proposalsFor(f: Facts): Proposal[] {
  const here = new Set(f.coming.flatMap((c) => [c.personId !== null ? `person-${c.personId}` : '', c.staffId !== null ? `staff-${c.staffId}` : '', c.outside ? `outside-${c.outside.name}` : '']))
  const wishFor = (key: string) => f.wishes.filter((w) => w.about === key)
  const found: Proposal[] = []
  const add = (p: Omit<Proposal, 'by' | 'why'> & { why: Why }) => {
    if (here.has(p.key) || found.some((x) => x.key === p.key)) return
    const wishes = wishFor(p.key)
    const come = wishes.filter((w) => w.answer === 'come').map((w) => w.wishedBy)
    const not = wishes.filter((w) => w.answer === 'not').map((w) => w.wishedBy)
    found.push({ ...p, why: come.length > 0 ? 'wish' : not.length > 0 ? 'not-wished' : p.why, by: come.length > 0 ? come : not })
  }
  for (const g of f.goals) {
    const owner = f.team.find((h) => h.staffId === g.ownerStaffId)
    if (owner) add({ key: `staff-${owner.staffId}`, name: owner.name, why: 'goal', about: g.title, child: false })
  }
  for (const h of f.team) add({ key: `staff-${h.staffId}`, name: h.name, why: 'team', about: h.does, child: false })
  for (const p of f.people.filter((p) => !p.network)) add({ key: `person-${p.id}`, name: p.name, why: p.child ? 'child' : 'family', about: '', child: p.child })
  for (const a of f.activities) if (a.provider !== '') add({ key: `outside-${a.provider}`, name: a.provider, why: 'activity', about: a.what, child: false })
  for (const p of f.people.filter((p) => p.network)) add({ key: `person-${p.id}`, name: p.name, why: 'network', about: '', child: false })
  if (f.doctor !== null && !f.coming.some((c) => c.outside?.sector === 'general-practice')) found.push({ key: `outside-${f.doctor}`, name: f.doctor, why: 'doctor', about: '', by: [], child: false })
  const rank: Record<Why, number> = { wish: 0, goal: 1, team: 2, child: 3, family: 4, doctor: 5, activity: 6, network: 7, 'not-wished': 8 }
  return found.toSorted((a, b) => rank[a.why] - rank[b.why])
}
