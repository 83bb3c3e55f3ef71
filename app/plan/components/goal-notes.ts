import { createContext } from 'react'

/** What a slice above the plan says about its goals, by goal: the measure it is followed by, and where one chooses it. Nothing unless a page gives it. */
export const GoalNotes = createContext<{ text: Readonly<Record<number, string>>; choose: ((goalId: number) => string) | null }>({ text: {}, choose: null })
