import { findEntities } from '../../../../db/directory/find/entity.ts'
import type { Db } from '../../../../db/store/db.ts'
import { type Catalog, findCommand } from '../../../core/catalog.ts'
import type { UserError } from '../../../core/errors.ts'
import type { Button } from '../../../core/message.ts'
import type { Option } from '../../../core/option.ts'
import { fold } from '../../../core/text/nearest.ts'

/**
 * The buttons without those that take for a person what is the acronym of an entity that another one takes: `retire
 * UNODC` is about UNODC, whoever sits for it.
 */
export async function withoutItsPeople(
  db: Db,
  catalog: Catalog,
  buttons: readonly Button[],
  now: Date,
): Promise<readonly Button[]> {
  const typed = (one: Button, kind: Option['kind']) => firstTyped(catalog, one, kind)
  const entities = buttons.flatMap((one) => typed(one, 'entity')?.split(' ') ?? [])
  const shared = [...new Set(buttons.flatMap((one) => typed(one, 'person') ?? []))].filter((text) =>
    entities.includes(text),
  )
  if (shared.length === 0) return buttons
  const found = await findEntities(db, shared, now)
  const acronyms = new Set(
    shared.filter((text, at) => {
      const lookup = found[at]
      return lookup?.kind === 'one' && fold(lookup.value.acronym) === fold(text)
    }),
  )
  return buttons.filter((one) => !acronyms.has(typed(one, 'person') ?? ''))
}

/** What a button gives to the first option of its command, where that is of a kind. */
function firstTyped(catalog: Catalog, { command, values }: Button, kind: Option['kind']): string | undefined {
  const [first] = Object.entries(findCommand(catalog, command)?.command.options ?? {})
  return first?.[1].kind === kind ? values[first[0]] : undefined
}

/**
 * Of buttons that can be pressed, those of which some would only be asked about: without such as take for an entity what
 * another one takes for a person.
 */
export function withoutItsEntity(
  catalog: Catalog,
  readable: readonly Button[],
  doubtful: ReadonlySet<Button>,
): readonly Button[] {
  const people = new Set(readable.flatMap((one) => firstTyped(catalog, one, 'person') ?? []))
  return readable.filter((one) => !doubtful.has(one) || !people.has(firstTyped(catalog, one, 'entity') ?? ''))
}

/** Whether another of the buttons does what the refusal of one of them offers. */
export function isOfferedBeside({ buttons }: UserError, one: Button, others: readonly Button[]): boolean {
  return buttons.some(({ command }) => others.some((other) => other !== one && other.command === command))
}
