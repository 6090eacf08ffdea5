import { findEntities } from '../../../db/directory/find/entity.ts'
import { findGroup } from '../../../db/directory/find/group.ts'
import { findPerson } from '../../../db/directory/find/person.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import type { Lookup } from '../../../db/store/lookup.ts'
import { type Choice, UserError } from '../../../src/core/errors.ts'
import { distinctChoices } from '../../../src/core/language/choice/distinctChoices.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { shorten } from '../../../src/core/text/text.ts'
import type { Context } from '../../define.ts'

/** A record of the directory that a text names. */
export interface NamedRecord {
  readonly kind: 'person' | 'entity' | 'group'
  readonly id: number
  readonly label: string
}

const nouns = { person: 'person', entity: 'entity', group: 'working group' } as const

/** Whether the caller refers to themselves. */
export function isMe(text: string): boolean {
  return /^(me|myself|i)$/i.test(text.trim())
}

/**
 * The record that a text names, of one of these kinds: the one that is called just so, else the only one that the text
 * may mean. Raises `UserError` with the candidates at the option.
 */
export async function readRecord(
  context: Context,
  text: string,
  kinds: readonly NamedRecord['kind'][],
  option: string,
): Promise<NamedRecord> {
  const { db, now, today, caller } = context
  const lookups = {
    entity: async () => {
      const [found = none] = await findEntities(db, [text], now)
      return mapped(found, ({ id, acronym }) => named('entity', id, acronym, acronym))
    },
    group: async () =>
      mapped(await findGroup(db, text), ({ id, acronym }) => named('group', id, acronym, acronym)),
    person: async () =>
      mapped(await findPerson(db, text, viewerOf(caller, today)), ({ id, name, email }) =>
        named('person', id, name, email ?? `P${id}`),
      ),
  }
  const candidates: { readonly record: NamedRecord; readonly choice: Choice }[] = []
  const meant: typeof candidates = []
  for (const kind of kinds) {
    const found = await lookups[kind]()
    if (found.kind === 'several') candidates.push(...found.candidates)
    if (found.kind !== 'one') continue
    // A group that is called FLOOD is meant before the Flood Insurance Pool.
    const { record, choice } = found.value
    if ([record.label, choice.value].some((name) => fold(name) === fold(text.trim()))) return record
    meant.push(found.value)
  }
  const [first, ...others] = meant
  if (first && others.length === 0) return first.record
  candidates.unshift(...meant)
  const what = kinds.map((kind) => nouns[kind]).join(' or ')
  const choices = distinctChoices(candidates.slice(0, 10).map(({ choice }) => choice))
  // `IMO's` of `IMO's phone is wrong`
  const owner = text.replace(/(?<=\p{L})['’]s$/u, '')
  if (choices.length === 0 && owner !== text) return readRecord(context, owner, kinds, option)
  if (choices.length === 0) throw new UserError(`I know no ${what} called “${shorten(text)}”.`, { option })
  throw new UserError(
    `“${shorten(text)}” may be ${choices.map(({ label }) => label).join(', ')}. Which ${what}?`,
    { option, choices },
  )
}

const none = { kind: 'none', nearest: null } as const

function named(kind: NamedRecord['kind'], id: number, label: string, value: string) {
  return { record: { kind, id, label }, choice: { label, value } }
}

function mapped<T, R>(lookup: Lookup<T>, make: (value: T) => R): Lookup<R> {
  switch (lookup.kind) {
    case 'one':
      return { kind: 'one', value: make(lookup.value) }
    case 'several':
      return { kind: 'several', candidates: lookup.candidates.map(make) }
    case 'none':
      return lookup
  }
}
