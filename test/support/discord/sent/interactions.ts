import { array, type Json, object } from '../../../../src/core/json.ts'
import type { Posted } from '../far/asked.ts'
import type { FarSide } from '../far/farSide.ts'
import { everywhere } from '../far/guilds.ts'
import { messageObject } from '../far/objects.ts'
import { interactionOf, type Whence } from './common.ts'

export { ping } from './common.ts'

export type Value = string | number | boolean

export interface Slash extends Whence {
  /** `meeting schedule`, or `help`. */
  readonly command: string
  /** Texts are made what the registered command has them as. */
  readonly options?: Readonly<Record<string, Value>>
  /** Takes what Discord’s client would not send: options that are unknown or left out. */
  readonly loose?: boolean
}

/** A slash command with its options, as it is sent off. */
export function slash(far: FarSide, { command, options = {}, loose = false, ...whence }: Slash): Json {
  const known = registered(far, command)
  if (!loose) mustFit(known, command, options)
  return interactionOf(far, 2, commandData(known, command, optionList(known, options)), whence)
}

/** A command while one of its options is being typed. */
export function autocomplete(
  far: FarSide,
  { focused, command, options = {}, ...whence }: Slash & { readonly focused: string },
): Json {
  const known = registered(far, command)
  const list = optionList(known, { [focused]: '', ...options })
  // What is typed is sent as it stands, and without looking whether all that must be there is there.
  const typed = list.map((one) =>
    one['name'] === focused ? { ...one, value: String(one['value']), focused: true } : one,
  )
  return interactionOf(far, 4, commandData(known, command, typed), whence)
}

/** A command of the menu of a message, by its label. */
export function messageCommand(
  far: FarSide,
  { label, message, ...whence }: Whence & { readonly label: string; readonly message: Posted },
): Json {
  const found = all(far).find((one) => one['name'] === label && one['type'] === 3)
  if (!found && far.commands.size > 0) throw new Error(`no message command is called ${label}`)
  const resolved = { messages: { [message.id]: messageObject(ground(far), message) } }
  const data = { id: found?.['id'] ?? '1', name: label, type: 3, target_id: message.id, resolved }
  return interactionOf(far, 2, data, { where: message.channel, ...whence })
}

/** What a message is shown from. */
export function ground(far: FarSide): Parameters<typeof messageObject>[0] {
  return { directory: far }
}

interface Registered {
  readonly id: string
  /** Undefined where nothing was registered. */
  readonly options: readonly Json[] | undefined
}

function all(far: FarSide): readonly Json[] {
  const inGuilds = [...far.commands].filter(([scope]) => scope !== everywhere).flatMap(([, some]) => some)
  return [...inGuilds, ...(far.commands.get(everywhere) ?? [])]
}

function registered(far: FarSide, command: string): Registered {
  const [name, ...words] = command.split(' ')
  if (all(far).length === 0) return { id: '1', options: undefined }
  const found = all(far).find((one) => one['name'] === name && one['type'] !== 3 && one['type'] !== 2)
  let options: readonly Json[] | undefined = found && array(found['options']).map(object)
  for (const word of words) {
    const nested = options?.find((one) => one['name'] === word && Number(one['type']) <= 2)
    options = nested && array(nested['options']).map(object)
  }
  if (!options) throw new Error(`no command /${command} is registered`)
  if (options.some((one) => Number(one['type']) <= 2)) throw new Error(`/${command} has sub-commands`)
  return { id: String(found?.['id']), options }
}

function mustFit({ options }: Registered, command: string, given: Readonly<Record<string, Value>>): void {
  if (!options) return
  const names = options.map((one) => String(one['name']))
  const unknown = Object.keys(given).filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`/${command} has no option ${unknown.join(', ')}`)
  const left = options.filter((one) => one['required'] === true && given[String(one['name'])] === undefined)
  if (left.length > 0) {
    throw new Error(`/${command} cannot be sent without ${left.map((one) => one['name']).join(', ')}`)
  }
  const misplaced = options.find((one) => !isOffered(one, given[String(one['name'])]))
  if (misplaced) throw new Error(`/${command} does not offer that as ${String(misplaced['name'])}`)
}

function isOffered(option: Json, value: Value | undefined): boolean {
  const choices = array(option['choices']).map(object)
  return value === undefined || choices.length === 0 || choices.some((one) => one['value'] === value)
}

function optionList({ options }: Registered, given: Readonly<Record<string, Value>>): readonly Json[] {
  return Object.entries(given).map(([name, value]) => {
    const type = options?.find((one) => one['name'] === name)?.['type'] ?? typeOf(value)
    return { name, type, value: type === 4 ? Number(value) : type === 5 ? truth(value) : String(value) }
  })
}

function typeOf(value: Value): number {
  return { string: 3, number: 4, boolean: 5 }[typeof value as 'string' | 'number' | 'boolean']
}

function truth(value: Value): boolean {
  return value === true || value === 'true' || value === 'yes'
}

function commandData({ id }: Registered, command: string, options: readonly Json[]): Json {
  const [name, ...words] = command.split(' ')
  const nested = words.toReversed().reduce<readonly Json[]>((inner, word, place) => {
    return [{ type: place === 0 ? 1 : 2, name: word, options: inner }]
  }, options)
  return { id, name, type: 1, options: nested }
}
