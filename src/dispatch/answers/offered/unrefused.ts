import { inTransaction } from '../../../../db/store/savepoints/inTransaction.ts'
import { NumberWanted, untilNumbered } from '../../../../db/store/savepoints/untilNumbered.ts'
import { type Choice, DoneAlready, NothingGiven, UserError } from '../../../core/errors.ts'
import { type Readers, readValues } from '../../../core/language/readValues.ts'
import { completed } from '../../../core/language/trailing/completed.ts'
import type { Button } from '../../../core/message.ts'
import { OutsideWanted } from '../../outside/outside.ts'
import type { Run } from '../../run.ts'
import type { Context, Feature } from '../../services.ts'
import { dryRun, lookRun } from '../tryingOut.ts'
import { mayMean } from './mayMean.ts'

/** A command that one value alone is to be chosen for, and who asks for it. */
export interface Trial {
  readonly command: Feature['commands'][number]
  readonly words: string
  readonly readers: Readers
  readonly context: Context
  readonly trace: Run['trace']
}

/** What a command is given with a value that is chosen. */
type FieldsWith = (value: string) => Readonly<Record<string, string>>

/** A choice that the command takes; of one that only lacks what is to be changed, the form is opened. */
export type OpenChoice = Choice & { readonly ask: boolean }

interface Unrefused {
  readonly open: readonly OpenChoice[]
  /** Why each of the others is refused. */
  readonly refusals: readonly UserError[]
}

/**
 * Of the values of the option that a command lacks, those that it would not refuse: each is tried out. One about which
 * more would be asked stays. Those behind the first `enough` are neither tried nor offered.
 */
export async function unrefused(
  choices: readonly Choice[],
  fieldsWith: FieldsWith,
  { enough = choices.length, ...trial }: Trial & { readonly enough?: number },
): Promise<Unrefused> {
  const open: OpenChoice[] = []
  const refusals: UserError[] = []
  for (const choice of choices) {
    if (open.length === enough) break
    const fields = fieldsWith(choice.value)
    const refused = await refusalOf(fields, trial)
    const ask = refused !== undefined && opensForm(refused, trial.words)
    if (!refused || ask || (asksMore(refused, trial.words) && isNear(refused, fields, trial.command)))
      open.push({ ...choice, ask })
    else refusals.push(refused)
  }
  return { open, refusals }
}

/** Whether what is asked about is near to what was typed: somebody whom nobody knows is not found at the next press either. */
function isNear(
  { option = '', choices }: UserError,
  fields: ReturnType<FieldsWith>,
  { options }: Trial['command'],
): boolean {
  return choices.length === 0 || mayMean(options[option], fields[option], choices)
}

async function refusalOf(
  fields: ReturnType<FieldsWith>,
  { command, readers, ...tried }: Trial,
): Promise<UserError | undefined> {
  return whyRefused(
    command,
    () => readValues(command.options, completed(command.options, fields), readers),
    tried,
  )
}

/** Whether several choices are refused for one reason, which is none of theirs. */
export function isForAll(refusals: readonly UserError[]): boolean {
  const said = refusals.map(({ message, buttons }) => JSON.stringify([message, buttons]))
  return said.length > 1 && new Set(said).size === 1
}

/** A refusal that is about no value of an option that was not given. */
export function withoutOption(refused: UserError, name: string): UserError {
  const { message, option, buttons } = refused
  return option === name ? new UserError(message, { buttons }) : refused
}

/** Why a command would refuse some values, or cannot read them; undefined where it would act, or ask. */
async function whyRefused(
  command: Trial['command'],
  read: () => Promise<Record<string, unknown>>,
  { context, trace }: Pick<Trial, 'context' | 'trace'>,
): Promise<UserError | undefined> {
  try {
    const values = await read()
    const run = (db: Context['db']) => () => command.run({ ...context, db }, values)
    // A look needs no transaction; trying out a change does.
    const reply = command.changes
      ? await inTransaction(
          context.db,
          async (trx) => (await dryRun(trx, trace, run(untilNumbered(trx)))).reply,
        )
      : await lookRun(trace, run(context.db))
    const isRefused = 'kind' in reply && reply.kind === 'refusal'
    return isRefused ? new UserError(reply.text, { buttons: reply.buttons }) : undefined
  } catch (error) {
    if (error instanceof OutsideWanted || error instanceof NumberWanted) return undefined
    if (error instanceof UserError) return error
    throw error
  }
}

/** Why a command refuses these values whatever else is said; `form` where it only lacks what is to be done, undefined where it would act, or ask for more. */
export async function finalRefusal(
  { command, words }: Pick<Trial, 'command' | 'words'>,
  values: Record<string, unknown>,
  { fields = {}, ...tried }: Pick<Trial, 'context' | 'trace'> & { readonly fields?: ReturnType<FieldsWith> },
): Promise<UserError | 'form' | undefined> {
  // A file that was typed as a word is chosen in the form.
  const wantsFile = Object.entries(command.options).some(
    ([name, { kind, required }]) => kind === 'file' && required && values[name] === undefined,
  )
  if (wantsFile) return undefined
  const refused = await whyRefused(command, async () => values, tried)
  if (refused && opensForm(refused, words)) return 'form'
  return refused && asksMore(refused, words) && isNear(refused, fields, command) ? undefined : refused
}

function asksMore(refused: UserError, words: string): boolean {
  if (refused instanceof DoneAlready) return false
  const { choices, buttons } = refused
  return choices.length > 0 || buttons.some(({ command }) => command === words)
}

function opensForm(refused: UserError, words: string): boolean {
  const isForm = ({ command, ask }: Button) => command === words && ask === true
  return refused instanceof NothingGiven || refused.buttons.some(isForm)
}

/** Raises `UserError` where the record that a form is opened for cannot be changed any more, before anybody fills it in. */
export async function refuseStaleRecord({
  asked: { command, words },
  kept,
  readers,
  context,
  trace,
}: Pick<Trial, 'readers' | 'context' | 'trace'> & {
  readonly asked: Pick<Trial, 'command' | 'words'>
  readonly kept: Readonly<Record<string, string>>
}): Promise<void> {
  const [[name = '', first] = []] = Object.entries(command.options)
  const typed = kept[name]
  const needed = Object.values(command.options).filter(({ required }) => required)
  if (!command.changes || typed === undefined || !first?.required || needed.length > 1) return
  if (first.kind !== 'meeting' && first.kind !== 'record') return
  const read = await readValues({ [name]: first }, { [name]: typed }, readers).catch((error: unknown) => {
    // What cannot be read is said when the form is sent.
    if (error instanceof UserError) return undefined
    throw error
  })
  if (read === undefined) return
  const final = await finalRefusal({ command, words }, read, { context, trace })
  if (!(final instanceof UserError) || (final.option !== undefined && final.option !== name)) return
  // Only what was typed is worth a form that cannot be sent.
  if (Object.keys(kept).length === 1) trace.fields = undefined
  throw final
}
