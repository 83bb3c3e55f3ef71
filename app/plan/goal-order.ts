import type { Goal } from './plan.ts'

/**
 * The stored order after somebody who sees only some of the goals has ordered those (PLAN-22): theirs take the places that theirs had,
 * the ones they do not see stay where they are, new ones come last.
 */
export function mergeOrder(stored: readonly number[], wanted: readonly number[]): number[] {
  const mine = new Set(wanted)
  const queue = [...new Set(wanted)]
  const merged = stored.map((id) => (mine.has(id) ? queue.shift()! : id))
  return [...new Set([...merged, ...queue])]
}

/** The stored order without the goals that this reader does not see: their number is theirs not to know. */
export const seenInOrder = (order: readonly number[], goals: readonly Pick<Goal, 'id'>[]): number[] =>
  order.filter((id) => goals.some((g) => g.id === id))

export type GoalNode = Goal & { children: GoalNode[] }
/**
 * The goals as a tree in the family's order, those in focus first (PLAN-22). The family's own come before a sector's among siblings
 * (PLAN-09, PLAN-11);
 * a sub-goal whose parent this reader does not see stands at the top.
 */
export function goalTree(goals: readonly Goal[], order: readonly number[]): GoalNode[] {
  const place = new Map(order.map((id, i) => [id, i]))
  const rank = (g: Goal) => [(g.kind === 'own' ? 0 : 2) + (g.inFocus ? 0 : 1), place.get(g.id) ?? order.length, g.id] as const
  const sorted = goals
    .filter((g) => !g.dropped)
    .toSorted((a, b) => {
      const [x, y] = [rank(a), rank(b)]
      return x[0] - y[0] || x[1] - y[1] || x[2] - y[2]
    })
  const seen = new Set(sorted.map((g) => g.id))
  const under = (parent: number | null): GoalNode[] =>
    sorted
      .filter((g) => (g.parentId !== null && seen.has(g.parentId) ? g.parentId : null) === parent)
      .map((g) => ({ ...g, children: under(g.id) }))
  return under(null)
}
/** The tree from top to bottom. */
export const flatten = (nodes: readonly GoalNode[]): GoalNode[] => nodes.flatMap((n) => [n, ...flatten(n.children)])

/** The order after one goal is moved one step up or down among its siblings; unchanged at the end of the row. */
export function moveGoal(tree: readonly GoalNode[], goalId: number, direction: 'up' | 'down'): number[] {
  const swap = (nodes: readonly GoalNode[]): GoalNode[] => {
    const list = nodes.map((n) => ({ ...n, children: swap(n.children) }))
    const at = list.findIndex((n) => n.id === goalId)
    const to = at + (direction === 'up' ? -1 : 1)
    const [one, other] = [list[at], list[to]]
    if (one && other) [list[at], list[to]] = [other, one]
    return list
  }
  return flatten(swap(tree)).map((g) => g.id)
}
