import { array, type Json, object } from '../../../src/core/json.ts'
import type { Household } from '../../support/replica.ts'
import type { Posted } from '../../support/teams/far/asked.ts'
import { places } from '../../support/teams/far/defaults.ts'
import { personalId } from '../../support/teams/far/directory.ts'
import { violations } from '../../support/teams/far/limits.ts'
import { messageAction, submitAction } from '../../support/teams/sent/invokes.ts'
import { cardIn, fieldsOf, findAction } from '../../support/teams/shown/cards.ts'
import { wordsOf } from '../../support/teams/shown/words.ts'
import { users } from '../../support/teams/world/people.ts'
import { teamsWorld } from '../../support/teams/world/world.ts'
import type { Door, Who } from './door.ts'

/** The group's room is a channel; what answers a press comes in its own response. */
export async function teamsDoor(household?: Household): Promise<Door> {
  const here = await teamsWorld({}, { household })
  const answers: { readonly who: Who; readonly text: string }[] = []
  const channel = { where: 'channel', channel: { id: places.channel } } as const

  const standing = () => here.far.messages.filter(({ deleted }) => !deleted)
  const inRoom = () =>
    standing().filter(
      ({ conversation, targetedTo }) => conversation === places.channel && targetedTo === undefined,
    )
  const directTo = (who: Who) =>
    standing().filter(({ conversation }) => conversation === personalId(users[who].id))
  const aloneInRoom = (who: Who) =>
    standing().filter(
      ({ conversation, targetedTo }) => conversation === places.channel && targetedTo === users[who].id,
    )

  function withButton(who: Who, label: string): Posted {
    const mine = new Set([...inRoom(), ...directTo(who), ...aloneInRoom(who)])
    const found = standing().findLast((one) => mine.has(one) && has(one.activity, label))
    if (!found) throw new Error(`${who} sees no button ${label}`)
    return found
  }

  function keep(who: Who, json: Json | undefined): void {
    if (json && Object.keys(json).length > 0) answers.push({ who, text: wordsOf(json) })
  }

  return {
    async command(who, command, fields = {}) {
      const options = Object.entries(fields).map(([name, value]) => `${name}:"${value}"`)
      await here.say(who, [command, ...options].join(' '), channel)
    },
    async press(who, label) {
      const { json } = await here.press(withButton(who, label), label, who)
      keep(who, json)
    },
    async open(who, label) {
      const { json: dialog } = await here.press(withButton(who, label), label, who)
      if (!dialog) throw new Error(`${label} opened no dialog`)
      return async (texts) => {
        const { json } = await here.submit(who, dialog, 'Send', texts, channel)
        keep(who, json)
      }
    },
    async take(who, words) {
      const acted = { html: `<p>${words}</p>` }
      const dialog = await here.bring(messageAction('post-as-update', acted, here.by(who, channel)))
      const data = { ...object(findAction(cardIn(dialog.json), 'Send')['data']), ...fieldsOf(dialog.json) }
      return async (texts) => {
        const typed = Object.fromEntries(Object.entries(texts).map(([name, value]) => [`f.${name}`, value]))
        const sent = { ...here.by(who, channel), acted }
        const { json } = await here.bring(submitAction('post-as-update', { ...data, ...typed }, sent))
        keep(who, json)
      }
    },
    seenBy: (who) => [
      ...[...inRoom(), ...directTo(who), ...aloneInRoom(who)].map(read),
      ...answers.filter((one) => one.who === who).map((one) => one.text),
    ],
    toldTo: (who) => directTo(who).map(read),
    inRoom: () => inRoom().map(read),
    turn: (iso) => here.turn(iso),
    settle: () => here.settle(),
    wrong: () => here.far.messages.flatMap(({ activity }) => cardsOf(activity).flatMap(violations)),
    end: () => here.end(),
  }
}

function cardsOf(activity: Json): readonly Json[] {
  return array(activity['attachments'])
    .map(object)
    .filter(({ contentType }) => String(contentType).endsWith('card.adaptive'))
    .map(({ content }) => object(content))
}

/** The words of a message; of a file that is offered, its name. */
function read({ activity }: Posted): string {
  const offers = array(activity['attachments']).some((one) =>
    String(object(one)['contentType']).endsWith('file.consent'),
  )
  return offers ? String(activity['summary']) : wordsOf(activity)
}

function has(body: Json, label: string): boolean {
  try {
    return findAction(body, label) !== undefined
  } catch {
    return false
  }
}
