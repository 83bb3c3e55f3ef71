import { classes } from './context.tsx'
import { type IconName, iconPaths } from './icon-paths.ts'

export type { IconName }

/** A drawn sign. Silent for screen readers unless it has a `label`. */
export const Icon = ({ name, label, className }: { name: IconName; label?: string; className?: string }) => (
  <svg
    className={classes('icon-svg', className)}
    viewBox="0 -960 960 960"
    focusable="false"
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    <path d={iconPaths[name]} />
  </svg>
)
