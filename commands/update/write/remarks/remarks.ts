import type { UpdateContent } from '../../../../db/newsletter/updates.ts'
import { type Block, type Button, block, button } from '../../../../src/core/message.ts'
import { list } from '../../../../src/core/text/list.ts'
import { shorten } from '../../../../src/core/text/text.ts'
import type { Mendable } from '../../../../src/newsletter/reading/mend.ts'
import type { ItemReading } from '../../../../src/newsletter/reading/readItem.ts'
import { nothingGiven } from '../reading/given.ts'
import type { ReadingContext } from '../reading/known.ts'
import { printedDays, readUpdate, stillTrue, type UpdateReading } from '../reading/reading.ts'

type Suggestion = ItemReading['suggestions'][number]

/** What was separated from a pasted text, and what its author may want to mend: mentioned, but never in the way. */
export function remarks(read: Remarked): Block | undefined {
  const lines = remarkLines(read)
  return lines.length > 0 ? block.list(lines) : undefined
}

type Remarked = Pick<UpdateReading, 'asides' | 'suggestions'> &
  Partial<Pick<UpdateReading, 'uncredited' | 'content'>>

/** The same, one sentence each. */
export function remarkLines({ asides, suggestions, uncredited = [], content }: Remarked): readonly string[] {
  return [
    ...(uncredited.length > 0 ? [creditedLine(uncredited, content?.entities ?? [])] : []),
    ...asideLines(asides),
    ...suggestions.map(suggestionWords),
  ]
}

/** What is not printed and why, one sentence each. */
export function asideLines(asides: UpdateReading['asides']): readonly string[] {
  return [
    ...asides
      .filter(({ kind }) => kind !== 'chat')
      .map(({ kind, text }) => `Not printed, since it is a ${asideWords[kind]}: ${text}`),
    ...fromChat(asides.filter(({ kind }) => kind === 'chat').map(({ text }) => text)),
  ]
}

/** Names, hours and marks of a copied chat, which may be many. */
function fromChat(lines: readonly string[]): readonly string[] {
  const [only, ...others] = lines
  if (only === undefined) return []
  return others.length === 0
    ? [`Not printed, since it is a ${asideWords.chat}: ${only}`]
    : [`Not printed, since they are lines of the chat: ${lines.join(' | ')}`]
}

function creditedLine(uncredited: readonly string[], entities: readonly string[]): string {
  const are = uncredited.length > 1 ? 'are' : 'is'
  return `${list(uncredited, 'and')} ${are} not in the directory and printed as typed; credited: ${list(entities, 'and')}.`
}

/** Says that the date given beside a text is printed, where the text tells another. */
export function otherDate({
  dateOfText,
  content,
}: Pick<UpdateReading, 'dateOfText' | 'content'>): Block | undefined {
  if (dateOfText === undefined) return undefined
  const printed = printedDays(content)
  // Days that stand in the words are printed with them.
  if (printed === undefined && content.text.includes(dateOfText))
    return block.text(`It counts as undated, though its words still say ${dateOfText}; text: changes them.`)
  return block.text(`The text says ${dateOfText}; ${printed === undefined ? 'no date' : printed} is printed.`)
}

/** What may be mended in an update as it is now: the same list for its author and for an editor. */
export function openSuggestions(known: ReadingContext, update: UpdateContent): readonly Suggestion[] {
  const { section } = update
  return stillTrue(readUpdate(known, update.originalText, { ...nothingGiven, section }).suggestions, update)
}

/** One press for each kind of thing that can be mended by one, and one for all of them. */
export function mendButtons(id: number, suggestions: readonly Suggestion[]): readonly Button[] {
  const buttons = new Map<string, string>()
  for (const suggestion of suggestions) {
    const mended = mendedAs(suggestion)
    if (mended === undefined) continue
    const [what, label] = mended
    buttons.set(what, buttons.has(what) ? several[what] : label)
  }
  const each = [...buttons].map(([what, label]) => button(label, 'update mend', { update: `U${id}`, what }))
  return each.length > 1
    ? [button('Mend all', 'update mend', { update: `U${id}`, what: 'all' }), ...each]
    : each
}

/** What `/update mend` calls each kind of suggestion that it follows. */
export const mended = {
  'first person': 'person',
  'full stop': 'full-stop',
  'date form': 'date',
  'date place': 'date',
  'entity name': 'entities',
  slip: 'slips',
  'State name': 'States',
} as const satisfies Readonly<Record<Mendable['kind'], string>>

type What = (typeof mended)[Mendable['kind']]

const several: Readonly<Record<What, string>> = {
  person: 'Name the entity',
  'full-stop': 'Without the full stop',
  date: 'Mend the date',
  entities: 'Write the acronyms',
  slips: 'Mend the acronyms',
  States: 'Mend the names of States',
}

function mendedAs(suggestion: Suggestion): readonly [What, string] | undefined {
  switch (suggestion.kind) {
    case 'first person':
      return suggestion.own === undefined || !/^(?:we|ours?|us)$/i.test(suggestion.word)
        ? undefined
        : [mended[suggestion.kind], `Write ${suggestion.own}`]
    case 'full stop':
      return [mended[suggestion.kind], several['full-stop']]
    case 'date form':
    case 'date place':
      return [mended[suggestion.kind], `Write (${suggestion.printed})`]
    case 'entity name':
      return [mended[suggestion.kind], `Write ${suggestion.acronym}`]
    case 'slip':
      return [mended[suggestion.kind], `Write ${suggestion.meant}`]
    case 'State name':
      return [mended[suggestion.kind], `Write ${shorten(suggestion.unName, 40)}`]
    case 'too long':
    case 'no date':
    case 'no link':
    case 'no office':
      return undefined
  }
}

const asideWords = {
  source: 'source',
  credit: 'photo credit',
  signature: 'signature',
  lead: 'pointer to the link',
  'lost link': 'pointer to a link that was lost in copying',
  greeting: 'greeting',
  heading: 'heading',
  dateline: 'dateline',
  'mail header': 'mail header',
  chat: 'line of the chat',
  page: 'line of the page',
  decoration: 'decoration',
  answered: 'message that was answered',
  hashtag: 'hashtag',
  attachment: 'pointer to a file',
  footnote: 'footnote',
  request: 'word to the editors',
  about: 'standing text about the organization',
} as const

function suggestionWords(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'too long':
      return `It has ${suggestion.characters} characters; the longest printed item has ${suggestion.most}.`
    case 'first person':
      return `It says “${suggestion.word}”: printed items name the entity.`
    case 'no date':
      return 'Items of this section print a date: add one, such as (6-9 March).'
    case 'no link':
      return 'Items of this section lead to what was published: add its link.'
    case 'no office':
      return 'Items of this section tell entity and office before the surname: “acronym, office, surname”.'
    case 'full stop':
      return 'Items are printed without a full stop at the end.'
    case 'date form':
      return `The date “${suggestion.written}” is printed as ${suggestion.printed}.`
    case 'date place':
      return `The date stands in brackets at the end: (${suggestion.printed}).`
    case 'entity name':
      return `“${suggestion.written}” is printed as ${suggestion.acronym}.`
    case 'slip':
      return `“${suggestion.typed}” is not an entity of the directory; ${suggestion.meant} is.`
    case 'State name':
      return `The United Nations writes ${suggestion.unName} for ${suggestion.written}.`
  }
}
