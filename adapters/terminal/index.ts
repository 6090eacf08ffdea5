import type { Adapter, Host, Recipient } from '../../src/core/adapter.ts'
import type { SettableClock } from '../../src/core/clock.ts'
import { DeliveryError } from '../../src/core/errors.ts'
import type { Message } from '../../src/core/message.ts'
import { createMailbox } from './delivery/mailbox.ts'
import { createTerminalOutput } from './output.ts'
import { suggestTo } from './person.ts'
import { greeting } from './prompt/greeting.ts'
import { connect } from './prompt/streams.ts'
import { readAll, runOne } from './readAll.ts'
import { createSession } from './session.ts'

export interface TerminalOptions {
  readonly host: Pick<Host, 'catalog' | 'dispatch' | 'suggest'>
  /** Whether it tells people of whom no account is known, as where there is no other platform. */
  readonly reachesByEmail: boolean
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** A person sits there. */
  readonly interactive: boolean
  readonly colour: boolean
  /** Columns as the window is now; 0 where it is not a terminal. */
  readonly width: () => number
  readonly json: boolean
  /** Run this one command and end. */
  readonly exec?: string
  /** Whether the store holds the sample. */
  readonly isSample?: boolean
  /** E-mail address of who speaks at first. */
  readonly speaker: string
  readonly dataDir: string
  readonly clock: SettableClock
  /** Enters what is due, where asked for, and delivers everything; resolves when nothing is left. */
  settle(options: { readonly ticks: boolean }): Promise<void>
  readonly historyFile?: string
}

export interface Terminal extends Adapter {
  /** Reads to the end of input, or runs the one command; resolves to the exit code. */
  run(): Promise<number>
}

/** As many as a screen holds. */
const mostCompleted = 20

/** The terminal: a prompt, or one command a line; the only platform with a clock to turn and speakers to choose. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { host, json, output, interactive, colour, width, dataDir, exec } = options
  const connection = connect({
    ...options,
    catalog: host.catalog,
    meant: (option, typed) => suggestTo(host, session.speaker(), option, { typed, limit: mostCompleted }),
  })
  const print = (text: string) => connection.print(text)
  const voice = createTerminalOutput({ print, catalog: host.catalog, json, colour, width, dataDir })
  const mailbox = createMailbox({
    together: !json,
    speaker: () => session.speaker(),
    print: (text) => voice.tell(text),
    say: ({ to, message }) => voice.deliver(to, message),
  })
  const session = createSession({
    ...{ host, connection, voice, mailbox: () => mailbox, clock: options.clock, speaker: options.speaker },
    ...{ interactive, single: exec !== undefined, width, settle },
  })
  let running: Promise<unknown> = Promise.resolve()
  let gone = false

  // A reader that has had enough (`| head`) ends the run quietly.
  output.on('error', () => {
    gone = true
    connection.close()
  })

  async function settle(ticks: boolean): Promise<void> {
    // A script reads each delivery as it comes, and `settle` waits for that; a person reads what is alike once.
    if (json) await mailbox.flush()
    else mailbox.hold()
    try {
      await options.settle({ ticks })
    } finally {
      await mailbox.flush()
    }
  }

  async function greet(): Promise<void> {
    for (const line of greeting(session.speaker(), options.isSample ?? false)) await voice.tell(line)
  }

  async function read(): Promise<number> {
    const reader = { session, connection, voice, interactive, isGone: () => gone }
    if (exec !== undefined) return runOne(exec, reader)
    if (interactive) await greet()
    return readAll(reader)
  }

  return {
    name: 'terminal',
    reachesByEmail: options.reachesByEmail,
    // One after the other, so that what is told reads in the order in which it was said.
    lanes: 1,
    start: async () => undefined,
    async stop() {
      connection.close()
      await running.catch(() => undefined)
    },
    async post(to: Recipient, message: Message) {
      // Nothing was written, so that another run may deliver it.
      if (gone) throw new DeliveryError('Nobody reads the terminal any more.', { kind: 'retryable' })
      await mailbox.put({ to: to.email ?? to.account, message })
    },
    async announce(room) {
      throw new DeliveryError(`The terminal has no room ${room.channel}.`, { kind: 'gone' })
    },
    changed: () => undefined,
    connected: () => !gone,
    run() {
      const reading = read().finally(() => connection.close())
      running = reading
      return reading
    },
  }
}
