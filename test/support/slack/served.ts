import { createSlack } from '../../../adapters/slack/index.ts'
import type { TestDatabase } from '../database.ts'
import { until } from '../runner/until.ts'
import { type Served, serveWith, workOffAhead } from '../served.ts'
import type { FarSide } from './farSide.ts'
import { eventCallback, type Json, slashCommandFields, viewSubmission } from './payloads.ts'
import { type Answered, event, interaction, type Sending, slashCommand } from './signed.ts'
import { settings, signingSecret } from './world.ts'

export { numberIn, type Served } from '../served.ts'
export { farSide, linkEverybody } from './people.ts'

export interface ServedOptions {
  /** Where it finds Postgres and Slack; by the straight way unless told. */
  readonly env?: Readonly<Record<string, string>>
  /** Whether Slack can be asked from the start; waited for, so that the first command finds all in place. */
  readonly reachable?: boolean
  readonly args?: readonly string[]
}

/** Starts the program on a free port and waits until it serves. */
export async function serve(
  database: Pick<TestDatabase, 'url'>,
  far: Pick<FarSide, 'url'>,
  { env = {}, reachable = true, args = [] }: ServedOptions = {},
): Promise<Served> {
  const own = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: far.url }
  const served = await serveWith(database, { ...own, ...env }, args)
  if (reachable) {
    const known = async () => {
      const { text } = await say(served, 'help', '')
      if (!text.includes('/meeting')) throw new Error(text)
    }
    await until(known)
  }
  return served
}

const secret = signingSecret

/** Types a slash command at one process, as the secretariat. */
export function say(
  { base }: Pick<Served, 'base'>,
  command: string,
  text: string,
  change: Json = {},
  sending: Partial<Sending> = {},
): Promise<Answered> {
  const fields = slashCommandFields(`/${command}`, text, { change })
  return slashCommand(base, fields, { secret, ...sending })
}

/** As `say`, with the answer also where it comes late, by the address for answers: a busy machine may take its time. */
export async function ask(
  far: Pick<FarSide, 'responses' | 'responseUrl'>,
  to: Pick<Served, 'base'>,
  command: string,
  text: string,
  change: Json = {},
): Promise<Answered> {
  const url = far.responseUrl()
  const answered = await say(to, command, text, { response_url: url, ...change })
  if (answered.status !== 200 || answered.text !== '') return answered
  const json = await until(() => {
    const late = far.responses.find(({ id }) => url.endsWith(`/${id}`))
    if (!late) throw new Error(`no answer to /${command} ${text}`)
    return late.body
  })
  return { ...answered, text: JSON.stringify(json), json }
}

/** A mention in the channel, as a payload to be sent as often as wanted. */
export function mention(text: string): Json {
  return eventCallback('app_mention', { text: `<@UBOT1> ${text}` })
}

/** A form sent off; `values` are texts by option. */
export function sent(viewId: string, command: string, values: Readonly<Record<string, string>>): Json {
  const state = Object.entries(values).map(([name, value]) => [name, { value: { value } }])
  return viewSubmission({ id: viewId, private_metadata: `${command}|`, values: Object.fromEntries(state) })
}

/** Delivers an event to one process. */
export function tell({ base }: Pick<Served, 'base'>, payload: Json, retry?: number): Promise<Answered> {
  return event(base, payload, {
    secret,
    ...(retry === undefined ? {} : { retry: { num: retry, reason: 'http_timeout' } }),
  })
}

/** Delivers a press or a form to one process. */
export function act({ base }: Pick<Served, 'base'>, payload: Json): Promise<Answered> {
  return interaction(base, payload, { secret })
}

/** What a process does whose clock is so many minutes ahead: it works until nothing waits any more. */
export function workOffLater(database: TestDatabase, far: FarSide, minutes: number): Promise<void> {
  const wanted = { ...settings, apiUrl: far.url }
  return workOffAhead(database, minutes, (host, log) => createSlack({ host, settings: wanted, log }))
}
