import type { KnownBlock } from '@slack/web-api'

import { unescapeText } from '../../../../adapters/slack/inbound/text.ts'
import { violations } from '../../../support/slack/limits.ts'
import { array, type Json, object } from '../../../support/slack/payloads.ts'
import type { Seen } from '../../contract/subject.ts'

/** What a reader in Slack sees of a message or a view. */
export function seenIn(body: Json, by: Seen['by'], surface: 'message' | 'direct' | 'view'): Seen {
  const blocks = array(body['blocks']).map(object)
  const text = typeof body['text'] === 'string' ? body['text'] : ''
  const isMessage = surface !== 'view'
  return {
    by,
    direct: surface === 'direct',
    text: blocks.map((one) => visible(one).join('')).join('\n'),
    fallback: unescapeText(text),
    pings: [...blocks.flatMap(ringing), ...(isMessage ? parsed(text) : []), ...asked(body)],
    wrong: [
      ...violations(blocks.map(asBlock), isMessage ? 'message' : 'view'),
      ...(isMessage && text.trim() === '' ? ['no text beside the blocks'] : []),
      ...(text.length >= 4_000 ? [`a text of ${text.length} characters beside the blocks`] : []),
    ],
  }
}

/** What stands instead of a date is not among them: its reader sees the date. */
const readable = new Set(['text', 'alt_text', 'url', 'image_url'])

function visible(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(visible)
  return Object.entries(object(part)).flatMap(([key, value]) => {
    if (typeof value === 'string') return readable.has(key) ? [value] : []
    return visible(value)
  })
}

/** Elements that mention somebody, and marked-up text that Slack reads mentions and links in. */
function ringing(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(ringing)
  const one = object(part)
  const type = String(one['type'] ?? '')
  const mention = ['user', 'usergroup', 'broadcast', 'channel', 'team', 'emoji'].includes(type) ? [type] : []
  const markup = type === 'mrkdwn' ? parsed(String(one['text'])) : []
  return [...mention, ...markup, ...Object.values(one).flatMap((value) => ringing(value))]
}

/** What Slack would make something of in a text. */
function parsed(text: string): string[] {
  return text.match(/<[^>]*>?/g) ?? []
}

function asked(body: Json): string[] {
  return ['parse', 'link_names', 'markdown_text'].filter((name) => body[name] !== undefined)
}

/** The far side has taken it as a block already. */
function asBlock(block: Json): KnownBlock {
  const given: unknown = block
  return given as KnownBlock
}
