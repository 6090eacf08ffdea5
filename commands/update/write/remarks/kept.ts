import type { UpdateContent } from '../../../../db/newsletter/updates.ts'
import { type Block, block } from '../../../../src/core/message.ts'
import { formatDay } from '../../../../src/core/time/day.ts'
import { type NamedSection, sectionTitle } from '../../../../src/newsletter/sections.ts'
import { detailsOf } from '../../card.ts'
import type { Given } from '../reading/given.ts'
import { printedDays } from '../reading/reading.ts'

/** What was given with an edit; the text is absent where it does not change. */
type WithText = Given & { readonly text: string | undefined }

/** An update before and after an edit, and its words as they are read by themselves. */
interface Edited {
  readonly before: UpdateContent
  readonly after: UpdateContent
  readonly asRead: UpdateContent
}

/** Says which date is printed where an update had one and its new text tells another, or none; of a link where another came. */
export function datesKept(
  { before, after, asRead }: Edited,
  given: WithText,
): readonly (Block | undefined)[] {
  return [
    overruledDate(before, after, given),
    overruledLink(before, after, asRead, given),
    stillOtherDate(asRead, after, given),
    given.text === undefined || asRead.startOn !== null ? undefined : keptDate(before, after, given),
  ]
}

/** Says that an accepted update stays in its section though its new words read like another. */
export function keptSection(
  sections: readonly NamedSection[],
  { section: stays }: UpdateContent,
  { section: other }: UpdateContent,
): Block | undefined {
  if (stays === other) return undefined
  return block.text(
    `It stays under “${sectionTitle(sections, stays)}”, where it was accepted; section: moves it, to “${sectionTitle(sections, other)}” for one.`,
  )
}

/** Says that an update went to another section with its new words, where nobody named one. */
export function movedSection(
  sections: readonly NamedSection[],
  { section: was }: UpdateContent,
  { section: is }: UpdateContent,
  { section: named }: Given,
): Block | undefined {
  if (named !== undefined || was === is) return undefined
  return block.text(
    `Its new words read like “${sectionTitle(sections, is)}”, where it stands now; it was under “${sectionTitle(sections, was)}”. section: moves it.`,
  )
}

/** Says that a date set before gave way to that of the new text. */
function overruledDate(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const [was, is] = [detailsOf(before).date, detailsOf(now).date]
  if (given.date !== undefined || was === undefined || is === undefined || was === is) return undefined
  // The same days in other words are no other date.
  if (before.startOn === now.startOn && before.endOn === now.endOn) return undefined
  return block.text(`The date is now ${is}, as the new text says; it was ${was}.`)
}

/** Says that a link set before gave way to that of the new text, where it is not among what was removed. */
function overruledLink(
  before: UpdateContent,
  now: UpdateContent,
  asRead: UpdateContent,
  given: Given,
): Block | undefined {
  const [was, is] = [detailsOf(before).link, detailsOf(now).link]
  if (given.link !== undefined || was === undefined || is === undefined || was === is) return undefined
  return is === detailsOf(asRead).link && lostLinks(before, now).length === 0
    ? block.text(`The link is now ${is}, as the new text says; it was ${was}.`)
    : undefined
}

/** Says that a date set before stays beside a new text that tells another. */
function stillOtherDate(
  asRead: UpdateContent,
  now: UpdateContent,
  { text, date }: WithText,
): Block | undefined {
  if (text === undefined || date !== undefined || asRead.startOn === null || now.startOn === null)
    return undefined
  if (asRead.startOn === now.startOn && asRead.endOn === now.endOn) return undefined
  return block.text(
    `The text says ${printedDays(asRead)}; ${printedDays(now)}, which was set before, is printed. date: sets another.`,
  )
}

/** Says that a date set before stays beside a new text in which none was read. */
function keptDate(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const { date } = detailsOf(now)
  if (given.date !== undefined || date === undefined || date !== detailsOf(before).date) return undefined
  return block.text(`No date was read in the new text; ${date}, which was set before, stays.`)
}

/** Says which other details, set before, stay beside a new text that tells others. */
export function detailsKept({ after, asRead }: Omit<Edited, 'before'>, given: WithText): readonly Block[] {
  if (given.text === undefined) return []
  const [stay, says] = [detailsOf(after), detailsOf(asRead)]
  const names = { entities: 'entities', wg: 'group', place: 'place', link: 'link' } as const
  return (['entities', 'wg', 'place', 'link'] as const)
    .filter((name) => given[name] === undefined && says[name] !== undefined && says[name] !== stay[name])
    .map((name) => {
      const kept = stay[name] === undefined ? `no ${names[name]}` : `${names[name]} ${stay[name]}`
      return block.text(
        `Kept as set before: ${kept}, though the text now says ${says[name]}. ${name}: sets another.`,
      )
    })
}

/** Says that an embargo stays though the new text asks for none, and how it is lifted. */
export function keptEmbargo(
  { embargoUntil: until }: UpdateContent,
  asRead: UpdateContent,
  { text, embargo }: WithText,
): Block | undefined {
  if (until === null || asRead.embargoUntil !== null || text === undefined || embargo !== undefined)
    return undefined
  return block.text(`The embargo until ${formatDay(until)} stays; embargo:none lifts it.`)
}

/** What was read from the former text and is no longer in the new one, though nobody removed it by name. */
export function lostBlock(before: UpdateContent, now: UpdateContent, given: Given): Block | undefined {
  const said = detailsOf(before)
  // A date that stands in the words is not printed once more behind them.
  const says = now.startOn === null ? detailsOf(now) : { date: said.date, ...detailsOf(now) }
  const entities = given.entities ? [] : before.entities.filter((name) => !now.entities.includes(name))
  const links = given.link === undefined ? lostLinks(before, now) : []
  const lost = [
    ...(entities.length > 0 ? [`entities ${entities.join(', ')}`] : []),
    ...(['date', 'place', 'wg'] as const)
      .filter((name) => given[name] === undefined && said[name] !== undefined && says[name] === undefined)
      // A day within the new text is printed with its words.
      .filter((name) => name !== 'date' || now.startOn === null)
      .map((name) => `${name} ${said[name]}`),
    ...(links.length > 0 ? [links.map((url) => `link ${url}`).join(', ')] : []),
  ]
  if (lost.length === 0) return undefined
  return block.text(
    `Removed with the former text: ${lost.join('; ')}. To keep any of it, name it in another edit.`,
  )
}

/** The addresses that have gone; a single one for which another came is put right. */
function lostLinks(before: UpdateContent, now: UpdateContent): readonly string[] {
  const [former, stay] = [before, now].map(({ links }) => links.flatMap(({ url }) => url ?? []))
  const gone = (former ?? []).filter((url) => !stay?.includes(url))
  const came = (stay ?? []).filter((url) => !former?.includes(url))
  return gone.length === 1 && came.length === 1 ? [] : gone
}
