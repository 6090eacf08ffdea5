import { block, code, type Message, message, rich } from '../../src/core/message.ts'
import { fold } from '../../src/core/text/nearest.ts'
import type { NamedSection } from '../../src/newsletter/sections.ts'

/** The version of the package, which its manifest has too. */
export const version = '0.4.0'

/** Days, moments and periods as they may be typed; each is read by the reader of its kind. */
export const examples = {
  moment: [
    'tomorrow 15:00',
    'next Tuesday 10:00',
    'Thursday next week at 3pm',
    '12 Dec 14:30',
    'in two hours',
    '2026-12-12T14:30',
  ],
  day: ['15 Aug 2022', 'next Friday', 'the 12th', '2022-08-15', '16-Nov-2026'],
  period: ['March-April 2023', 'Q4 2022', 'this week', 'December', '2023-03..2023-04'],
} as const

/** Help on what is not a command: how days and times are typed, and which sections there are; undefined for other words. */
export function topicHelp(word: string, sections: readonly NamedSection[]): Message | undefined {
  const asked = fold(word)
  if (/^(?:dates?|days?|times?|moments?|periods?|when)$/.test(asked)) return dates()
  if (/^(?:sections?|subsections?)$/.test(asked)) return sectionHelp(sections)
  if (asked === 'version')
    return message(`This is Rapporteur ${version}. Its CHANGELOG.md tells what changed.`)
  return asked === 'thanks' ? message('You are welcome. /help shows what else can be said.') : undefined
}

function dates(): Message {
  const line = (kind: keyof typeof examples) => rich`${kind}: ${examples[kind].join(', ')}`
  return message(
    'Days and times are typed as people say them, in any order and letter case:',
    block.list([line('moment'), line('day'), line('period')]),
    block.text(
      rich`They are read in your own zone (${code('/profile timezone Nairobi')} sets it) unless a zone stands beside them, as in “12 Dec 14:30 Europe/Vienna”. Where that may mean two hours or two days, you are asked which.`,
    ),
  )
}

function sectionHelp(sections: readonly NamedSection[]): Message {
  return message(
    'The sections of the newsletter, by what you may type for section:',
    block.list(
      sections
        .filter(({ isRemoved }) => isRemoved !== true)
        .map(
          ({ key, title, aliases }) =>
            rich`${code(key)} ${title}${aliases.length > 0 ? ` (also: ${aliases.join(', ')})` : ''}`,
        ),
    ),
    block.text('Without section:, it is read from the text, and asked for where that is not sure.'),
  )
}
