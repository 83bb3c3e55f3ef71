import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { joinList } from '#app/platform/i18n/words.ts'
import { formatShortDate } from '#app/platform/time/format.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, EmptyState, PageHead } from '#app/ui/card.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { Badge, Note, Quote, Tag } from '#app/ui/text.tsx'
import { AreaNav } from '../components/area-nav.tsx'
import { suits } from '../need-screening.ts'
import { readScreenings } from '../screen-needs.server.ts'
import { areaOf, inquiryTexts } from '../words.ts'
import type { Route } from './+types/screenings.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => readScreenings(ctx, { caseId: idParam(params.caseId) }))
type Data = Route.ComponentProps['loaderData']

/** What was answered together, and what it suggests to work on and whom to ask. */
export default function Screenings({ loaderData: d }: Route.ComponentProps) {
  const locale = useLocale()
  const m = inquiryTexts(locale).screening
  return (
    <>
      <title>{`${m.title} – Helhed`}</title>
      <PageHead title={m.title} lead={m.lead} />
      <AreaNav caseId={d.caseId} current="screening" />
      {d.screenings.length === 0 && <EmptyState title={m.empty}>{m.emptyText}</EmptyState>}
      {d.screenings.map((s) => (
        <Screening key={s.id} d={d} s={s} />
      ))}
      {d.may && (
        <Card title={m.choose}>
          <ul className="nobullet-list">
            {d.people.flatMap((p) =>
              d.forms
                .filter((f) => suits(f, p.age))
                .map((f) => (
                  <li key={`${p.id}.${f.code}`}>
                    <a href={`/familier/${d.caseId}/situation/screening/${f.code}/${p.id}`}>
                      {p.name}: {f.label[locale]}
                    </a>
                  </li>
                )),
            )}
          </ul>
        </Card>
      )}
    </>
  )
}

const Screening = ({ d, s }: { d: Data; s: Data['screenings'][number] }) => {
  const locale = useLocale()
  const m = inquiryTexts(locale).screening
  const name = d.people.find((p) => p.id === s.personId)?.name ?? ''
  const ask = (sector: string) => `/familier/${d.caseId}/situation/spoergsmaal/ny?sektor=${sector}&person=${s.personId}`
  return (
    <Card title={`${name}: ${s.label}`} aside={formatShortDate(locale, s.on, d.today)} id={`screening-${s.id}`}>
      {s.ownWords && <Quote by={s.answeredWith}>{s.ownWords}</Quote>}
      <h3>{m.themes}</h3>
      {s.themes.length === 0 ? (
        <p>{m.noThemes}</p>
      ) : (
        <ul className="nobullet-list">
          {s.themes.map((t) => (
            <li key={t.da}>
              <Tag>{t[locale]}</Tag>
            </li>
          ))}
        </ul>
      )}
      {s.ask.length > 0 && (
        <>
          <h3>{m.askWho}</h3>
          <ul className="nobullet-list">
            {s.ask.map((a) => (
              <li key={a.sector}>
                <strong>{areaOf(locale, d.areas, a.sector)}</strong> {m.because(joinList(locale, a.because.map((t) => t[locale].toLocaleLowerCase(locale))))}{' '}
                {a.asked && <Badge tone="done">{m.asked}</Badge>}
                {!a.asked && a.askable && d.may && <LinkButton href={ask(a.sector)}>{m.ask(areaOf(locale, d.areas, a.sector))}</LinkButton>}
                {d.services
                  .filter((x) => x.sector === a.sector)
                  .map((x) => (
                    <Note key={x.name} icon="info">
                      {m.offers(x.name, x.what, x.how)}
                    </Note>
                  ))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Note icon="info">{`${m.answersOf(s.answeredWith)}. ${m.suggestion}`}</Note>
    </Card>
  )
}
