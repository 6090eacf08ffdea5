import type { Adapter, Host, Recipient } from '../../src/core/adapter.ts'
import type { SettableClock } from '../../src/core/clock.ts'
import { DeliveryError, UserError } from '../../src/core/errors.ts'
import type { Answer, Form, Input } from '../../src/core/invocation.ts'
import { assent } from '../../src/core/language/assent.ts'
import type { Button, Message } from '../../src/core/message.ts'
import { createMailbox } from './deliveries.ts'
import { writeFiles } from './files.ts'
import { converse, wantedFields } from './form.ts'
import { localFile } from './localFile.ts'
import { connect } from './prompt/streams.ts'
import { readEmail, readInstant } from './prompt/words.ts'
import { answerLine, deliveryLine, isOk, localLine } from './render/json.ts'
import { buttonsOf, renderText } from './render/message.ts'

export interface TerminalOptions {
  readonly host: Pick<Host, 'catalog' | 'dispatch'>
  /** Whether it tells people of whom no account is known, as where there is no other platform. */
  readonly reachesByEmail: boolean
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
  const { host, json, clock, output } = options
  const connection = connect(options)
  const look = { colour: options.colour, width: options.width, numbered: true, catalog: host.catalog }
  let speaker = options.speaker
  let choices: readonly Button[] = []
  let busy: Promise<unknown> = Promise.resolve()
  let gone = false
  const mailbox = createMailbox({
    together: !json,
    speaker: () => speaker,
    print: (text) => connection.print(text),
    async say({ to, message }) {
      const files = await writeFiles(message, options.dataDir)
      const paths = files.map((file) => file.path)
      if (json) return connection.print(deliveryLine(to, message, files))
      return connection.print(`✉ for you: ${renderText(message, { ...look, numbered: false, paths })}`)
    },
  })

  // A reader that has had enough (`| head`) ends the run quietly.
  output.on('error', () => {
    gone = true
    connection.close()
  })

  /** One line of input, whatever it is; true when it was done. */
  async function handle(typed: string): Promise<boolean> {
    try {
      return await act(typed)
    } catch (error) {
      if (error instanceof UserError) return say(false, error.message)
      return say(false, `That went wrong: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      await mailbox.flush()
    }
  }

  async function act(typed: string): Promise<boolean> {
    const text = typed.trim()
    if (text === '' || text.startsWith('#')) return true
    const own = /^\/?(as|now)(?:\s+(.*))?$/is.exec(text)
    if (own) return own[1]?.toLowerCase() === 'as' ? setSpeaker(own[2] ?? '') : turnClock(own[2] ?? '')
    if (/^\d{1,3}$/.test(text)) return press(choices[Number(text) - 1] ?? outOfRange(text))
    const questions = choices.filter((choice) => choice.confirmed)
    const [question] = questions
    const said = assent(text)
    if (question && questions.length === 1 && said === 'yes') return press(question)
    if (question && said === 'no') {
      choices = []
      return say(true, 'Nothing was done.')
    }
    const undo = choices.filter(({ label }) => label.startsWith('Undo'))
    if (/^undo[.!]?$/i.test(text) && undo.length === 1 && undo[0]) return press(undo[0])
    return send({ kind: 'line', text: typed })
  }

  function outOfRange(text: string): never {
    const offered = choices.length === 0 ? 'none' : choices.length === 1 ? 'only 1' : `1 to ${choices.length}`
    throw new UserError(`There is no choice ${text}: the last answer offered ${offered}.`)
  }

  function press({ command, values, confirmed, ask }: Button): Promise<boolean> {
    return send({ kind: 'fields', command, fields: values, confirmed: confirmed ?? false, ask: ask ?? false })
  }

  async function send(input: Input): Promise<boolean> {
    const answer = await dispatch(input)
    // A form that wants nothing more is only shown: a prompt cannot fill it in again.
    const wants = answer.outcome === 'asked' && answer.form && wantedFields(answer.form).length > 0
    if (wants && answer.form && options.interactive) return askFor(answer.form)
    // Nobody is there to say yes to a question, so a single command that was only asked about was not done.
    return options.exec === undefined ? isOk(answer) : answer.outcome === 'done'
  }

  /** Prints the answer, and then what it led to. */
  async function dispatch(input: Input): Promise<Answer> {
    mailbox.hold()
    const place = { platform: 'terminal', tenant: 'local', channel: speaker, private: true }
    const caller = { platform: 'terminal', tenant: 'local', account: speaker }
    let answer = await host.dispatch({ caller, place, vouchedEmail: speaker, input, openFile: localFile })
    try {
      await show(answer)
    } catch (error) {
      await say(
        false,
        `It was done, but not all of it can be shown: ${error instanceof Error ? error.message : error}`,
      )
      answer = { ...answer, outcome: 'failed' }
    }
    await settle(false)
    return answer
  }

  async function show(answer: Answer): Promise<void> {
    choices = buttonsOf(answer.message)
    const files = await writeFiles(answer.message, options.dataDir)
    if (json) return connection.print(answerLine(answer, files))
    const wrong = answer.outcome === 'refused' || answer.outcome === 'failed'
    const text = renderText(answer.message, { ...look, paths: files.map((file) => file.path) })
    return connection.print(wrong ? red(text) : text)
  }

  async function askFor(form: Form): Promise<boolean> {
    const end = await converse(form, {
      catalog: host.catalog,
      ask: (question) => connection.ask(question),
      submit: (fields) => dispatch({ kind: 'fields', command: form.command, fields }),
    })
    if (end.kind === 'answered') return isOk(end.answer)
    if (end.kind === 'pressed') return press(end.button)
    await connection.print('Nothing was done.')
    return end.kind === 'line' && act(end.line)
  }

  async function setSpeaker(text: string): Promise<boolean> {
    speaker = readEmail(text)
    choices = []
    if (!json) await connection.print(`Speaking as ${speaker}.`)
    return true
  }

  async function turnClock(text: string): Promise<boolean> {
    const at = readInstant(text)
    const back = at < clock.now()
    clock.set(at)
    if (!json)
      await connection.print(`The clock stands at ${at.toISOString()}${back ? ', earlier than before' : ''}.`)
    await settle(true)
    return true
  }

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

  /** Said by the terminal itself. */
  async function say(ok: boolean, text: string): Promise<boolean> {
    await connection.print(json ? localLine(ok, text) : ok ? text : red(text))
    return ok
  }

  function red(text: string): string {
    return options.colour ? `\u001b[31m${text.replaceAll('\u001b[0m', '\u001b[0;31m')}\u001b[0m` : text
  }

  async function readAll(): Promise<number> {
    if (options.interactive) await connection.print(greeting(speaker))
    let interrupted = false
    for (;;) {
      const entry = gone ? { kind: 'end' as const } : await connection.next()
      if (entry.kind === 'end') return 0
      if (entry.kind === 'interrupt') {
        if (interrupted) return 0
        interrupted = true
        await connection.print('ctrl-C once more, ctrl-D or exit leaves.')
        continue
      }
      interrupted = false
      if (/^\s*\/?(exit|quit)\s*$/i.test(entry.text)) return 0
      await handle(entry.text)
    }
  }

  async function runOne(line: string): Promise<number> {
    if (line.trim() === '') return Number(!(await say(false, 'There is no command to run.')))
    return (await handle(line)) ? 0 : 1
  }

  return {
    name: 'terminal',
    reachesByEmail: options.reachesByEmail,
    // One after the other, so that what is told reads in the order in which it was said.
    lanes: 1,
    start: async () => undefined,
    async stop() {
      connection.close()
      await busy.catch(() => undefined)
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
      const running = (options.exec === undefined ? readAll() : runOne(options.exec)).finally(() =>
        connection.close(),
      )
      busy = running
      return running
    },
  }
}

function greeting(speaker: string): string {
  return [
    `Rapporteur, speaking as ${speaker}; as <email> speaks for somebody else.`,
    'Type /help to see what can be said; tab completes.',
    'To leave: exit, or ctrl-D.',
  ].join('\n')
}
