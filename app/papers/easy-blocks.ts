import { goalTree } from '#app/plan/goal-order.ts'
import { planTexts } from '#app/plan/plan-words.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { type Locale, pick } from '#app/platform/i18n/messages.ts'
import type { Letter, LetterBlock } from '#app/platform/letters/letter.ts'
import { da, en } from './messages.ts'
import type { Paper } from './paper.ts'
import { clock, daysOfWeek } from './plan-blocks.ts'

/** What two pages of large type hold, also when every line is as long as it may be. */
const MOST = { hopes: 3, goals: 4, helpers: 4, perDay: 2 } as const
const LONGEST = 90

/**
 * The plan in two pages for a child: own hopes first, what happens in the week, who helps, and where to say what one thinks. What there is no
 * room for is said by number, so that nobody believes to have it all.
 */
export function easyLetter(locale: Locale, paper: Paper): Letter {
  const m = pick(locale, { da, en })
  const [only] = paper.recipients
  const mine = paper.recipients.map((r) => r.id)
  const hopes = own(paper.plan.hopes, (h) => h.personId !== null && mine.includes(h.personId))
  const goals = own(goalTree(paper.plan.goals, paper.goalOrder), (g) => g.subjects.some((s) => mine.includes(s)))
  const left = over(hopes.length, MOST.hopes) + over(goals.length, MOST.goals)
  const helper = paper.team[0]
  return {
    locale,
    large: true,
    sender: { name: paper.municipality, lines: [] },
    date: paper.today,
    title: paper.recipients.length === 1 && only ? m.easyTitle(only.name) : m.easyTitleMany,
    blocks: [
      { kind: 'heading', text: m.easyHopes },
      ...some(m.easyNothing, hopes.slice(0, MOST.hopes).map((h) => short(h.words))),
      { kind: 'heading', text: m.easyGoals },
      ...some(m.easyNothing, goals.slice(0, MOST.goals).map((g) => short(g.title))),
      ...(left > 0 ? [{ kind: 'note' as const, text: m.easyMore(left) }] : []),
      { kind: 'drawing', label: m.easyDraw },
      { kind: 'pageBreak' },
      { kind: 'heading', text: paper.recipients.length === 1 ? m.easyWeek : m.easyWeekMany },
      ...weekList(locale, paper, mine),
      { kind: 'heading', text: m.easyHelpers },
      { kind: 'text', text: paper.team.length === 0 ? m.easyNothing : `${joinList(locale, paper.team.slice(0, MOST.helpers).map((h) => short(h.name, 40)))}.` },
      { kind: 'heading', text: m.easySay },
      { kind: 'text', text: helper ? m.easyAsk(helper.name) : m.easyAskNobody },
    ],
  }
}

function weekList(locale: Locale, paper: Paper, mine: readonly number[]): LetterBlock[] {
  const [t, m] = [planTexts(locale), pick(locale, { da, en })]
  const days = daysOfWeek(paper, mine)
  if (days.length === 0) return [{ kind: 'text', text: m.easyNothing }]
  const cell = (activities: Paper['plan']['activities']) =>
    activities.slice(0, MOST.perDay).map((a) => `${a.timeFrom ? `${clock(locale, a.timeFrom)} ` : ''}${short(a.what || t.noTitle, 34)}`).join('\n')
  return [{ kind: 'table', columns: [m.colDay, m.colWhat], rows: days.map((d) => [capital(t.weekday[d.weekday] ?? ''), cell(d.activities)]) }]
}

/** The reader's own first; then the others', in their order. */
const own = <R>(rows: readonly R[], isMine: (row: R) => boolean): R[] => [...rows.filter(isMine), ...rows.filter((r) => !isMine(r))]
const over = (n: number, most: number): number => Math.max(0, n - most)
const some = (nothing: string, items: readonly string[]): LetterBlock[] =>
  items.length === 0 ? [{ kind: 'text', text: nothing }] : [{ kind: 'list', items }]
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** A text cut at a word when it is longer than a large line or two. */
export function short(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest - 1)
  const at = cut.lastIndexOf(' ')
  return `${cut.slice(0, at > longest / 2 ? at : undefined)}…`
}
