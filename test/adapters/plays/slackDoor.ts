import { array, type Json, object, text } from '../../../src/core/json.ts'
import type { Household } from '../../support/replica.ts'
import { messageShortcut, nextTs, viewSubmission } from '../../support/slack/payloads.ts'
import { findButton, slackWorld, users } from '../../support/slack/world.ts'
import { seenIn } from '../slack/contract/seen.ts'
import type { Door, Who } from './door.ts'

const channel = 'C1'

interface Shown {
  readonly body: Json
  /** Who alone sees it; undefined for everybody in the room. */
  readonly only: Who | undefined
  readonly direct: boolean
  /** When it was posted, which is its name; undefined of what came in an answer. */
  readonly ts?: string
}

/** The group's room is the channel; answers come in acknowledgements, by response URLs and as messages. */
export async function slackDoor(household?: Household): Promise<Door> {
  const here = await slackWorld({}, { household })
  const acks: Shown[] = []
  const asked: { readonly who: Who; readonly view: Json }[] = []
  const urls = new Map<string, { readonly who: Who; readonly direct: boolean }>()

  function urlFor(who: Who, direct: boolean): string {
    const url = here.far.responseUrl()
    urls.set(url.split('/').at(-1) ?? '', { who, direct })
    return url
  }

  function all(): readonly Shown[] {
    const answers = here.far.responses.map(({ id, body }) => {
      const { who, direct } = urls.get(id) ?? {}
      return {
        body,
        only: body['response_type'] === 'in_channel' && !direct ? undefined : who,
        direct: direct ?? false,
      }
    })
    const messages = here.far.messages.map(({ channel: where, ephemeralTo, args, ts }) => {
      const direct = where.startsWith('D')
      return { body: args, only: whoIs(direct ? where.slice(1) : ephemeralTo), direct, ts }
    })
    return [...acks, ...answers, ...messages]
  }

  const read = ({ body }: Shown) => `${seenIn(body, 'caller', 'message').text}\n${text(body['text']) ?? ''}`
  const isFor =
    (who: Who) =>
    ({ only }: Shown) =>
      only === undefined || only === who

  function withButton(who: Who, label: string): Shown {
    const found = all().findLast((said) => isFor(who)(said) && has(said.body, label))
    if (!found) throw new Error(`${who} sees no button ${label}`)
    return found
  }

  async function press(who: Who, label: string): Promise<void> {
    const said = withButton(who, label)
    const where = said.direct ? 'direct' : said.only === undefined ? 'channel' : 'ephemeral'
    const at = said.direct ? `D${users[who]}` : channel
    await here.press(said.body, label, where, {
      user: users[who],
      channel: at,
      responseUrl: urlFor(who, said.direct),
      ...(said.direct && said.ts !== undefined ? { change: { message: stateOfMessage(said, label) } } : {}),
    })
  }

  /** What sends the form that was opened last. */
  function formOf(who: Who): (texts: Readonly<Record<string, string>>) => Promise<void> {
    const view = object([...here.far.views.values()].at(-1))
    const { id, private_metadata, callback_id, hash } = view
    const inputs = array(view['blocks'])
      .map(object)
      .filter(({ type }) => type === 'input')
    return async (texts) => {
      const values = Object.fromEntries(
        inputs.map(({ block_id: name, element }) => {
          const { action_id: action, ...rest } = object(element)
          return [String(name), { [String(action)]: stateOf(rest, texts[String(name)]) }]
        }),
      )
      const { json } = await here.act(
        viewSubmission({ id, private_metadata, callback_id, hash, values }, { user: users[who] }),
      )
      // What asks once more, or answers, takes the place of the form.
      if (json?.['view']) asked.push({ who, view: object(json['view']) })
    }
  }

  return {
    async command(who, command, fields = {}) {
      const [feature = '', ...action] = command.split(' ')
      const options = Object.entries(fields).map(([name, value]) => `${name}:"${value}"`)
      const given = { user: users[who], channel, responseUrl: urlFor(who, false) }
      const { json } = await here.command(`/${feature}`, [...action, ...options].join(' '), given)
      if (json)
        acks.push({
          body: json,
          only: json['response_type'] === 'in_channel' ? undefined : who,
          direct: false,
        })
    },
    press,
    async open(who, label) {
      await press(who, label)
      return formOf(who)
    },
    async take(who, words) {
      await here.act(
        messageShortcut(
          'post-as-update',
          { text: words, ts: nextTs() },
          { user: users[who], channel, responseUrl: urlFor(who, false) },
        ),
      )
      return formOf(who)
    },
    seenBy: (who) => [
      ...all().filter(isFor(who)).map(read),
      ...[...here.far.views.values(), ...asked.filter((one) => one.who === who).map(({ view }) => view)].map(
        viewText,
      ),
    ],
    toldTo: (who) =>
      all()
        .filter((said) => said.direct && said.only === who)
        .map(read),
    inRoom: () =>
      all()
        .filter(({ only }) => only === undefined)
        .map(read),
    turn: (iso) => here.turn(iso),
    settle: () => here.settle(),
    wrong: () => all().flatMap(({ body }) => seenIn(body, 'caller', 'message').wrong),
    end: () => here.end(),
  }
}

/** A message as a press shows it, told from every other by when it was posted. */
function stateOfMessage({ body, ts }: Shown, label: string): Json {
  return { ...findButton(body, label).message, edited: { ts } }
}

function whoIs(account: string | undefined): Who | undefined {
  if (account === undefined) return undefined
  const known = (['secretariat', 'interpol', 'cted', 'unodc'] as const).find((one) => users[one] === account)
  if (!known) throw new Error(`nobody of the play is ${account}`)
  return known
}

function has(body: Json, label: string): boolean {
  try {
    return findButton(body, label).action !== undefined
  } catch {
    return false
  }
}

/** What an input sends as it stands, or with this text in it. */
function stateOf(
  { type, initial_value, initial_option, initial_options, initial_date, initial_time }: Json,
  typed: string | undefined,
): Json {
  return {
    type,
    value: typed ?? initial_value ?? null,
    selected_option: initial_option ?? null,
    selected_options: initial_options ?? [],
    selected_date: initial_date ?? null,
    selected_time: initial_time ?? null,
  }
}

function viewText(view: Json): string {
  return seenIn(view, 'caller', 'view').text
}
