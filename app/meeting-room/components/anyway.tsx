import { useRoom, useRoomTexts } from './room-context.tsx'

/** "Vis alligevel": one consent for each, said aloud by whom it is about, here and today. Nothing is bundled: every yes has its own box. */
export const AnywayPanel = () => {
  const { page, address, ask, formKey, out } = useRoom()
  const m = useRoomTexts()
  if (!page.anyway) return null
  const { participantId, shelfId, sector, needs } = page.anyway
  const name = page.attendants.find((a) => a.participantId === participantId)?.name ?? ''
  const possible = sector !== null && needs.some((n) => n.signers?.every((s) => s.here))
  return (
    <section className="room-card room-anyway" id="vis" aria-labelledby="anyway">
      <h2 id="anyway">{m.anyway.title}</h2>
      {sector === null ? <p>{m.anyway.cannot(name)}</p> : <p>{m.anyway.lead(name)}</p>}
      <form
        method="post"
        action={address}
        onSubmit={(e) => {
          e.preventDefault()
          out.sendForm(e.currentTarget)
          ask('')
        }}
      >
        <input type="hidden" name="intent" value="anyway" />
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="shelfId" value={shelfId} />
        <input type="hidden" name="participantId" value={participantId} />
        {sector !== null && (
          <fieldset>
            <legend>{m.anyway.each}</legend>
            {needs.map((n) =>
              n.signers === null || n.signers.length === 0 ? (
                <p key={n.subject}>{m.anyway.nobody(n.name)}</p>
              ) : (
                n.signers.map((s) =>
                  s.here ? (
                    <label key={`${n.subject}-${s.id}`} className="room-check">
                      <input type="checkbox" name="yes" value={`${n.subject}-${s.id}`} /> {m.anyway.yes(s.name, n.name, sector)}
                    </label>
                  ) : (
                    <p key={`${n.subject}-${s.id}`}>{m.anyway.notHere(s.name)}</p>
                  ),
                )
              ),
            )}
          </fieldset>
        )}
        {possible && (
          <>
            <label>
              {m.anyway.witness}
              <input type="text" name="witness" className="form-input" required maxLength={100} />
            </label>
            <label className="room-check">
              <input type="checkbox" name="interpreter" value="on" /> {m.anyway.interpreter}
            </label>
            <button type="submit" className="button button-primary">
              {m.anyway.confirm}
            </button>
          </>
        )}
        <a className="function-link" href={address} onClick={(e) => { e.preventDefault(); ask('') }}>
          {m.notNow}
        </a>
      </form>
    </section>
  )
}
