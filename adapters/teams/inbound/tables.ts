import { array, type Json, object, text } from '../../../src/core/json.ts'
import { asText } from './html.ts'
import type { TextBesideMention } from './mentions.ts'

/**
 * A message that holds a table, with its cells apart as in the HTML that Teams attaches: its plain text runs them
 * together. Any other message, and one with words before the bot's mention, as it was read.
 */
export function withTables(activity: Json, spoken: TextBesideMention, bot: string): TextBesideMention {
  const html = array(activity['attachments'])
    .map(object)
    .filter((one) => text(one['contentType']) === 'text/html')
    .map((one) => text(one['content']) ?? '')
    .find((one) => /<table[ >]/i.test(one))
  if (html === undefined || spoken.before !== '') return spoken
  const name = array(activity['entities'])
    .map(object)
    .filter((one) => object(one['mentioned'])['id'] === bot)
    .map((one) => asText(text(one['text']) ?? ''))
    .find((one) => one !== '')
  const whole = asText(html)
  const rest = name !== undefined && whole.startsWith(name) ? whole.slice(name.length) : whole
  return { before: '', text: rest.replace(/^[\s,:;.–—-]{1,9}/, '') }
}
