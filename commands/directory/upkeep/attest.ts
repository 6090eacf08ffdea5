import { type ConfirmedPerson, confirmPeople, peopleToConfirm } from '../../../db/directory/upkeep/confirm.ts'
import { viewerOf } from '../../../db/directory/visibility/audience.ts'
import { personCard } from '../../../db/directory/visibility/card.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { fold } from '../../../src/core/text/nearest.ts'
import { freshnessWords } from '../../../src/directory/freshness.ts'
import { type Context, command, found } from '../../define.ts'
import { mayLookAfter } from '../edit/rights.ts'
import { isMe, readRecord } from '../record/readRecord.ts'

export const attest = command({
  name: 'attest',
  about: 'Confirm that your record, or your people’s, is still right',
  heading: 'Is this still right?',
  options: {
    who: option.text({
      about: '“mine” for you and your entity’s people, or a person; mine by default',
      max: 120,
      names: ['person'],
    }),
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  examples: ['/directory attest mine', '/directory attest focal.who@compact.example'],
  async run(context, { who = 'mine' }) {
    const { db, caller, now } = context
    const own = fold(caller.entityAcronym ?? 'mine')
    const isMine =
      /^(?:mine|all|all of (?:mine|them)|my people|everybody|everyone)$/i.test(who.trim()) ||
      fold(who) === own
    const people = isMine ? await mine(context) : [await named(context, who)]
    if (people.length > 1 && !context.confirmed) {
      return {
        kind: 'question',
        message: message(
          `${counted(people.length, 'person', 'people')} of ${caller.entityAcronym ?? 'your entity'} are on record. Is all of this still right?`,
          block.list(people.map((one) => rich`${describe(one)} (${freshnessWords(one, now)})`)),
          block.buttons(...people.slice(0, mostOffered).flatMap((one) => mends(one, caller.personId))),
          block.text('Nothing has been confirmed yet.'),
        ),
        yes: 'Yes, all of it',
        values: { who: 'mine' },
      }
    }
    await confirmPeople(
      db,
      people.map(({ id }) => id),
      { by: caller.personId, now },
    )
    const [only] = people
    context.about(people.length === 1 && only ? `person:${only.id}` : `entity:${caller.entityId}`)
    return message(
      people.length === 1 && only
        ? rich`Thank you: ${only.name} is confirmed as on record.`
        : rich`Thank you: ${counted(people.length, 'person', 'people')} are confirmed as on record.`,
      people.length === 1 && only
        ? block.buttons(button('Show', 'directory person', { person: only.handle }))
        : undefined,
    )
  },
})

/** How many get buttons of their own. */
const mostOffered = 6

/** The caller, and for a coordinator everybody of their entity. */
async function mine({ db, caller, today }: Context): Promise<readonly ConfirmedPerson[]> {
  if (caller.isCoordinator && caller.entityId !== null) return peopleToConfirm(db, caller.entityId)
  return [found(await personCard(db, caller.personId, today, viewerOf(caller, today)), 'such person')]
}

async function named(context: Context, who: string): Promise<ConfirmedPerson> {
  const { db, caller, today } = context
  const { id } = isMe(who) ? { id: caller.personId } : await readRecord(context, who, ['person'], 'who')
  const card = found(await personCard(db, id, today, viewerOf(caller, today)), 'such person')
  if (card.id !== caller.personId) mayLookAfter(caller, [card.entityId])
  if (card.retiredOn !== null) throw new UserError(`${card.name} is retired. Nothing was changed.`)
  return card
}

function describe({ name, title }: ConfirmedPerson): string {
  return title ? `${name}, ${title}` : name
}

function mends({ id, name, handle }: ConfirmedPerson, own: number): readonly Button[] {
  if (id === own) return [{ ...button('Change mine', 'profile edit'), ask: true }]
  return [
    { ...button(`Change ${name}`, 'directory edit person', { person: handle }), ask: true },
    button(`${name} has left`, 'directory retire person', { person: handle }, 'danger'),
  ]
}
