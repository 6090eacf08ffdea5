import type { Posted } from '../../support/discord/far/asked.ts'
import { places } from '../../support/discord/far/defaults.ts'
import { displayed } from '../../support/discord/rules/limits.ts'
import { labelsIn } from '../../support/discord/sent/presses.ts'
import { users } from '../../support/discord/world/people.ts'
import { discordWorld } from '../../support/discord/world/world.ts'
import type { Household } from '../../support/replica.ts'
import type { Door, Who } from './door.ts'

/** The group's room is a channel of the server; commands have their options as fields. */
export async function discordDoor(household?: Household): Promise<Door> {
  const here = await discordWorld({ household })
  const directOf = (who: Who) =>
    [...here.far.channels.values()].find(({ kind, user }) => kind === 'direct' && user === users[who].id)?.id
  const inRoom = () =>
    here.far.messages.filter(({ channel, ephemeral }) => channel === places.channel && !ephemeral)
  const directTo = (who: Who) => here.far.messages.filter(({ channel }) => channel === directOf(who))
  const aloneInRoom = (who: Who) => here.far.messages.filter(({ onlyFor }) => onlyFor === users[who].id)
  const read = ({ body }: Posted) => displayed(body).text

  function withButton(who: Who, label: string): Posted {
    const mine = new Set([...inRoom(), ...directTo(who), ...aloneInRoom(who)])
    const found = here.far.messages.findLast((one) => mine.has(one) && labelsIn(one).includes(label))
    if (!found) throw new Error(`${who} sees no button ${label}`)
    return found
  }

  function formOf(who: Who, { modal }: Awaited<ReturnType<typeof here.press>>) {
    return async (texts: Readonly<Record<string, string>>) => {
      const step = await here.submit(modal, texts)
      // A form of several steps can be sent as soon as nothing that it needs is missing.
      if (step.posted && labelsIn(step.posted).includes('Send it now'))
        await here.press(step.posted, 'Send it now', who)
    }
  }

  return {
    async command(who, command, fields = {}) {
      await here.slash(who, command, fields, places.channel)
    },
    async press(who, label) {
      await here.press(withButton(who, label), label, who)
    },
    async open(who, label) {
      return formOf(who, await here.press(withButton(who, label), label, who))
    },
    async take(who, words) {
      const written = here.far.write(users[who].id, places.channel, words)
      return formOf(who, await here.shortcut(who, 'Post as update', written))
    },
    seenBy: (who) => [...new Set([...inRoom(), ...directTo(who), ...aloneInRoom(who)])].map(read),
    toldTo: (who) => directTo(who).map(read),
    inRoom: () => inRoom().map(read),
    turn: (iso) => here.turn(iso),
    settle: () => here.settle(),
    wrong: () => here.far.problems,
    end: () => here.end(),
  }
}
