import { type Clock, systemClock } from '../../../../src/core/clock.ts'
import { array, type Json, object, text } from '../../../../src/core/json.ts'
import type { Attached, Ground, Posted } from './asked.ts'
import { edit, ok, say, unsayable } from './channels.ts'
import { invalid, no, type Reply } from './faults.ts'
import { messageObject } from './objects.ts'
import { bornAt } from './snowflake.ts'

/** An interaction, and how far it is answered. */
export interface Interaction {
  readonly id: string
  readonly token: string
  /** 1 ping, 2 command, 3 press, 4 typeahead, 5 submit. */
  readonly type: number
  readonly user: string
  readonly channel: string
  /** The message whose button was pressed. */
  readonly message: string | undefined
  readonly raw: Json
  /** In milliseconds of the machine, since what is measured is how long an answer takes. */
  sentAt: number
  /** The type of the first answer; undefined while there is none. */
  answeredWith: number | undefined
  /** The message that is the answer, or into which it goes. */
  original: string | undefined
}

export interface Modal {
  /** The interaction that it answers. */
  readonly interaction: Interaction
  readonly data: Json
}

export interface Interactions {
  /** Forms that were opened. */
  readonly modals: Modal[]
  /** Takes down an interaction that is brought from now on; again, where it comes once more. */
  register(raw: Json): Interaction
  find(id: string): Interaction | undefined
  byToken(token: string): Interaction | undefined
  /** What was offered in typeahead, by the interaction’s id. */
  readonly choices: Map<string, readonly unknown[]>
  isOver(interaction: Interaction): boolean
}

/** How long a token is good. */
const tokenMinutes = 15

export function createInteractions(clock: Clock): Interactions {
  const byId = new Map<string, Interaction>()
  return {
    modals: [],
    choices: new Map(),
    register(raw) {
      const id = text(raw['id']) ?? ''
      const known = byId.get(id)
      if (known) {
        if (known.answeredWith === undefined) known.sentAt = performance.now()
        return known
      }
      const user = object(raw['user'] ?? object(raw['member'])['user'])
      const made: Interaction = {
        ...{ id, token: text(raw['token']) ?? '', type: Number(raw['type']), raw },
        ...{ user: text(user['id']) ?? '', channel: text(raw['channel_id']) ?? '' },
        message: text(object(raw['message'])['id']),
        ...{ sentAt: performance.now(), answeredWith: undefined, original: undefined },
      }
      byId.set(id, made)
      return made
    },
    find: (id) => byId.get(id),
    byToken: (token) => [...byId.values()].find((one) => one.token === token),
    isOver: ({ id }) => clock.now().getTime() - bornAt(id).getTime() > tokenMinutes * 60_000,
  }
}

/** For how long Discord waits for the first answer. */
export const answerMs = 3_000

/** Takes the first answer to an interaction, however it came; what it made is in the answer. */
export function respond(
  ground: Ground,
  interaction: Interaction | undefined,
  body: Json,
  files: readonly Attached[],
): Reply {
  const { id = '', sentAt = 0, answeredWith } = interaction ?? {}
  const unknown = no(404, 10_062, 'Unknown interaction')
  if (!interaction) return unknown
  if (answeredWith !== undefined) return no(400, 40_060, 'Interaction has already been acknowledged.')
  const ageMs = ground.clock.now().getTime() - bornAt(id).getTime()
  // A clock that a test turns does not run by itself, so patience is of no use to it.
  if (ageMs > (ground.clock === systemClock ? ground.waitsMs : answerMs)) return unknown
  if (performance.now() - sentAt > ground.waitsMs) return unknown
  const type = Number(body['type'])
  const wrong = unfit(interaction, type)
  if (wrong) return invalid([wrong])
  const done = answer(ground, interaction, type, object(body['data']), files)
  if (done.status < 300) interaction.answeredWith = type
  return done.status < 300 ? made(ground, interaction, type) : done
}

/** What may answer what. */
function unfit({ type, message }: Interaction, answer: number): string | undefined {
  const allowed = { 1: [1], 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] }[type] ?? []
  if (!allowed.includes(answer)) return `type: ${answer} cannot answer an interaction of type ${type}.`
  const changes = answer === 6 || answer === 7
  return changes && message === undefined ? 'type: There is no message to be changed.' : undefined
}

function answer(
  ground: Ground,
  interaction: Interaction,
  type: number,
  data: Json,
  files: readonly Attached[],
): Reply {
  const { channel, user, id, message } = interaction
  const onlyFor = (Number(data['flags'] ?? 0) & 64) === 64 ? user : undefined
  if (type === 4) {
    const wrong = unsayable(data, files)
    if (wrong) return wrong
    interaction.original = say(ground, { channel, body: data, files, interaction: id, onlyFor }).id
  } else if (type === 5) {
    interaction.original = say(ground, { channel, body: {}, interaction: id, onlyFor, loading: true }).id
  } else if (type === 6) {
    interaction.original = message
  } else if (type === 7) {
    const found = ground.messages.find((one) => one.id === message)
    if (!found) return no(404, 10_008, 'Unknown Message')
    const changed = edit(ground, found, data, files)
    if (changed.status >= 300) return changed
    interaction.original = message
  } else if (type === 8) {
    ground.interactions.choices.set(id, array(data['choices']))
  } else if (type === 9) {
    ground.interactions.modals.push({ interaction, data })
  }
  return { status: 204 }
}

function made(ground: Ground, { id, type, original }: Interaction, answered: number): Reply {
  const posted = ground.messages.find((one) => one.id === original)
  const about = posted && {
    response_message_id: posted.id,
    response_message_loading: posted.loading,
    response_message_ephemeral: posted.ephemeral,
  }
  const resource = { type: answered, ...(posted ? { message: messageObject(ground, posted) } : {}) }
  return { status: 200, body: { interaction: { id, type, ...about }, resource } }
}

/** Says more with an interaction’s token. What was put off is said first, and is seen by whom it was put off for. */
export function follow(
  ground: Ground,
  interaction: Interaction,
  body: Json,
  files: readonly Attached[],
): Reply {
  const waiting = ground.messages.find((one) => one.id === interaction.original && one.loading)
  if (waiting) return edit(ground, waiting, body, files)
  const wrong = unsayable(body, files)
  if (wrong) return wrong
  const onlyFor = (Number(body['flags'] ?? 0) & 64) === 64 ? interaction.user : undefined
  const { channel, id } = interaction
  return ok(ground, say(ground, { channel, body, files, interaction: id, onlyFor }))
}

/** The message of an interaction by its id or as `@original`. */
export function ofInteraction(ground: Ground, interaction: Interaction, id: string): Posted | undefined {
  const wanted = id === '@original' ? interaction.original : id
  return ground.messages.find(
    (one) => one.id === wanted && (id === '@original' || one.interaction === interaction.id),
  )
}
