import { formatDate } from '#app/platform/time/format.ts'
import { ConfirmButton, LinkButton } from '#app/ui/button.tsx'
import { Card, ConsentCard, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Form } from '#app/ui/form.tsx'
import { Details } from '#app/ui/text.tsx'
import type { MyAsk, MyConsents, MyHelper } from '../consent-page.ts'
import { consentTexts } from '../consent-words.ts'
import { FIRST_TALK_CARDS } from '../consent.ts'

/** The questions that wait, at most five at a time, and one card for each named helper. */
export function MyConsentCards({ mine }: { mine: MyConsents }) {
  const m = consentTexts(useLocale()).mine
  const open = mine.asks.filter((a) => !a.refused)
  const [first, rest] = [open.slice(0, FIRST_TALK_CARDS), open.slice(FIRST_TALK_CARDS)]
  const refused = mine.asks.filter((a) => a.refused)
  return (
    <>
      {first.length > 0 && (
        <section>
          <h2>{m.asks}</h2>
          {first.map((a) => (
            <AskCard key={a.id} ask={a} />
          ))}
          {rest.length > 0 && (
            <Details summary={m.later(rest.length)}>
              <p>{m.laterWhy}</p>
              {rest.map((a) => (
                <AskCard key={a.id} ask={a} />
              ))}
            </Details>
          )}
        </section>
      )}
      <section>
        <h2>{m.helpers}</h2>
        {mine.helpers.length === 0 ? (
          <EmptyState title={m.nobody}>{m.nobodyWhy}</EmptyState>
        ) : (
          mine.helpers.map((h) => <HelperCard key={h.key} helper={h} />)
        )}
      </section>
      {mine.without.length > 0 && (
        <section>
          <h2>{m.without}</h2>
          <p>{m.withoutWhy}</p>
          {mine.without.map((w) => (
            <Card key={w.key} level={3} title={w.title}>
              <p>{w.why}</p>
              <p>{w.when}</p>
            </Card>
          ))}
        </section>
      )}
      {refused.length > 0 && (
        <Details summary={m.refusedTitle}>
          <ul>
            {refused.map((a) => (
              <li key={a.id}>
                {a.label} ({a.aboutName}){' '}
                <a href={`/min/samtykke/${a.id}`}>
                  {m.regret}
                  <span className="sr-only">: {a.label}</span>
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function AskCard({ ask: a }: { ask: MyAsk }) {
  const m = consentTexts(useLocale()).mine
  return (
    <Card
      level={3}
      title={a.label}
      footer={
        <LinkButton variant="primary" href={`/min/samtykke/${a.id}`}>
          {m.answer}
          <span className="sr-only">
            : {a.label}, {a.aboutName}
          </span>
        </LinkButton>
      }
    >
      <p>
        <strong>{a.who}</strong>
      </p>
      <p>{a.what}</p>
      <p>{a.aboutMe ? m.aboutYou : m.about(a.aboutName)}</p>
      {a.kind === 'optional' && <p>{m.refusal}</p>}
    </Card>
  )
}

function HelperCard({ helper: h }: { helper: MyHelper }) {
  const locale = useLocale()
  const m = consentTexts(locale).mine
  const what = [...new Set(h.consents.map((c) => c.what))].join(', ')
  return (
    <ConsentCard
      name={h.name}
      relation={h.relation}
      level={3}
      maySee={h.maySee}
      mayNotSee={h.mayNotSee}
      until={h.consents.length === 0 ? null : h.until ? formatDate(locale, h.until) : undefined}
      actions={
        h.consents.length === 0 ? undefined : (
          <>
            {h.consents.length === 1 ? (
              <LinkButton href={`/min/samtykke/${h.consents[0]?.id}`}>
                {m.change}
                <span className="sr-only"> {h.name}</span>
              </LinkButton>
            ) : (
              <Details
                summary={
                  <>
                    {m.change}
                    <span className="sr-only"> {h.name}</span>
                  </>
                }
              >
                <ul>
                  {h.consents.map((c) => (
                    <li key={c.id}>
                      <a href={`/min/samtykke/${c.id}`}>{c.label}</a>
                    </li>
                  ))}
                </ul>
              </Details>
            )}
            <Form action="/min/samtykke" prefix={`stop${h.key.replaceAll('.', '-')}`}>
              <input type="hidden" name="intent" value="stop" />
              {h.consents.map((c) => (
                <input key={c.id} type="hidden" name="consent" value={`${h.caseId}.${c.id}`} />
              ))}
              <ConfirmButton
                label={
                  <>
                    {m.stop}
                    <span className="sr-only"> {h.name}</span>
                  </>
                }
                question={m.stopQuestion(h.name, what)}
                confirm={m.stopConfirm}
              >
                <p>{m.stopAll(h.plainSector)}</p>
              </ConfirmButton>
            </Form>
          </>
        )
      }
    />
  )
}
