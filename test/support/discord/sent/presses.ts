import { array, type Json, object, text } from '../../../../src/core/json.ts'
import type { Posted } from '../far/asked.ts'
import type { FarSide } from '../far/farSide.ts'
import type { Modal } from '../far/interacting.ts'
import { messageObject } from '../far/objects.ts'
import { interactionOf, type Whence } from './common.ts'
import { ground } from './interactions.ts'

/** A press of the button of this label, or with this `custom_id`, in a message as it stands now. */
export function press(far: FarSide, message: Posted, button: string, whence: Whence): Json {
  const shown = messageObject(ground(far), message)
  const found = buttonsIn(shown).find((one) => one['label'] === button || one['custom_id'] === button)
  if (!found) throw new Error(`no button ${button} in ${JSON.stringify(shown).slice(0, 2000)}`)
  const { onlyFor } = message
  if (onlyFor !== undefined && onlyFor !== whence.by) throw new Error('they do not see that message')
  const list = listWith(shown, found)
  const data = list
    ? { component_type: 3, custom_id: list['custom_id'], id: list['id'], values: [found['value']] }
    : { component_type: 2, custom_id: found['custom_id'], id: found['id'] }
  const change = { message: shown, ...whence.change }
  return interactionOf(far, 3, data, { where: message.channel, ...whence, change })
}

/** Labels of the buttons of a message and of what its lists offer, in their order. */
export function labelsIn(message: Posted): readonly string[] {
  return buttonsIn(message.body).map((one) => String(one['label']))
}

function buttonsIn(message: Json): readonly Json[] {
  const inner = array(message['components']).map(object)
  return inner.flatMap((one) => {
    if (one['type'] === 3) return array(one['options']).map(object)
    return one['type'] === 2 ? [one] : buttonsIn(one)
  })
}

/** The list in which something may be chosen; undefined for a button. */
function listWith(message: Json, chosen: Json): Json | undefined {
  if (chosen['value'] === undefined) return undefined
  const rows = array(message['components']).map(object)
  return rows
    .flatMap((row) => array(row['components']).map(object))
    .find((one) => array(one['options']).some((option) => object(option)['value'] === chosen['value']))
}

/** A form that is sent off: what stood in it, with these values put in by name; a list is what was chosen. */
export function submit(
  far: FarSide,
  { data, interaction }: Modal,
  values: Readonly<Record<string, string | readonly string[]>> = {},
  whence: Partial<Whence> & { readonly loose?: boolean } = {},
): Json {
  const { loose = false, ...more } = whence
  const fields = array(data['components']).map(object)
  const names = fields.map((one) => String(inputIn(one)['custom_id']))
  const unknown = Object.keys(values).filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`the form asks for ${names.join(', ')}, not ${unknown.join(', ')}`)
  const components = fields.map((one, place) => filled(one, values, 2 * place + 1, loose))
  const opener = far.messages.find((one) => one.id === interaction.message)
  const message = opener ? { message: messageObject(ground(far), opener) } : {}
  const change = { ...message, ...more.change }
  const at = { by: interaction.user, where: interaction.channel }
  return interactionOf(far, 5, { custom_id: data['custom_id'], components }, { ...at, ...more, change })
}

/** What stands in a form before anything is put in, by name; of a list what is chosen, separated by commas. */
export function givenIn({ data }: Modal): Readonly<Record<string, string>> {
  const inputs = array(data['components']).map((one) => inputIn(object(one)))
  return Object.fromEntries(inputs.map((one) => [String(one['custom_id']), standing(one).join(',')]))
}

/** The input of a label, or of a row of the old kind. */
function inputIn(field: Json): Json {
  return object(field['component'] ?? array(field['components'])[0])
}

function standing(input: Json): readonly string[] {
  if (input['type'] === 4) return [text(input['value']) ?? '']
  const options = array(input['options']).map(object)
  return options.filter((one) => one['default'] === true).map((one) => String(one['value']))
}

function filled(
  field: Json,
  values: Readonly<Record<string, string | readonly string[]>>,
  id: number,
  loose: boolean,
): Json {
  const input = inputIn(field)
  const { type, custom_id: name } = input
  const given = values[String(name)]
  const chosen = given === undefined ? standing(input) : [given].flat()
  const wrong = loose ? undefined : unsendable(input, chosen)
  if (wrong) throw new Error(`${String(name)} cannot be sent: ${wrong}`)
  const sent = type === 4 ? { value: chosen.join('') } : { values: chosen.filter((one) => one !== '') }
  const component = { type, id: id + 1, custom_id: name, ...sent }
  return field['type'] === 18 ? { type: 18, id, component } : { type: 1, id, components: [component] }
}

/** Why Discord’s client would not let a field be sent off. */
function unsendable(input: Json, chosen: readonly string[]): string | undefined {
  const isRequired = input['required'] !== false
  if (input['type'] === 4) {
    const [value = ''] = chosen
    if (value === '') return isRequired ? 'it is required' : undefined
    if (value.length > Number(input['max_length'] ?? 4000)) return 'it is too long'
    return value.length < Number(input['min_length'] ?? 0) ? 'it is too short' : undefined
  }
  const picked = chosen.filter((one) => one !== '')
  const offered = array(input['options']).map((one) => String(object(one)['value']))
  // What is uploaded is not chosen from a list.
  if (input['type'] !== 19 && picked.some((one) => !offered.includes(one)))
    return `it offers ${offered.join(', ')}`
  if (picked.length > Number(input['max_values'] ?? 1)) return 'too much is chosen'
  return isRequired && picked.length < Number(input['min_values'] ?? 1) ? 'nothing is chosen' : undefined
}
