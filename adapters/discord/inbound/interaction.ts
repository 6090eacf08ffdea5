import { createHash } from 'node:crypto'

import { array, type Json, object, text } from '../../../src/core/json.ts'
import { commandKind, context, ephemeral, interaction, optionKind } from '../api/codes.ts'
import { readPressId, readStepId } from '../api/customIds.ts'
import { commandFiles, modalFiles } from './attachments.ts'
import type { Incoming, PressedMessage } from './incoming.ts'
import { readMessage, resolvedNames } from './mentions.ts'
import type { Origin } from './origin.ts'
import { lackingIn } from './permissions.ts'

/** Reads an interaction; nothing in it is taken on trust. */
export function readInteraction(given: Json): Incoming {
  if (given['type'] === interaction.ping) return { kind: 'ping' }
  const origin = originOf(given)
  if (!origin) return ignored('it does not say of whom it is, or where')
  const data = object(given['data'])
  switch (given['type']) {
    case interaction.command:
      return data['type'] === commandKind.message ? readShortcut(origin, data) : readCommand(origin, data)
    case interaction.typeahead:
      return readTypeahead(origin, data)
    case interaction.press:
      return readPress(origin, data, given['message'])
    case interaction.submit:
      return {
        kind: 'submit',
        origin,
        step: readStepId('form', text(data['custom_id']) ?? ''),
        components: array(data['components']).map(object),
        files: modalFiles(array(data['components']).map(object), object(data['resolved'])),
        message: pressedMessage(given['message']),
      }
    default:
      return ignored(`its type is ${String(given['type'])}`)
  }
}

function ignored(why: string): Incoming {
  return { kind: 'ignored', why }
}

function originOf(given: Json): Origin | undefined {
  const member = object(given['member'])
  // In a server the user is inside `member`, in a direct message at the top.
  const user = object(member['user'] ?? given['user'])
  const [id, token, userId] = [text(given['id']), text(given['token']), text(user['id'])]
  const channel = text(given['channel_id']) ?? text(object(given['channel'])['id'])
  if (id === undefined || token === undefined || userId === undefined || channel === undefined)
    return undefined
  const username = text(user['username']) ?? userId
  const guild = text(given['guild_id'])
  return {
    id,
    token,
    user: { id: userId, username, name: text(member['nick']) ?? text(user['global_name']) ?? username },
    heardAt: performance.now(),
    locale: text(given['locale']),
    guild,
    channel,
    direct: guild === undefined && given['context'] !== context.private,
    lacks:
      guild === undefined ? [] : lackingIn(text(given['app_permissions']), object(given['channel'])['type']),
  }
}

interface Chosen {
  readonly command: string
  readonly options: readonly Json[]
}

/** The words of a command and its options, however deeply nested. */
function chosen(data: Json): Chosen {
  const words = [text(data['name']) ?? '']
  let options = array(data['options']).map(object)
  for (
    let [first] = options;
    first?.['type'] === optionKind.subcommand || first?.['type'] === optionKind.group;
    [first] = options
  ) {
    words.push(text(first['name']) ?? '')
    options = array(first['options']).map(object)
  }
  return { command: words.join(' '), options }
}

function readCommand(origin: Origin, data: Json): Incoming {
  if (data['type'] !== commandKind.slash) return ignored(`a command of type ${String(data['type'])}`)
  const { command, options } = chosen(data)
  const resolved = object(data['resolved'])
  const files = commandFiles(options, resolved)
  return {
    kind: 'command',
    origin,
    command,
    fields: fieldsOf(options),
    names: resolvedNames(resolved),
    files,
  }
}

/** Numbers and flags as one would type them; files are read elsewhere. */
function fieldsOf(options: readonly Json[]): Readonly<Record<string, string>> {
  const texts = options.filter(({ type }) => type !== optionKind.file)
  return Object.fromEntries(texts.map(({ name, value }) => [String(name), typed(value)]))
}

function typed(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function readTypeahead(origin: Origin, data: Json): Incoming {
  const { command, options } = chosen(data)
  const focused = options.find(({ focused: isIt }) => isIt === true)
  if (!focused) return ignored('nothing is being typed')
  return {
    kind: 'typeahead',
    origin,
    command,
    option: String(focused['name']),
    typed: typed(focused['value']),
  }
}

function readShortcut(origin: Origin, data: Json): Incoming {
  const target = text(data['target_id']) ?? ''
  const messages = object(object(data['resolved'])['messages'])
  const message = object(messages[target])
  const channel = text(message['channel_id']) ?? origin.channel
  const place = [origin.guild ?? '@me', channel, target].join('/')
  return {
    kind: 'shortcut',
    origin,
    label: text(data['name']) ?? '',
    text: readMessage(message),
    link: `https://discord.com/channels/${place}`,
    message: `${channel}:${target}`,
  }
}

function readPress(origin: Origin, data: Json, message: unknown): Incoming {
  const pressed = pressedMessage(message)
  if (!pressed) return ignored('a press on no message')
  // A choice in a select menu carries what a button would.
  const customId = text(array(data['values'])[0]) ?? text(data['custom_id']) ?? ''
  return { kind: 'press', origin, pressed: readPressId(customId), customId, message: pressed }
}

function pressedMessage(message: unknown): PressedMessage | undefined {
  const { id, flags, content, embeds, components, edited_timestamp: edited } = object(message)
  if (typeof id !== 'string') return undefined
  const shown = JSON.stringify([content, embeds, components, edited])
  const state = createHash('sha256').update(shown).digest('hex').slice(0, 32)
  return { id, ephemeral: typeof flags === 'number' && (flags & ephemeral) !== 0, state }
}
