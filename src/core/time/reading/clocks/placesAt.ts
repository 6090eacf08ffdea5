import { looseZones, zoneNamed } from '../../zones/readZone.ts'
import type { Token } from '../token.ts'
import { isSign, type Match } from '../written.ts'
import { zoneAt } from './zoneAt.ts'

const besidePlaces = [',', ';', '&', '(', ')', '.', '-', '/', "'", '’'] as const

/**
 * The zones of the places beside an offset that ends at a token: of `GMT+01:00 Vienna`, and of all that is left behind
 * one in brackets, `(UTC+01:00) Amsterdam, Berlin`, as calendar programs name a zone.
 */
export function placesAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  offsetEnd: number | undefined,
): Match<readonly string[]> | undefined {
  if (tokens[at]?.kind !== 'word') return undefined
  const isInBrackets = isSign(tokens[at - 1], ')') && offsetEnd === at - 1
  if (isInBrackets && tokens.slice(at).every((one) => one.kind === 'word' || isSign(one, ...besidePlaces))) {
    const names = text.slice(tokens[at]?.start).split(/[,;]/)
    return {
      value: names.flatMap((name) => zoneNamed(name.trim()) ?? looseZones(name).slice(0, 1)),
      next: tokens.length,
    }
  }
  const zone = zoneAt(text, tokens, at)
  if (!zone || zone.value.kind === 'offset') return undefined
  return {
    value: zone.value.kind === 'zone' ? [zone.value.zone] : zone.value.meant.slice(0, 1),
    next: zone.next,
  }
}
