import type { ReactNode } from 'react'
import { Table } from '#app/ui/table.tsx'
import type { ProjectGoal } from '../goals.ts'
import { useWords } from './goal-figure.tsx'

/** The national criteria, a table for each part of their list: the same name stands in more than one. */
export function CriteriaTables<Row extends { goal: ProjectGoal }>({ rows, name, figure }: { rows: readonly Row[]; name: (row: Row) => ReactNode; figure: (row: Row) => ReactNode }) {
  const { locale, m } = useWords()
  return [...Map.groupBy(rows, (r) => r.goal.population[locale])].map(([part, list]) => (
    <Table
      key={part}
      caption={part}
      compact
      even
      rows={list}
      rowKey={(r) => r.goal.code}
      columns={[
        { key: 'goal', label: m.goal, rowHeader: true, cell: name },
        { key: 'how', label: m.howCounted, cell: (r) => r.goal.text[locale] },
        { key: 'figure', label: m.figure, cell: figure },
      ]}
    />
  ))
}
