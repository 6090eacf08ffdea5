import { UserError } from '../errors.ts'
import type { EntityRef, Option, Options, PersonRef } from '../option.ts'

interface NameReaders {
  entities(names: readonly string[]): Promise<readonly (() => EntityRef)[]>
  person(text: string): Promise<PersonRef>
}

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
    .catch(unlessUnread)
}

/** What an option could not read, as the value of the one that takes it; undefined where none does. */
export async function valueElsewhere(
  options: Options,
  fields: Readonly<Record<string, string>>,
  [name, text]: readonly [name: string, text: string],
  { entities, person }: NameReaders,
): Promise<readonly [name: string, value: EntityRef | PersonRef] | undefined> {
  const free = freeEntity(options, fields, name, text)
  const entity = await entityOf(text, free, entities)
  if (free !== undefined && entity) return [free, entity]
  const guest = freePerson(options, fields, options[name]?.kind)
  const found = await personOf(text, guest, person)
  return guest !== undefined && found ? [guest, found] : undefined
}

/** The option that takes the person who stands in the place of entities, as in `invite Ana Ruiz`; undefined where there is none, or it is given. */
function freePerson(
  options: Options,
  fields: Readonly<Record<string, string>>,
  kind: Option['kind'] | undefined,
): string | undefined {
  if (kind !== 'entities') return undefined
  return Object.entries(options).find(
    ([one, other]) => other.kind === 'person' && fields[one] === undefined,
  )?.[0]
}

/** The person of a full name, where an option takes one; undefined where nobody is called so. */
async function personOf(
  text: string,
  free: string | undefined,
  person: (text: string) => Promise<PersonRef>,
): Promise<PersonRef | undefined> {
  return free === undefined || !/^\S+ \S/.test(text) ? undefined : person(text).catch(unlessUnread)
}

function unlessUnread(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error
}
