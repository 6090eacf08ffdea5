import { UserError } from '../../core/errors.ts'
import { button } from '../../core/message.ts'
import { list } from '../../core/text/list.ts'

/** A role that is held under a name. */
interface Held {
  readonly name: string | null
  readonly role: string
  readonly group: string
  readonly entity: string
}

/** What is said of somebody whom a group's card names without their having a record; undefined where there is nobody. */
export function withoutRecord(held: readonly Held[]): UserError | undefined {
  const [first] = held
  if (!first) return undefined
  const people = [...Map.groupBy(held, ({ name }) => name)].map(([name, terms]) => ({
    name,
    roles: list(
      terms.map(({ role, group, entity }) => `${role} of ${group} for ${entity}`),
      'and',
    ),
  }))
  const texts = people.map(
    ({ name, roles }) => `${name} has no record of their own in the directory, but is on file as ${roles}.`,
  )
  return new UserError(`${texts.join(' ')} The entity’s card says whom to write to.`, {
    buttons: [
      button(`Show ${first.entity}`, 'directory entity', { entity: first.entity }),
      button(`Show ${first.group}`, 'wg show', { wg: first.group }),
    ],
  })
}
