import type { Host } from '../../src/core/adapter.ts'
import type { SettableClock } from '../../src/core/clock.ts'
import { isDiskFull, UserError } from '../../src/core/errors.ts'
import type { Answer, Form, FormField, Input } from '../../src/core/invocation.ts'
import { assent } from '../../src/core/language/sentences/assent.ts'
import type { Button } from '../../src/core/message.ts'
import type { Mailbox } from './delivery/mailbox.ts'
import { localFile } from './files/localFile.ts'
import { converse } from './forms/converse.ts'
import { wantedFields } from './forms/wantedFields.ts'
import type { TerminalOutput } from './output.ts'
import { meantChoice } from './prompt/meantChoice.ts'
import type { Connection } from './prompt/streams.ts'
import { firstWords, readEmail, readInstant } from './prompt/words.ts'
import { isOk } from './render/json.ts'
import { buttonsOf } from './render/message.ts'
import { wrapEach } from './render/width.ts'

/** One conversation at the terminal: who speaks, what the last answer offers, and the form that was left. */
export interface Session {
  /** One line of input, whatever it is; true when it was done. */
  handle(typed: string): Promise<boolean>
  speaker(): string
  /** What the last line found of a full disk, where no other can be done: was it itself done? */
  diskFull(): { readonly done: boolean } | undefined
}

interface SessionDependencies {
  readonly host: Pick<Host, 'catalog' | 'dispatch' | 'suggest'>
  readonly connection: Connection
  readonly voice: TerminalOutput
  readonly mailbox: () => Mailbox
  readonly clock: SettableClock
  readonly speaker: string
  readonly interactive: boolean
  /** Whether nobody can answer a question. */
  readonly single: boolean
  readonly width: () => number
  readonly settle: (ticks: boolean) => Promise<void>
}

/** Said where what an answer leads to finds no room, or the clock's turning does. */
const noRoomForMore =
  'The disk is full. What was answered is kept; what it leads to, notices and reminders, follows once there is room.'

/** A list of more is no help at a prompt. */
const mostLikely = 9

export function createSession(deps: SessionDependencies): Session {
  const { host, connection, voice, clock } = deps
  let speaker = deps.speaker
  let choices: readonly Button[] = []
  let left: Form | undefined
  /** Whether the last answer asked for something. */
  let asking = false
  let diskFull: ReturnType<Session['diskFull']>

  async function handle(typed: string): Promise<boolean> {
    diskFull = undefined
    try {
      return await act(typed)
    } catch (error) {
      if (error instanceof UserError) return voice.say(false, error.message)
      if (isDiskFull(error)) {
        diskFull = { done: true }
        return voice.say(false, noRoomForMore)
      }
      return voice.say(false, `That went wrong: ${error instanceof Error ? error.message : String(error)}`)
    } finally {
      await deps.mailbox().flush()
    }
  }

  async function act(typed: string): Promise<boolean> {
    const text = typed.trim()
    if (text === '' || text.startsWith('#')) return true
    const [word, rest] = firstWords(text)
    if (word === 'as') return setSpeaker(rest)
    if (word === 'now') return turnClock(rest)
    if (word === 'back' && rest === '' && left) return askFor(left)
    if (/^\d{1,3}$/.test(text)) return press(choices[Number(text) - 1] ?? outOfRange(text))
    // A list goes on by the button that turns its page.
    const turn = /^(?:next|more)(?: page)?$/i.test(text)
      ? choices.find(({ label }) => label === 'Next')
      : undefined
    if (turn) return press(turn)
    // The undo of what was done without a question is confirmed in advance as well.
    const questions = asking ? choices.filter((choice) => choice.confirmed) : []
    const [question] = questions
    const said = assent(text)
    if (question && questions.length === 1 && said === 'yes') return press(question)
    if ((question || asking) && said === 'no') {
      choices = []
      asking = false
      return voice.say(true, 'Nothing was done.')
    }
    const undo = choices.filter(({ label }) => label.startsWith('Undo'))
    if (/^undo[.!]?$/i.test(text) && undo.length === 1 && undo[0]) return press(undo[0])
    const named = meantChoice(choices, text)
    return named ? press(named) : send({ kind: 'line', text: typed })
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
    if (answer.outcome === 'asked' && answer.form && deps.interactive) return askFor(answer.form)
    // Nobody is there to say yes to a question, so a single command that was only asked about was not done.
    return deps.single ? answer.outcome === 'done' : isOk(answer)
  }

  /** Prints the answer, and then what it led to. */
  async function dispatch(input: Input): Promise<Answer> {
    deps.mailbox().hold()
    const place = { platform: 'terminal', tenant: 'local', channel: speaker, private: true }
    const caller = { platform: 'terminal', tenant: 'local', account: speaker }
    let answer = await host.dispatch({ caller, place, vouchedEmail: speaker, input, openFile: localFile })
    choices = buttonsOf(answer.message)
    asking = answer.outcome === 'asked'
    if (answer.diskFull) diskFull = { done: false }
    try {
      // A form's questions say what is missing; of an answer that asks for more only its choices are worth a line.
      const asks = answer.outcome === 'asked' && answer.form && deps.interactive && choices.length === 0
      if (!asks) await voice.answer(answer)
    } catch (error) {
      await voice.say(
        false,
        `It was done, but not all of it can be shown: ${error instanceof Error ? error.message : error}`,
      )
      answer = { ...answer, outcome: 'failed' }
    }
    await deps.settle(false)
    return answer
  }

  async function askFor(form: Form): Promise<boolean> {
    left = undefined
    const nothingLacks = wantedFields(form).length === 0
    await voice.tell(
      `${nothingLacks ? 'Changing' : 'Filling in'} /${form.command}. /cancel leaves it, and what you typed is kept.`,
    )
    const end = await converse(form, {
      catalog: host.catalog,
      ask: (question, present) => connection.ask(wrapEach(question, deps.width()), present),
      likely,
      width: deps.width,
      offered: choices,
      submit: (fields) => dispatch({ kind: 'fields', command: form.command, fields, present: form.present }),
    })
    if (end.kind === 'answered') return isOk(end.answer)
    if (end.kind === 'pressed') return press(end.button)
    left = end.kept
    await voice.tell(`Nothing was done. Type back to go on with /${form.command} where you left it.`)
    return end.kind === 'line' && act(end.line)
  }

  async function likely({ option: { kind, prefix, implied } }: FormField) {
    const caller = { platform: 'terminal', tenant: 'local', account: speaker }
    return host.suggest({
      ...{ caller, vouchedEmail: speaker, kind, typed: '', limit: mostLikely },
      ...(prefix === undefined ? {} : { prefix }),
      ...(implied === undefined ? {} : { implied }),
    })
  }

  async function setSpeaker(text: string): Promise<boolean> {
    speaker = readEmail(text)
    choices = []
    left = undefined
    await voice.tell(`Speaking as ${speaker}.`)
    return true
  }

  async function turnClock(text: string): Promise<boolean> {
    const at = readInstant(text)
    const back = at < clock.now()
    clock.set(at)
    await voice.tell(`The clock stands at ${at.toISOString()}${back ? ', earlier than before' : ''}.`)
    await deps.settle(true)
    return true
  }

  return { handle, speaker: () => speaker, diskFull: () => diskFull }
}
