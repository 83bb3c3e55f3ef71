import { useCallback, useEffect, useMemo } from 'react'
import { isRefused } from '#app/plan/components/typed.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { LocaleProvider, useLocale } from '#app/ui/context.tsx'
import { ConcernLink } from '#app/ui/text.tsx'
import { meetingAddress, roomAddress } from '../asked.ts'
import type { RoomPage } from '../room-view.ts'
import { roomTexts } from '../room-words.ts'
import { Agreements, ThinkAndDecide } from './agreements.tsx'
import { AnywayPanel } from './anyway.tsx'
import { Columns, ScaleCard } from './columns.tsx'
import { NoScriptRefused } from './no-script-refused.tsx'
import { People, StartForm } from './people.tsx'
import { hereIn, RoomForm, RoomProvider, useRoom, useRoomTexts } from './room-context.tsx'
import { Agenda, PointHead, Round } from './round.tsx'
import { StuckEdits } from './stuck.tsx'
import { useLive } from './use-live.ts'
import { useOutbox } from './use-outbox.ts'

type Given = { room: RoomPage; locale: 'da' | 'en'; me: string; formKey: string; refused: unknown }

/** One calm screen: who is here, one point, each voice, what is agreed. Several may have it open; what one writes the others see. */
export const Leader = ({ room, locale, me, formKey, refused }: Given) => {
  const base = roomAddress(room)
  const live = useLive(room, `${base}/nu`)
  const { reload } = live
  const out = useOutbox(`helhed.moede.${me}.${room.meetingId}`, `${base}/skriv`, useCallback(() => void reload(), [reload]))
  const { heard } = out
  useEffect(() => heard(live.online && !live.signedOut), [live.online, live.signedOut, heard])
  const ask = useCallback((query: string) => void reload(query), [reload])
  const shared = useMemo(() => ({ page: live.page, address: `${base}/leder`, formKey, out, ask }), [live.page, base, formKey, out, ask])
  const m = roomTexts(locale)
  return (
    <LocaleProvider locale={locale}>
      <RoomProvider value={shared}>
        <title>{`${m.lead} – Helhed`}</title>
        <div className="room">
          <Head />
          <Net online={live.online && !out.offline} signedOut={live.signedOut || out.signedOut} gone={live.gone} />
          <main id="main-content" tabIndex={-1}>
            <StuckEdits />
            {isRefused(refused) && <NoScriptRefused refused={refused} />}
            <Body />
          </main>
          <footer className="room-foot">
            <ConcernLink href={`/bekymret/${room.caseId}`} />
            <noscript>
              <p>
                <a href={`${base}/leder`}>{m.reload}</a> {m.reloadHint}
              </p>
            </noscript>
          </footer>
        </div>
      </RoomProvider>
    </LocaleProvider>
  )
}

const Head = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  const base = roomAddress(page)
  return (
    <header className="room-head">
      <h1>
        {joinList(useLocale(), page.people.map((p) => p.name))} <small>{page.kindLabel}</small>
      </h1>
      <nav aria-label={m.lead}>
        <a href={meetingAddress(page)}>{m.toMeeting}</a>
        <a href={base} target="_blank" rel="noopener">
          {m.showWall}
        </a>
        {page.may.lead && page.state === 'running' && (
          <details className="confirm">
            <summary>{m.end}</summary>
            <div className="confirm-body">
              <p>{m.endQuestion}</p>
              <RoomForm intent="end">
                <button type="submit" className="button button-primary">
                  {m.endConfirm}
                </button>
              </RoomForm>
            </div>
          </details>
        )}
      </nav>
    </header>
  )
}

const Net = ({ online, signedOut, gone }: { online: boolean; signedOut: boolean; gone: boolean }) => {
  const { page, out } = useRoom()
  const m = useRoomTexts()
  return (
    <output className="room-net">
      {gone ? (
        <span>{m.lostAccess}</span>
      ) : signedOut ? (
        <span>
          <b>{m.signedOut}</b>{' '}
          <a href={`/log-ind?tilbage=${encodeURIComponent(roomAddress(page))}`} target="_blank" rel="noopener">
            {m.signInAgain}
          </a>
        </span>
      ) : !online ? (
        <span>
          <b>{m.offline}</b> {m.offlineMore}
        </span>
      ) : out.edits.length > 1 ? (
        <span>{m.waiting}</span>
      ) : null}
    </output>
  )
}

const Body = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  if (page.state === 'cancelled') return <p className="room-card">{m.cancelled}</p>
  if (page.state !== 'running' && page.state !== 'held') return page.may.lead ? <StartForm again={false} /> : <p className="room-card">{m.notBegun}</p>
  return (
    <>
      {page.state === 'held' && <Over />}
      {!page.may.lead && <p className="room-card">{m.onlyLeader}</p>}
      <AnywayPanel />
      <div className="room-grid">
        <div className="room-side">
          <People />
          <Agenda />
        </div>
        <div className="room-middle">
          <PointHead />
          <Round />
          <Columns />
          <ScaleCard />
        </div>
        <div className="room-side">
          <Agreements />
          <ThinkAndDecide />
        </div>
      </div>
    </>
  )
}

const Over = () => {
  const { page } = useRoom()
  const m = useRoomTexts()
  return (
    <div className="room-card">
      <h2>{m.over}</h2>
      <p>{m.overText}</p>
      <p>
        <a className="button button-primary" href={`${meetingAddress(page)}/referat`}>
          {m.toMinutes}
        </a>
      </p>
      {page.may.lead && hereIn(page).length === 0 && (
        <details className="room-more">
          <summary>{m.beginAgain}</summary>
          <StartForm again />
        </details>
      )}
    </div>
  )
}
