import { joinList } from '#app/platform/i18n/words.ts'
import { formatDue, formatRange, formatShortDate } from '#app/platform/time/format.ts'
import { ActionButton, ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Alert } from '#app/ui/feedback.tsx'
import { MatrixTable, Table } from '#app/ui/table.tsx'
import { Badge, Details } from '#app/ui/text.tsx'
import type { ConsentPage } from '../consent-page.ts'
import { consentTexts, foreseenSentence, matrixOf, minimumMissing, missingSentences, nameOf, titleOf } from '../consent-words.ts'
import type { Basis, LedgerConsent } from '../consent.ts'
import type { Foreseen } from '../foresight.ts'

type Props = { page: ConsentPage }
export const consentHref = (caseId: number, consentId?: number): string => `/familier/${caseId}/samtykke${consentId ? `/${consentId}` : ''}`
const TONES = {
  valid: 'done',
  partly: 'attention',
  waiting: 'attention',
  refused: 'plain',
  'no-signer': 'attention',
  withdrawn: 'plain',
  ended: 'plain',
  coming: 'plain',
} as const

/** What is missing before the family can take part, whose answer is missing, what stops soon: each said in words. */
export function WaitingCards({ page }: Props) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const missing = page.consents.flatMap((c) => missingSentences(locale, page, c).map((s) => ({ ...s, consentId: c.id })))
  const minimum = page.whole ? minimumMissing(page) : []
  return (
    <>
      {page.shield && (
        <Alert tone="warning" title={m.page.shield} live={false}>
          {m.page.shieldText}
        </Alert>
      )}
      {minimum.length > 0 && (
        <Card title={m.page.minimumMissing}>
          <ul>
            {minimum.map((x) => (
              <li key={x.code}>
                {x.label}: {joinList(locale, x.names)}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={m.page.missing} accent={missing.length > 0}>
        {missing.length === 0 ? (
          <p>{m.page.noneMissing}</p>
        ) : (
          <>
            <ul>
              {missing.map((s) => (
                <li key={`${s.consentId}.${s.signerId}`}>
                  <a href={consentHref(page.caseId, s.consentId)}>{s.text}</a>
                </li>
              ))}
            </ul>
            <p>{m.page.missingRest}</p>
          </>
        )}
        {page.consents.some((c) => c.standing === 'no-signer') && <p>{m.noSigner}</p>}
      </Card>
      {page.foreseen.length > 0 && (
        <Card title={m.page.foreseen}>
          <ul>
            {together(page.foreseen).map((group) => (
              <li key={group[0].consentId}>
                {foreseenSentence(locale, page.people, group[0])} {formatDue(locale, group[0].on, page.today)}:{' '}
                {group.map((f, i) => (
                  <span key={f.consentId}>
                    {i > 0 && ', '}
                    <a href={consentHref(page.caseId, f.consentId)}>{titleOfId(page, f.consentId)}</a>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}

/** What stops on one day for one reason about one person is one thing to do. */
function together(stops: readonly Foreseen[]): [Foreseen, ...Foreseen[]][] {
  const groups = new Map<string, [Foreseen, ...Foreseen[]]>()
  for (const f of stops) {
    const key = `${f.subjectId} ${f.on} ${f.why}`
    const group = groups.get(key)
    if (group) group.push(f)
    else groups.set(key, [f])
  }
  return [...groups.values()]
}
const titleOfId = (page: ConsentPage, id: number): string => {
  const found = page.consents.find((c) => c.id === id)
  return found ? titleOf(page, found) : ''
}

/** First names by kind of information and recipient, with the day it ends; and what each sector can see now. */
export function MatrixCard({ page }: Props) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const { columns, rows } = matrixOf(locale, page)
  const sectors = [...new Set([...page.helpers.map((h) => h.sector), ...columns.map((c) => c.key)])].filter((s) => s !== 'coordination')
  return (
    <Card title={m.page.matrix}>
      {rows.length > 0 && <MatrixTable caption={m.page.matrix} hideCaption corner={m.page.matrixWhat} columns={columns} rows={rows} />}
      <p>{m.page.matrixHint}</p>
      {page.whole && sectors.length > 0 && (
        <ul>
          {sectors.map((s) => (
            <li key={s}>
              <a href={`${consentHref(page.caseId)}/hvad-kan-se?sektor=${s}`}>{m.page.canSee(page.labels.plainSectors[s] ?? s)}</a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

type Alike = [LedgerConsent, ...LedgerConsent[]]
/** Consents that differ only in whom they are about stand on one line; each person is a yes of their own with a link of their own. */
function alike(consents: readonly LedgerConsent[]): Alike[] {
  const groups = new Map<string, Alike>()
  for (const c of consents) {
    const key = JSON.stringify([c.template, c.purpose, c.fromSectors, c.toSectors, c.categories, c.standing, c.lastsUntil])
    const group = groups.get(key)
    if (group) group.push(c)
    else groups.set(key, [c])
  }
  return [...groups.values()]
}

/** Every consent with its state; what has stopped is folded away. */
export function LedgerCard({ page }: Props) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const over = (c: LedgerConsent) => c.standing === 'withdrawn' || c.standing === 'ended'
  const sector = (s: string) => page.labels.sectors[s] ?? s
  const table = (rows: LedgerConsent[], caption: string) => (
    <Table
      caption={caption}
      hideCaption
      rows={alike(rows)}
      rowKey={(g) => g[0].id}
      columns={[
        { key: 'what', label: m.page.what, rowHeader: true, cell: ([c]) => titleOf(page, c) },
        {
          key: 'about',
          label: m.page.about,
          cell: (g) =>
            g.map((c, i) => (
              <span key={c.id}>
                {i > 0 && ', '}
                <a href={consentHref(page.caseId, c.id)}>
                  <span className="sr-only">{titleOf(page, c)}: </span>
                  {nameOf(locale, page.people, c.subjectId)}
                </a>
              </span>
            )),
        },
        {
          key: 'who',
          label: m.page.toWhom,
          cell: ([c]) => `${c.fromSectors.map(sector).join(', ')} → ${c.toSectors.map(sector).join(', ')}`,
        },
        { key: 'until', label: m.page.until, cell: ([c]) => (c.lastsUntil ? formatShortDate(locale, c.lastsUntil, page.today) : '–') },
        { key: 'state', label: m.page.state, cell: ([c]) => <Badge tone={TONES[c.standing]}>{m.standing[c.standing]}</Badge> },
      ]}
    />
  )
  const old = page.consents.filter(over)
  const footer = page.may.register ? (
    <ButtonGroup>
      <LinkButton href={`${consentHref(page.caseId)}/ny`}>{m.page.ask}</LinkButton>
      <LinkButton href={`${consentHref(page.caseId)}/udskriv`}>{m.page.print}</LinkButton>
      <LinkButton href={`${consentHref(page.caseId)}/ark`}>{m.sheet.link}</LinkButton>
    </ButtonGroup>
  ) : (
    <p>{m.page.notAllowed}</p>
  )
  return (
    <Card title={m.page.ledger} footer={footer}>
      {page.consents.length === 0 ? (
        <EmptyState title={m.page.ledgerEmpty}>{m.page.ledgerEmptyWhy}</EmptyState>
      ) : (
        table(
          page.consents.filter((c) => !over(c)),
          m.page.ledger,
        )
      )}
      {old.length > 0 && <Details summary={m.page.older}>{table(old, m.page.older)}</Details>}
      {page.consents.some((c) => c.categories.includes('health')) && <p>{m.page.health}</p>}
      <Details summary={m.page.gdpr}>
        <p>{m.page.gdprText}</p>
      </Details>
    </Card>
  )
}

/** Sharing without consent: what, why, by whom until when, and whether a second person has said that it holds. */
export function BasesCard({ page }: Props) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const over = (b: Basis) => b.standing === 'ended' || b.standing === 'lapsed'
  return (
    <Card title={m.page.bases}>
      <p>{m.page.basesWhy}</p>
      {page.bases.length === 0 ? (
        <p>{m.page.basesEmpty}</p>
      ) : (
        <Table
          caption={m.page.bases}
          hideCaption
          rows={page.bases}
          rowKey={(b) => b.id}
          columns={[
            { key: 'p', label: m.basis.paragraph, rowHeader: true, cell: (b) => b.paragraph },
            { key: 'about', label: m.page.about, cell: (b) => nameOf(locale, page.people, b.subjectId) },
            {
              key: 'who',
              label: m.page.toWhom,
              cell: (b) =>
                `${b.fromSectors.map((s) => page.labels.sectors[s] ?? s).join(', ')} → ${b.toSectors.map((s) => page.labels.sectors[s] ?? s).join(', ')}: ${b.categories.map((c) => page.labels.categories[c] ?? c).join(', ')}`,
            },
            { key: 'when', label: m.page.until, cell: (b) => formatRange(locale, b.validFrom, b.validUntil, page.today) },
            { key: 'why', label: m.page.basisReason, cell: (b) => b.reason },
            {
              key: 'state',
              label: m.page.state,
              cell: (b) => (
                <>
                  <Badge tone={b.standing === 'unconfirmed' ? 'attention' : 'plain'}>{m.basis.standing[b.standing]}</Badge>
                  {b.standing === 'unconfirmed' && (
                    <>
                      {' '}
                      {page.may.confirmBasis ? (
                        <a href={`/lovgrundlag/${b.id}`}>{m.page.confirmBy(formatShortDate(locale, b.confirmBy, page.today))}</a>
                      ) : (
                        m.page.confirmBy(formatShortDate(locale, b.confirmBy, page.today))
                      )}
                    </>
                  )}
                  {b.hiddenUntil && b.hiddenUntil >= page.today && (
                    <p>{m.basis.hidden(formatShortDate(locale, b.hiddenUntil, page.today))}</p>
                  )}
                  {!over(b) && (page.may.registerBasis || page.may.confirmBasis) && (
                    <p>
                      <a href={`${consentHref(page.caseId)}/lovgrundlag/${b.id}`}>{m.basis.end}</a>
                    </p>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {page.may.registerBasis && <LinkButton href={`${consentHref(page.caseId)}/lovgrundlag/ny`}>{m.page.newBasis}</LinkButton>}
    </Card>
  )
}

/** Which documents are shared, how and where they lie (CON-07). */
export function DocumentsCard({ page }: Props) {
  const locale = useLocale()
  const m = consentTexts(locale)
  const hows: Readonly<Record<string, string>> = m.documents.hows
  return (
    <Card title={m.page.documents}>
      {page.documents.length === 0 ? (
        <EmptyState title={m.page.documentsEmpty}>{m.page.documentsWhy}</EmptyState>
      ) : (
        <Table
          caption={m.page.documents}
          hideCaption
          rows={page.documents}
          rowKey={(d) => d.id}
          columns={[
            { key: 'd', label: m.documents.document, rowHeader: true, cell: (d) => d.document },
            { key: 'about', label: m.page.about, cell: (d) => d.subjects.map((s) => nameOf(locale, page.people, s)).join(', ') },
            { key: 'w', label: m.documents.withWhom, cell: (d) => d.withSectors.map((s) => page.labels.sectors[s] ?? s).join(', ') },
            { key: 'h', label: m.documents.how, cell: (d) => `${hows[d.how] ?? d.how}${d.keptWhere ? `. ${d.keptWhere}` : ''}` },
            {
              key: 'x',
              label: <span className="sr-only">{m.documents.end}</span>,
              cell: (d) =>
                page.may.shareDocument ? (
                  <ActionButton
                    action={`${consentHref(page.caseId)}/dokumenter`}
                    fields={{ intent: 'end', documentId: d.id }}
                    label={m.documents.end}
                    variant="quiet"
                    describe={d.document}
                  />
                ) : null,
            },
          ]}
        />
      )}
      {page.may.shareDocument && <LinkButton href={`${consentHref(page.caseId)}/dokumenter`}>{m.documents.title}</LinkButton>}
    </Card>
  )
}
