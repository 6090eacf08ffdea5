import { UserError } from '../errors.ts'
import type { EntityRef, Options } from '../option.ts'

/** `UNODC`, `CJLR-CFT`; with a single capital it may be a word. */
const acronym = /^\p{Lu}[\p{L}\p{Nd}&-]{1,20}$/u

/**
 * The option of a list that takes the entity where an acronym stands in the place of a group or of words, as in `list
 * UNODC`: undefined where there is none, or it is given. A list is what has pages.
 */
export function freeEntity(
  options: Options,
  fields: Readonly<Record<string, string>>,
  name: string,
  text: string,
): string | undefined {
  const option = options[name]
  const isFirst = Object.keys(options)[0] === name && !option?.required
  if (!isFirst || options['page']?.kind !== 'integer' || !isAcronym(text)) return undefined
  if (option?.kind !== 'group' && option?.kind !== 'text') return undefined
  return Object.entries(options).find(
    ([one, { kind }]) => kind === 'entity' && fields[one] === undefined,
  )?.[0]
}

function isAcronym(text: string): boolean {
  return acronym.test(text) && (text.match(/\p{Lu}/gu) ?? []).length > 1
}

/** The entity of an acronym, where an option takes it; undefined where it is none. */
export async function entityOf(
  text: string,
  free: string | undefined,
  entities: (names: readonly string[]) => Promise<readonly (() => EntityRef)[]>,
): Promise<EntityRef | undefined> {
  if (free === undefined) return undefined
  return entities([text])
    .then(([take]) => take?.())
    .catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error
      return undefined
    })
}
