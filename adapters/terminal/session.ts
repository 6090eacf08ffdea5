import type { Host } from '../../src/core/adapter.ts'
import type { SettableClock } from '../../src/core/clock.ts'
import { isDiskFull, UserError } from '../../src/core/errors.ts'
import type { Answer, Form, Input } from '../../src/core/invocation.ts'
import type { Button } from '../../src/core/message.ts'
import type { Mailbox } from './delivery/mailbox.ts'
import { converse, type End, type FormDependencies } from './forms/converse.ts'
import { goesOnAsForm, opensAtOnce, wantedFields } from './forms/wantedFields.ts'
import type { TerminalOutput } from './output.ts'
import { askAs, suggestTo } from './person.ts'
import { lineMeant } from './prompt/lineMeant.ts'
import type { Connection } from './prompt/streams.ts'
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
  const { host, voice } = deps
  let { speaker } = deps
  let choices: readonly Button[] = []
  /** Whether the last answer asked for something. */
  let asking = false
  let left: Form | undefined
  let diskFull: ReturnType<Session['diskFull']>

  async function handle(typed: string): Promise<boolean> {
    diskFull = undefined
    try {
      return await act(typed)
    } catch (error) {
      if (isDiskFull(error)) diskFull = { done: true }
      return voice.say(false, whatWentWrong(error))
    } finally {
      await deps.mailbox().flush()
    }
  }

  async function act(typed: string): Promise<boolean> {
    const meant = lineMeant(typed, { choices, asking, formLeft: left !== undefined })
    switch (meant.kind) {
      case 'nothing':
        return true
      case 'speaker':
        return setSpeaker(meant.email)
      case 'clock':
        return turnClock(meant.at, deps)
      case 'form':
        return left ? askFor(left) : true
      case 'press':
        return press(meant.button)
      case 'declined':
        forgetQuestion()
        return voice.say(true, 'Nothing was done.')
      case 'line':
        return send({ kind: 'line', text: typed })
    }
  }

  function forgetQuestion(): void {
    choices = []
    asking = false
  }

  const press = (button: Button) => send(inputOf(button))

  async function send(input: Input): Promise<boolean> {
    const answer = await dispatch(input)
    const opened = opensAtOnce(input, answer, deps)
    if (opened) return press(opened)
    if (answer.outcome === 'asked' && answer.form && deps.interactive) return askFor(answer.form)
    // Nobody is there to say yes to a question, so a single command that was only asked about was not done.
    return deps.single ? answer.outcome === 'done' : isOk(answer)
  }

  /** Prints the answer, and then what it led to. */
  async function dispatch(input: Input): Promise<Answer> {
    deps.mailbox().hold()
    const answer = await askAs(host, speaker, input)
    choices = buttonsOf(answer.message)
    asking = answer.outcome === 'asked'
    if (answer.diskFull) diskFull = { done: false }
    const printed = goesOnAsForm(input, answer, deps) ? answer : await print(answer, voice)
    await deps.settle(false)
    return printed
  }

  async function askFor(form: Form): Promise<boolean> {
    left = undefined
    const end = await fillIn(form, deps, {
      offered: choices,
      likely: ({ option }) => suggestTo(host, speaker, option, { typed: '', limit: mostLikely }),
      submit: (fields) => dispatch({ kind: 'fields', command: form.command, fields, present: form.present }),
    })
    if (end.kind === 'answered') return isOk(end.answer)
    if (end.kind === 'pressed') return press(end.button)
    left = end.kept
    return end.kind === 'line' && act(end.line)
  }

  async function setSpeaker(email: string): Promise<boolean> {
    speaker = email
    forgetQuestion()
    left = undefined
    await voice.tell(`Speaking as ${speaker}.`)
    return true
  }

  return { handle, speaker: () => speaker, diskFull: () => diskFull }
}

function inputOf({ command, values, confirmed = false, ask = false }: Button): Input {
  return { kind: 'fields', command, fields: values, confirmed, ask }
}

async function turnClock(at: Date, { clock, voice, settle }: SessionDependencies): Promise<boolean> {
  const back = at < clock.now()
  clock.set(at)
  await voice.tell(`The clock stands at ${at.toISOString()}${back ? ', earlier than before' : ''}.`)
  await settle(true)
  return true
}

function whatWentWrong(error: unknown): string {
  if (error instanceof UserError) return error.message
  if (isDiskFull(error)) return noRoomForMore
  return `That went wrong: ${error instanceof Error ? error.message : String(error)}`
}

/** Prints an answer; one of which a part cannot be shown counts as failed. */
async function print(answer: Answer, voice: TerminalOutput): Promise<Answer> {
  try {
    await voice.answer(answer)
    return answer
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await voice.say(false, `It was done, but not all of it can be shown: ${why}`)
    return { ...answer, outcome: 'failed' }
  }
}

/** Goes through a form, and says how to leave it and how to come back to it. */
async function fillIn(
  form: Form,
  { host, connection, voice, width }: SessionDependencies,
  given: Pick<FormDependencies, 'offered' | 'likely' | 'submit'>,
): Promise<End> {
  const isComplete = wantedFields(form).length === 0
  await voice.tell(
    `${isComplete ? 'Changing' : 'Filling in'} /${form.command}. /cancel leaves it, and what you typed is kept.`,
  )
  const end = await converse(form, {
    ...{ ...given, catalog: host.catalog, width },
    ask: (question, present) => connection.ask(wrapEach(question, width()), present),
  })
  if (end.kind === 'left' || end.kind === 'line') {
    await voice.tell(`Nothing was done. Type back to go on with /${form.command} where you left it.`)
  }
  return end
}
