import { features } from '../../commands/index.ts'
import { ensureSecretariat } from '../../db/directory/secretariat.ts'
import { loadSample } from '../../db/samples/compact.ts'
import { type Bot, createBot } from '../../src/bot/bot.ts'
import type { Adapter, Attempt, Recipient } from '../../src/core/adapter.ts'
import { type SettableClock, settableClock } from '../../src/core/clock.ts'
import { DeliveryError } from '../../src/core/errors.ts'
import type { Answer, Invocation } from '../../src/core/invocation.ts'
import type { Message } from '../../src/core/message.ts'
import type { BotParts } from '../../src/dispatch/services.ts'
import { createLog } from '../../src/process/log.ts'
import { bareDatabase, type TestDatabase, testDatabase } from './database.ts'
import { plainMessage } from './plain.ts'

export interface Delivery {
  readonly to: string
  readonly text: string
  readonly message: Message
  readonly key: string
}

export interface Announcement {
  readonly channel: string
  readonly text: string
  readonly message: Message
}

export interface World {
  readonly bot: Bot
  readonly database: TestDatabase
  /** What was delivered so far, in order. */
  readonly delivered: Delivery[]
  /** The accounts that were told something so far, in order. */
  readonly told: { readonly account: string; readonly text: string }[]
  /** What was said in rooms so far, in order. */
  readonly announced: Announcement[]
  readonly clock: SettableClock
  /** What stands now in the place of what was delivered, by its key, where the far side can change it. */
  readonly amended: Map<string, string>
  /** Log lines, as written. */
  readonly log: string[]
  /** One line as a person, answered; deliveries it caused are in. */
  say(who: string, line: string, extra?: Partial<Invocation>): Promise<Reply>
  /** A press of a button, a form or a native command. */
  press(
    who: string,
    command: string,
    fields: Readonly<Record<string, string>>,
    confirmed?: boolean,
  ): Promise<Reply>
  /** Turns the clock, then works off what is due. */
  turn(iso: string): Promise<void>
  end(): Promise<void>
}

export interface Reply {
  readonly outcome: Answer['outcome']
  readonly text: string
  readonly answer: Answer
}

/** Among others what the bot is built from; unless told, it asks before no writing to many, nor about what is said twice. */
export interface WorldOptions
  extends Pick<BotParts, 'mailer' | 'meter' | 'publicUrl' | 'answersByMail' | 'calendars'>,
    Pick<BotParts, 'askAbove' | 'saidAgainMs'> {
  readonly now?: string
  /** Stands in for the far side; what it throws is a failed delivery. */
  readonly post?: (to: Recipient, message: Message, key: string) => Promise<void>
  /** Lets the far side be asked whether a delivery stands there. */
  readonly find?: (key: string) => Promise<boolean>
  readonly database?: TestDatabase
  /** The far side can change what was delivered; what it throws is a failed change. */
  readonly amends?: true | ((key: string) => Promise<void>)
  /** Begins with an empty directory and these in its secretariat, instead of the sample. */
  readonly onlySecretariat?: readonly string[]
}

export const secretariat = 'secretariat@compact.example'

export function focal(acronym: string): string {
  return `focal.${acronym}@compact.example`
}

/** The whole bot on a real database of its own, with a clock that the test turns. */
export async function world({
  now = '2026-11-21T12:00:00Z',
  mailer,
  meter,
  post,
  find,
  amends,
  database: given,
  onlySecretariat,
  askAbove = Number.POSITIVE_INFINITY,
  saidAgainMs = 0,
  publicUrl,
  answersByMail = false,
  calendars = {},
}: WorldOptions = {}): Promise<World> {
  const database = given ?? (await (onlySecretariat ? bareDatabase() : testDatabase()))
  if (onlySecretariat) await ensureSecretariat(database.store, onlySecretariat)
  else if (given) await loadSample(database.store)
  const clock = settableClock(new Date(now))
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const bot = createBot({
    ...{ features, clock, log, askAbove, saidAgainMs, answersByMail, publicUrl, calendars },
    ...{ store: database.store, ...(mailer && { mailer }), ...(meter && { meter }) },
  })
  const delivered: Delivery[] = []
  const announced: Announcement[] = []
  const told: World['told'] = []
  const amended: World['amended'] = new Map()
  /** Whether a delivery in doubt stands there; where nobody can tell, it fails as one that may have arrived. */
  async function stood(key: string, attempt?: Attempt): Promise<boolean> {
    if (typeof attempt === 'object' && !find) throw new DeliveryError('Who knows?', { kind: 'ambiguous' })
    return typeof attempt === 'object' && (await find?.(key)) === true
  }
  const adapter: Adapter = {
    name: 'terminal',
    reachesByEmail: true,
    lanes: 8,
    async announce(room, message, key, attempt, stands) {
      if (await stood(key, attempt)) return
      stands?.({ tenant: 'local', message: key })
      announced.push({ channel: room.channel, text: plainMessage(message), message })
    },
    changed: () => undefined,
    connected: () => true,
    start: async () => undefined,
    stop: async () => undefined,
    findsDelivered: true, // So that notices are claimed by the batch: each by itself costs several times as much.
    ...(amends && {
      async amend({ message: key }, message) {
        if (amends !== true) await amends(key)
        amended.set(key, plainMessage(message))
      },
    }),
    async post(to, message, key, attempt, stands) {
      if (await stood(key, attempt)) return
      await post?.(to, message, key)
      stands?.({ tenant: 'local', message: key })
      told.push({ account: to.account, text: plainMessage(message) })
      delivered.push({ to: to.email ?? to.account, text: plainMessage(message), message, key })
    },
  }
  bot.join(adapter)
  await bot.start()

  async function dispatch(
    who: string,
    input: Invocation['input'],
    extra: Partial<Invocation> = {},
  ): Promise<Reply> {
    const answer = await bot.dispatch({
      caller: { platform: 'terminal', tenant: 'local', account: who },
      place: { platform: 'terminal', tenant: 'local', channel: who, private: true },
      vouchedEmail: who,
      input,
      ...extra,
    })
    await bot.settle({ ticks: false })
    return { outcome: answer.outcome, text: plainMessage(answer.message), answer }
  }

  return {
    bot,
    database,
    clock,
    delivered,
    amended,
    told,
    announced,
    log: lines,
    say: (who, text, extra) => dispatch(who, { kind: 'line', text }, extra),
    press: (who, command, fields, confirmed = false) =>
      dispatch(who, { kind: 'fields', command, fields, confirmed }),
    async turn(iso) {
      clock.set(new Date(iso))
      await bot.settle({ ticks: true })
    },
    async end() {
      await bot.stop()
      await everyReminderSaysWhy(database)
      await database.drop()
    },
  }
}

/** Whatever rules said in a test, each of its messages told why it came. */
async function everyReminderSaysWhy({ store }: TestDatabase): Promise<void> {
  const silent = await store.pool.query<{ rule: string; body: string }>(
    `select rule, body::text from notices where rule is not null and body::text !~ '(Why (you|here): |Again, as you asked)'`,
  )
  const [first] = silent.rows
  if (first) throw new Error(`The rule “${first.rule}” does not say why: ${first.body}`)
}
