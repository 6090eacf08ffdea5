import { type Catalog, findCommand, usage } from '../../core/catalog.ts'
import { UserError } from '../../core/errors.ts'
import type { Question } from '../../core/feature/feature.ts'
import { formOf } from '../../core/form.ts'
import type { Answer, Form } from '../../core/invocation.ts'
import { ownValue } from '../../core/json.ts'
import { atItsOption } from '../../core/language/atOption.ts'
import { withChosen } from '../../core/language/trailing/behind/value.ts'
import { type Block, type Button, block, message } from '../../core/message.ts'
import type { Option, Options } from '../../core/option.ts'
import { nothingSent } from '../../core/reach/reach.ts'
import { list } from '../../core/text/list.ts'
import { shorten } from '../../core/text/text.ts'
import { withHolder } from './offered/withHolder.ts'
import { waysOut } from './waysOut.ts'

/** Asks for a command's options: those without which it cannot run, or all of them again. */
export function ask(
  catalog: Catalog,
  words: string,
  fields: Readonly<Record<string, string>>,
  wanted: readonly string[],
  {
    ways = [],
    why,
    present,
  }: {
    readonly ways?: readonly Button[]
    readonly why?: string | undefined
    readonly present?: Form['present']
  } = {},
): Answer {
  const found = findCommand(catalog, words)
  const form = formOf(catalog, words, fields)
  if (!found || !form) throw new UserError(`/${words} takes no options, so there is nothing to fill in.`)
  const needed = form.fields.filter(({ name }) => wanted.includes(name))
  const what = needed.map(({ name, option }) => `${name} (${option.about})`).join('; ')
  return {
    outcome: 'asked',
    audience: 'caller',
    message: message(
      what === '' ? `/${words} can be filled in again.` : `/${words} still needs: ${what}.`,
      ...(needed.length > 0 ? longValues(found.command.options, fields, ways) : []).map((text) =>
        block.text(text),
      ),
      ...needed.flatMap(({ name, option: { choices = [] } }) =>
        choices.length === 0 ? [] : [block.text(`${name} is one of: ${choices.join('; ')}.`)],
      ),
      why === undefined ? undefined : block.text(why),
      block.text(`Usage: ${usage(found.feature, found.command)}`),
      ...waysOut(ways),
    ),
    form: { ...form, present },
  }
}

/** A value of more words may hold what belongs elsewhere, unless it is free text or a name. */
const shortValue = 4
const shortText = 2

const named: readonly string[] = ['group', 'entity', 'person', 'meeting', 'record']

/** How many words a value may have before it looks as if it held more than one: `ETCIP INTERPOL` is no group. */
function mostWords(option: Option | undefined): number {
  if (option?.kind === 'text') return shortText
  return option && named.includes(option.kind) ? 1 : shortValue
}

/**
 * Repeats the values that may hold what belongs elsewhere, so that no words of the line are lost. Names that stand in
 * choices were found.
 */
function longValues(
  options: Options,
  fields: Readonly<Record<string, string>>,
  ways: readonly Button[],
): readonly string[] {
  return Object.entries(fields)
    .map(([name, typed]) => ({ name, typed, option: ownValue(options, name) }))
    .filter(({ typed, option }) => typed.split(/\s+/).length > mostWords(option))
    .filter(
      ({ name, typed, option }) =>
        !(option && named.includes(option.kind) && ways.some(({ values }) => values[name] === typed)),
    )
    .map(({ name, typed }) => `Not taken yet: ${name}: ${typed}`)
}

/** A command with its option texts, and what they were read as. */
export interface FilledCommand {
  readonly words: string
  readonly fields: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, unknown>>
}

/** The people who would be told, in words, and when it reaches them. */
interface Told {
  readonly said: string
  readonly shown: readonly Block[]
}

/** Asks before something destructive; the button names the very records that the question names, which also says what else was typed. */
export function confirm(question: string, { words, fields, values }: FilledCommand, told?: Told): Answer {
  const names = Object.entries(fields).map(([name, typed]) => ({ name, ...nameOf(values[name], typed) }))
  const text = question.replace(
    /\{([\w-]+)\}/g,
    (_, wanted: string) => names.find(({ name }) => name === wanted)?.label ?? '',
  )
  const further = names
    .filter(({ name }) => !question.includes(`{${name}}`))
    .map(({ name, label }) => `${name} “${shorten(label, 100)}”`)
  const asked = further.length === 0 ? text : `${text} With ${list(further)}.`
  const exact = Object.fromEntries(names.map(({ name, handle }) => [name, handle]))
  const yes: Button = {
    label: 'Yes, go ahead',
    command: words,
    values: exact,
    style: 'danger',
    confirmed: true,
  }
  return {
    outcome: 'asked',
    audience: 'caller',
    message: told
      ? message(
          `${asked} That is about to write to ${told.said}.`,
          ...told.shown,
          nothingSent,
          block.buttons(yes),
        )
      : message(`${asked} Nothing has been changed yet.`, block.buttons(yes)),
  }
}

/** A handler's own question; its button names the very records and moments that it shows. */
export function askQuestion(
  { message: shown, yes, values: shownValues, others = [] }: Question,
  { words, fields, values, options }: FilledCommand & { readonly options: Options },
): Answer {
  const exact = Object.fromEntries(
    Object.entries(fields).map(([name, typed]) => [name, nameOf(values[name], typed).handle]),
  )
  const go: Button = {
    label: yes,
    command: words,
    values: { ...exact, ...shownValues },
    style: 'primary',
    confirmed: true,
  }
  const ways = others.map(
    ({ label, values: theirs }): Button => ({
      label,
      command: words,
      values: { ...exact, ...theirs },
      confirmed: true,
    }),
  )
  // What takes no options has no form.
  const change: readonly Button[] =
    Object.keys(options).length === 0 ? [] : [{ label: 'Change', command: words, values: fields, ask: true }]
  return {
    outcome: 'asked',
    audience: 'caller',
    message: { ...shown, blocks: [...shown.blocks, block.buttons(go, ...ways, ...change)] },
  }
}

/** What a value is called in a sentence, and what to type for just that one. */
function nameOf(value: unknown, typed: string): { readonly label: string; readonly handle: string } {
  if (typeof value !== 'object' || value === null) return { label: typed, handle: typed }
  if ('title' in value && 'id' in value)
    return { label: `M${value.id} ${value.title}`, handle: `M${value.id}` }
  if ('email' in value && 'name' in value && 'id' in value)
    return { label: String(value.name), handle: `P${value.id}` }
  return 'acronym' in value
    ? { label: String(value.acronym), handle: String(value.acronym) }
    : { label: typed, handle: typed }
}

/** The error with a button of the same command for each value that the option at fault may have meant. */
export function withChoiceButtons(
  raised: unknown,
  words: string,
  fields: Readonly<Record<string, string>>,
  { options, confirmed = false }: { readonly options: Options; readonly confirmed?: boolean },
): unknown {
  const error = atItsOption(raised)
  if (!(error instanceof UserError) || error.choices.length === 0 || error.option === undefined) return error
  const { option } = error
  const buttons = error.choices.map(
    (one): Button => ({
      command: words,
      ...withHolder(options, one, withChosen(options, fields, option, one.value, error.choices)),
      ...(one.ask && { ask: one.ask }),
      // A question that was answered in advance is not asked after another one.
      ...(confirmed && { confirmed }),
    }),
  )
  return new UserError(error.message, { option, buttons: [...buttons, ...error.buttons] })
}
