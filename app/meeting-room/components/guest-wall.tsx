import type { WallPage } from '../room-view.ts'
import { useRoomTexts } from './room-context.tsx'
import { useLive } from './use-live.ts'
import { Wall } from './wall.tsx'

/** The same wall as in the room. Closed: the meeting is not on, or the link does not open it. */
export const GuestWall = ({ first, today, token }: { first: WallPage | null; today: string; token: string }) => {
  const m = useRoomTexts()
  return first ? (
    <Following first={first} today={today} token={token} />
  ) : (
    <div className="wall wall-still">
      <title>{`${m.wallTitle} – Helhed`}</title>
      <main id="main-content" tabIndex={-1}>
        <h1>{m.wall.closed}</h1>
      </main>
      <footer className="wall-foot">
        <a href={`/moede/${token}`}>{m.toMeeting}</a>
      </footer>
    </div>
  )
}

const Following = ({ first, today, token }: { first: WallPage; today: string; token: string }) => {
  const base = `/moede/${token}/tavle/nu`
  const live = useLive(first, base, `${base}?puls=1`)
  return <Wall wall={live.page} today={today} leaderHref={null} closed={live.gone || live.signedOut} lost={!live.online} guest />
}
