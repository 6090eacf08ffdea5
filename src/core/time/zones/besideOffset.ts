import { orUserError, UserError } from '../../errors.ts'
import { shorten } from '../../text/text.ts'
import type { TypedMoment } from '../day.ts'
import type { TimeParts } from '../reading/timeParts.ts'
import type { Token } from '../reading/token.ts'
import { formatMoment } from '../zone.ts'

/**
 * The moment of `10:00 (UTC+01:00) Amsterdam, Berlin`, where the places keep that offset then. Raises `UserError` with
 * both moments where they do not: calendar programs name a zone by its offset of the winter all the year.
 */
export function besideOffset(
  typed: string,
  tokens: readonly Token[],
  parts: TimeParts,
  read: (text: string) => TypedMoment,
): TypedMoment {
  const [offset, places] = [spanOf(tokens, parts.zonePlace), spanOf(tokens, parts.besidePlace)]
  const without = (...spans: readonly (readonly [number, number])[]) =>
    spans
      .toSorted((a, b) => b[0] - a[0])
      .reduce((text, [from, to]) => `${text.slice(0, from)} ${text.slice(to)}`, typed)
      .replace(/\( *\)|(?<= )[-–] *$/g, ' ')
      .trim()
  const atOffset = read(without(places))
  const named = [...new Set(parts.beside)].flatMap((zone) => {
    const value = `${without(offset, places)} ${zone}`
    const found = orUserError(() => read(value))
    return found instanceof UserError ? [] : [{ value, found }]
  })
  const same = named.find(({ found }) => found.at.getTime() === atOffset.at.getTime())
  const [other] = named
  if (same || !other) return same?.found ?? atOffset
  const choices = [other, { value: without(places), found: atOffset }].map(({ value, found }) => ({
    label: formatMoment(found.at, found.zone),
    value,
  }))
  throw new UserError(
    `On that day the clocks of “${shorten(typed.slice(...places))}” are not at ${typed.slice(...offset)}. Which one is meant?`,
    { choices },
  )
}

/** Where tokens stand in the text. */
function spanOf(tokens: readonly Token[], place: TimeParts['zonePlace']): readonly [number, number] {
  const [from, next] = place ?? [0, 0]
  return [tokens[from]?.start ?? 0, tokens[next - 1]?.end ?? 0]
}
