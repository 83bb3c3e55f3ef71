import { inForce } from '#app/catalogue/pack-item.ts'
import type { FrameworkTheme } from '#app/catalogue/pack-assessment.ts'
import type { Pack } from '#app/catalogue/pack.ts'

/*
 * Frameworks are labels on notes (UDR-05, UDR-06, UDR-07). ICF is the bridge: a theme of ICS or FFB names the ICF chapters it speaks of, and
 * through them the same note is shown in another framework. The mapping is data of the pack.
 */

export type Theme = Pick<FrameworkTheme, 'code' | 'framework' | 'group' | 'label' | 'plain' | 'bridge' | 'level'>
export type Frame = { code: string; label: { da: string; en: string }; about: 'child' | 'adult' | 'anyone'; bridge: boolean }
export type Frames = { frameworks: Frame[]; themes: Theme[] }

/** What the pack says on a day. */
export const framesOf = (pack: Pick<Pack, 'frameworks' | 'frameworkThemes'>, today: string): Frames => ({
  frameworks: inForce(pack.frameworks, today).map(({ code, label, about, bridge }) => ({ code, label, about, bridge })),
  themes: inForce(pack.frameworkThemes, today).map(({ code, framework, group, label, plain, bridge, level }) => ({
    code,
    framework,
    group,
    label,
    plain,
    bridge,
    level,
  })),
})

/** The ICF chapters a label speaks of; an ICF chapter is its own. Unknown labels (of an older pack) speak of none. */
export function bridgeOf(frames: Frames, label: string): string[] {
  const theme = frames.themes.find((t) => t.code === label)
  if (!theme) return []
  return frames.frameworks.find((f) => f.code === theme.framework)?.bridge ? [theme.code] : theme.bridge
}

/** The themes of a framework that share an ICF chapter with a label, with the chapters they share. The label itself is among them in its own. */
export function across(frames: Frames, label: string, framework: string): { theme: Theme; via: string[] }[] {
  const from = bridgeOf(frames, label)
  return frames.themes
    .filter((t) => t.framework === framework)
    .map((theme) => ({ theme, via: bridgeOf(frames, theme.code).filter((c) => from.includes(c)) }))
    .filter((found) => found.via.length > 0)
}

type Labelled = { id: number; labels: readonly string[] }
export type Seen<N> = { theme: Theme; direct: N[]; through: { note: N; via: string[] }[] }
/**
 * The same notes by the themes of one framework: those labelled with the theme itself, and those reached through the bridge. Every note with a
 * known label is somewhere; `rest` are the others.
 */
export function viewBy<N extends Labelled>(frames: Frames, notes: readonly N[], framework: string): { seen: Seen<N>[]; rest: N[] } {
  const themes = frames.themes.filter((t) => t.framework === framework)
  const inFramework = (note: N) => note.labels.some((l) => themes.some((t) => t.code === l))
  const seen = themes.map((theme): Seen<N> => {
    const direct = notes.filter((n) => n.labels.includes(theme.code))
    const through = notes
      // A note that somebody has labelled in this framework stands where they put it.
      .filter((n) => !inFramework(n))
      .map((note) => {
        const chapters = new Set(note.labels.flatMap((l) => bridgeOf(frames, l)))
        return { note, via: bridgeOf(frames, theme.code).filter((c) => chapters.has(c)) }
      })
      .filter((found) => found.via.length > 0)
    return { theme, direct, through }
  })
  const shown = new Set(seen.flatMap((s) => [...s.direct, ...s.through.map((t) => t.note)]).map((n) => n.id))
  return { seen, rest: notes.filter((n) => !shown.has(n.id)) }
}

/** The labels that may stand: known ones, once each, in the pack's order. */
export const knownLabels = (frames: Frames, wanted: readonly string[]): string[] =>
  frames.themes.filter((t) => wanted.includes(t.code)).map((t) => t.code)
/** Levels only on labels that stand and that the pack allows a level (FFB: activity and participation). */
export const allowedLevels = (frames: Frames, labels: readonly string[], levels: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(levels).filter(
      ([label]) => labels.includes(label) && frames.themes.some((t) => t.code === label && t.level === 'required'),
    ),
  )
