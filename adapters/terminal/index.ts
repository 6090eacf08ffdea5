import type { Adapter, Host, Recipient } from '../../src/core/adapter.ts'
import type { SettableClock } from '../../src/core/clock.ts'
import type { Answer, Form, Input } from '../../src/core/invocation.ts'
import type { Button, Message } from '../../src/core/message.ts'
import { connect } from './connect.ts'
import { createMailbox } from './deliveries.ts'
import { writeFiles } from './files.ts'
import { fill } from './form.ts'
import { answerLine, deliveryLine, isOk, refusalLine } from './json.ts'
import { buttonsOf, renderText } from './render.ts'
import { readEmail, readInstant } from './words.ts'

export interface TerminalOptions {
  readonly host: Host
  readonly input: NodeJS.ReadableStream
  readonly output: NodeJS.WritableStream
  /** A person sits there. */
  readonly interactive: boolean
  readonly colour: boolean
  /** Columns; 0 where it is no terminal. */
  readonly width: number
  readonly json: boolean
  /** Run this one command and end. */
  readonly exec?: string
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

/** The terminal: a prompt, or one command a line; the only platform with a clock to turn and speakers to choose. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { host, json, clock } = options
  const line = connect(options)
  const look = { colour: options.colour, width: options.width, numbered: true }
  let speaker = options.speaker
  let choices: readonly Button[] = []
  const mailbox = createMailbox({ look, print: (text) => line.print(text), speaker: () => speaker })

  async function send(input: Input): Promise<boolean> {
    const answer = await host.dispatch({
      caller: { platform: 'terminal', tenant: 'local', account: speaker },
      place: { platform: 'terminal', tenant: 'local', channel: speaker, private: true },
      vouchedEmail: speaker,
      input,
    })
    await show(answer)
    await settle(false)
    if (answer.form && options.interactive) return ask(answer.form)
    return isOk(answer)
  }

  async function show(answer: Answer): Promise<void> {
    choices = buttonsOf(answer.message)
    const files = writeFiles(answer.message, options.dataDir)
    if (json) return line.print(answerLine(answer, files))
    const paths = new Map(files.map((file) => [file.name, file.path]))
    const text = renderText(answer.message, { ...look, paths })
    const wrong = answer.outcome === 'refused' || answer.outcome === 'failed'
    return line.print(wrong && options.colour ? `\u001b[31m${text}\u001b[0m` : text)
  }

  async function ask(form: Form): Promise<boolean> {
    const filled = await fill(form, (prompt) => line.ask(prompt))
    if (filled.kind === 'filled')
      return send({ kind: 'fields', command: form.command, fields: filled.fields })
    if (filled.kind === 'line') return handle(filled.line)
    await line.print('Nothing was done.')
    return false
  }

  async function settle(ticks: boolean): Promise<void> {
    mailbox.hold()
    try {
      await options.settle({ ticks })
    } finally {
      await mailbox.flush()
    }
  }

  /** One line of input, whatever it is; true when it was done. */
  async function handle(typed: string): Promise<boolean> {
    const text = typed.trim()
    if (text === '' || text.startsWith('#')) return true
    const [word = '', ...rest] = text.split(/\s+/)
    if (word === 'as' && rest.length <= 1)
      return change(rest[0] ?? '', readEmail, (email) => setSpeaker(email))
    if (word === 'now' && rest.length <= 1) return change(rest[0] ?? '', readInstant, (at) => turnClock(at))
    const button = choose(text)
    if (button === 'none') return refuse(`There is no choice ${text} in the last answer.`)
    if (button)
      return send({
        kind: 'fields',
        command: button.command,
        fields: button.values,
        confirmed: button.confirmed ?? false,
      })
    return send({ kind: 'line', text: typed })
  }

  function choose(text: string): Button | 'none' | undefined {
    if (/^(yes|y)$/i.test(text)) return choices.length === 1 && choices[0]?.confirmed ? choices[0] : undefined
    return /^\d{1,3}$/.test(text) ? (choices[Number(text) - 1] ?? 'none') : undefined
  }

  async function change<T>(
    text: string,
    read: (text: string) => T | string,
    apply: (value: T) => Promise<void>,
  ): Promise<boolean> {
    const value = read(text)
    if (typeof value === 'string' && value.includes(' ')) return refuse(value)
    await apply(value as T)
    return true
  }

  async function setSpeaker(email: string): Promise<void> {
    speaker = email
    choices = []
    if (!json) await line.print(`Speaking as ${email}.`)
  }

  async function turnClock(at: Date): Promise<void> {
    const back = at < clock.now()
    clock.set(at)
    if (!json)
      await line.print(`The clock stands at ${at.toISOString()}${back ? ', earlier than before' : ''}.`)
    await settle(true)
  }

  async function refuse(text: string): Promise<boolean> {
    await line.print(json ? refusalLine(text) : text)
    return false
  }

  let busy: Promise<unknown> = Promise.resolve()

  return {
    name: 'terminal',
    reachesByEmail: true,
    start: async () => undefined,
    async stop() {
      line.close()
      await busy.catch(() => undefined)
    },
    async post(to: Recipient, message: Message) {
      const address = to.email ?? to.account
      if (json) await line.print(deliveryLine(address, message))
      else await mailbox.put(address, message)
    },
    async run() {
      if (options.exec !== undefined) return (await handle(options.exec)) ? 0 : 1
      if (options.interactive) await line.print(greeting(speaker))
      for await (const typed of line.lines()) {
        if (/^\s*\/?(exit|quit)\s*$/.test(typed)) break
        const done = handle(typed)
        busy = done
        await done
      }
      return 0
    },
  }
}

function greeting(speaker: string): string {
  return [
    `Rapporteur, speaking as ${speaker}.`,
    'Type /help to see what can be said; as <email> speaks for somebody else.',
    'Tab completes, exit leaves.',
  ].join('\n')
}
