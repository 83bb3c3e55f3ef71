import { classes } from './context.tsx'
import { initials } from './due.ts'

/** Somebody's photo, or their initials where there is none. The name stands beside it, so the picture says nothing more. */
export const Face = ({ name, photo, size = 'middle' }: { name: string; photo: string | null; size?: 'small' | 'middle' | 'large' }) =>
  photo ? (
    <img className={classes('face', `face-${size}`)} src={photo} alt="" />
  ) : (
    <span className={classes('face', 'face-initials', `face-${size}`)} aria-hidden="true">
      {initials(name)}
    </span>
  )
