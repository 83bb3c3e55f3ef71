import { pick } from '#app/platform/i18n/messages.ts'
import { idParam, page, type PageArgs } from '#app/platform/pages.server.ts'
import { formatDate } from '#app/platform/time/format.ts'
import { ButtonGroup, LinkButton } from '#app/ui/button.tsx'
import { useLocale } from '#app/ui/context.tsx'
import { BackLink } from '#app/ui/navigation.tsx'
import { da, en } from '../messages.ts'
import { readIntakeLetter } from '../read-intake.server.ts'
import type { Route } from './+types/letter.ts'

export const loader = page(async ({ ctx, params }: PageArgs<Route.LoaderArgs>) => ({
  letter: await readIntakeLetter(ctx, { letterId: idParam(params.letterId) }),
  reader: ctx.actor.kind,
}))

/** A letter of intake as it was sent; prints as it stands. */
export default function IntakeLetter({ loaderData: { letter, reader } }: Route.ComponentProps) {
  const m = pick(useLocale(), { da, en })
  return (
    <>
      <title>{`${letter.title} – Helhed`}</title>
      {reader === 'staff' && <BackLink href={`/familier/${letter.caseId}/optagelse`}>{m.backToFamily}</BackLink>}
      <article lang={letter.locale} className="keep-together">
        <p>{letter.to}</p>
        <p>
          {letter.municipality}, {formatDate(letter.locale, letter.writtenOn)}
        </p>
        <h1>{letter.title}</h1>
        {letter.body.split(/\n\s*\n/).map((part, n) => (
          <p key={n}>
            {part.split('\n').map((line, k) => (
              <span key={k}>
                {k > 0 && <br />}
                {line}
              </span>
            ))}
          </p>
        ))}
      </article>
      <ButtonGroup>
        <span className="d-print-none">
          <LinkButton href={`/brev/${letter.id}/pdf`} variant="primary">
            {m.letterPdf}
          </LinkButton>
        </span>
      </ButtonGroup>
    </>
  )
}
