import { createSlack } from '../../../adapters/slack/index.ts'
import { features } from '../../../commands/index.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { settableClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/process/log.ts'
import { createSeal } from '../../../src/process/seal.ts'
import { createServer } from '../../../src/process/server.ts'
import { steadyDatabase } from '../database.ts'
import type { Emulated } from './emulated.ts'
import { oauth } from './installed.ts'
import {
  blockActions,
  type EventKind,
  eventCallback,
  type Json,
  object,
  slashCommandFields,
  viewSubmission,
} from './payloads.ts'
import { type Answered, event, interaction, slashCommand } from './signed.ts'
import { findButton, settings, signingSecret } from './world.ts'

/** The emulator’s one workspace. */
const team = 'T000000001'

/** The whole bot in front of the emulator, and one member who speaks to it. */
export interface EmulatedBot {
  readonly base: string
  /** The member's account. */
  readonly user: string
  /** The direct conversation of the member and the bot. */
  readonly direct: string
  command(command: string, text: string): Promise<Answered>
  press(body: Json | undefined, label: string): Promise<Answered>
  submit(view: Json): Promise<Answered>
  tell(kind: EventKind, change: Json): Promise<Answered>
  /** Turns the clock and works off what is due. */
  turn(iso: string): Promise<void>
  stop(): Promise<void>
}

/** Starts the bot without a token of its own; the member's token belongs to the app. */
export async function startEmulatedBot(emulated: Emulated, member: string): Promise<EmulatedBot> {
  const database = await steadyDatabase()
  const clock = settableClock(new Date('2026-11-21T12:00:00Z'))
  const log = createLog('silent')
  const house = createBot({
    features,
    store: database.store,
    clock,
    log,
    seal: createSeal(['a-key-for-tests']),
    askAbove: Number.POSITIVE_INFINITY,
  })
  const adapter = await createSlack({
    host: house,
    settings: {
      ...settings,
      botToken: undefined,
      oauth,
      apiUrl: emulated.url,
      trust: [{ team, domains: ['compact.example'] }],
    },
    log,
  })
  house.join(adapter)
  await house.start()
  await adapter.start()
  const server = await createServer(
    { store: database.store, queueReady: () => house.services.jobs.ready(), platforms: [adapter] },
    adapter.routes ? [adapter.routes] : [],
    log,
  )
  const base = await server.listen(0, '127.0.0.1')
  const sending = () => ({ secret: signingSecret, at: clock.now() })
  const user = String((await emulated.call(member, 'auth.test'))['user_id'])
  const opened = await emulated.call(member, 'conversations.open', { users: 'UBOT1' })
  const direct = String(object(opened['channel'])['id'])
  // What the emulator takes for opening one view within three seconds.
  const trigger = async () =>
    String((await emulated.call(member, 'views.generateTriggerId', { user_id: user }))['trigger_id'])
  const given = (more: Json = {}) => ({ team, user, channel: direct, botUser: 'UBOT1', ...more })
  return {
    base,
    user,
    direct,
    command: async (command: string, text: string) =>
      slashCommand(base, slashCommandFields(command, text, given({ trigger: await trigger() })), sending()),
    press: async (body: Json | undefined, label: string) =>
      interaction(
        base,
        blockActions('ephemeral', findButton(body, label).action, given({ trigger: await trigger() })),
        sending(),
      ),
    submit: (view: Json) => interaction(base, viewSubmission(view, given()), sending()),
    tell: (kind: EventKind, change: Json) => event(base, eventCallback(kind, change, given()), sending()),
    async turn(iso: string) {
      clock.set(new Date(iso))
      await house.settle({ ticks: true })
    },
    async stop() {
      await server.stop()
      await adapter.stop()
      await house.stop()
      await database.drop()
    },
  }
}
