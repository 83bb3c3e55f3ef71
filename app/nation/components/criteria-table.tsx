import { pick } from '#app/platform/i18n/messages.ts'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Tabs } from '#app/ui/navigation.tsx'
import { Table } from '#app/ui/table.tsx'
import { da, en } from '../messages.ts'
import { AFTER, type Criterion, type Share } from '../nation.ts'

/** 12, 24 and 36 months as pages beside each other. `base`: the address without the months. */
export function AfterTabs({ base, after }: { base: string; after: number }) {
  const m = pick(useLocale(), { da, en })
  return <Tabs label={m.after} items={AFTER.map((n) => ({ href: `${base}${base.includes('?') ? '&' : '?'}efter=${n}`, label: m.months(n), current: n === after }))} />
}

/** A share with its interval in words; too few is said, never shown as nothing. */
export function ShareText({ share, few = false }: { share: Share | null; few?: boolean }) {
  const m = pick(useLocale(), { da, en })
  if (!share) return <span className="text-muted">{m.hidden}</span>
  return (
    <>
      {m.share(share.p, share.low, share.high)}
      {few && <span className="note"> ({m.tooFewToJudge})</span>}
    </>
  )
}

type Props = { criteria: readonly Criterion[]; after: number; /** The page of one criterion, where there is one. */ href?: (code: string) => string }

/** The criteria of both kinds, each a row: how many are measured, how many are better or have it, how many are worse. */
export function CriteriaTables({ criteria, after, href }: Props) {
  const m = pick(useLocale(), { da, en })
  if (criteria.every((c) => c.table.n === null || c.table.n === 0)) return <EmptyState title={m.none}>{m.noneText(after)}</EmptyState>
  return (
    <>
      <Kind title={m.subjective} criteria={criteria.filter((c) => c.kind !== 'objective')} href={href} />
      <Kind title={m.objective} criteria={criteria.filter((c) => c.kind === 'objective')} href={href} />
    </>
  )
}

function Kind({ title, criteria, href }: { title: string; criteria: readonly Criterion[]; href: Props['href'] | undefined }) {
  const locale = useLocale()
  const m = pick(locale, { da, en })
  if (criteria.length === 0) return null
  return (
    <Card title={title}>
      <Table
        caption={title}
        hideCaption
        compact
        rows={criteria}
        rowKey={(c) => c.code}
        columns={[
          { key: 'what', label: m.what, rowHeader: true, cell: (c) => <NameOf criterion={c} href={href} /> },
          { key: 'n', label: m.measured, numeric: true, cell: (c) => c.table.n ?? m.tooFew },
          { key: 'better', label: m.better, numeric: true, cell: (c) => (c.counts === 'now' ? '–' : <Cell criterion={c} share={c.share} />) },
          { key: 'worse', label: m.worse, numeric: true, cell: (c) => (c.counts === 'now' ? '–' : <Cell criterion={c} share={c.worse} />) },
          { key: 'now', label: m.hasNow, numeric: true, cell: (c) => (c.counts === 'now' ? <Cell criterion={c} share={c.share} /> : '–') },
        ]}
      />
    </Card>
  )
}

function NameOf({ criterion: c, href }: { criterion: Criterion; href: Props['href'] | undefined }) {
  const locale = useLocale()
  const text = c.label[locale]
  return (
    <>
      {href && c.table.n !== null ? <a href={href(c.code)}>{text}</a> : text}
      <span className="note d-block">{c.group[locale]}</span>
    </>
  )
}

const Cell = ({ criterion: c, share }: { criterion: Criterion; share: Share | null }) => (c.table.n === null || c.table.n === 0 ? <>–</> : <ShareText share={share} few={c.tooFewToJudge} />)

/** What the figures mean and what they do not. */
export function HowCounted({ smallest }: { smallest: number | null }) {
  const m = pick(useLocale(), { da, en })
  return (
    <Card title={m.how}>
      {m.howText.map((text) => <p key={text}>{text}</p>)}
      {smallest !== null && <p>{m.hiddenText(smallest)}</p>}
    </Card>
  )
}
