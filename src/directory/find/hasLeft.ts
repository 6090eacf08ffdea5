import { UserError } from '../../core/errors.ts'
import { button } from '../../core/message.ts'
import { type Day, formatDay } from '../../core/time/day.ts'

/** What is said of a name that only people have who left the directory; undefined where there are none. */
export function hasLeft(
  people: readonly { readonly id: number; readonly name: string; readonly retiredOn: Day }[],
): UserError | undefined {
  const [first] = people
  if (!first) return undefined
  return new UserError(
    `${first.name} is no longer in the directory: they were retired from ${formatDay(first.retiredOn)} on. The record stays.`,
    {
      buttons: people.map(({ id, name }) =>
        button(people.length > 1 ? `Show ${name}, P${id}` : 'Show the record', 'directory person', {
          person: `P${id}`,
        }),
      ),
    },
  )
}
