import { listUpdates } from '../../db/newsletter/listUpdates.ts'
import type { Update, UpdateStatus } from '../../db/newsletter/updates.ts'
import { anyone } from '../../src/core/catalog.ts'
import { orUserError } from '../../src/core/errors.ts'
import { block, button, type Message, message, rich } from '../../src/core/message.ts'
import { option } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { shorten } from '../../src/core/text/text.ts'
import { addDays, startOfDay } from '../../src/core/time/day.ts'
import { formatPeriod, type Period } from '../../src/core/time/period.ts'
import { line } from '../../src/newsletter/compose/changes.ts'
import { type NamedSection, readSection, sectionTitle } from '../../src/newsletter/sections.ts'
import { type Context, command } from '../define.ts'
import { sectionsHere } from '../newsletter/plan/planHere.ts'
import { noSuchPage, pageOf, pageOption, rowsFor } from '../records/pages.ts'
import { presentTexts } from '../records/present.ts'

export const pageSize = 20
/** This many updates of a page get a button that opens them; with more buttons it would no longer read as a list. */
const opened = 5
export const statuses = [
  'proposed',
  'accepted',
  'returned',
  'withdrawn',
  'merged',
] as const satisfies readonly UpdateStatus[]

/** What else says a state of an update. */
export const statusWords = {
  proposed: ['waiting', 'pending', 'new', 'open', 'undecided', 'not accepted', 'unaccepted', 'to decide'],
  accepted: ['approved', 'taken'],
  returned: ['sent back', 'back'],
  withdrawn: ['dropped', 'deleted', 'removed'],
}

export const period = option.period({
  about: 'Only what happened in these months, e.g. 2023-03..2023-04',
})

/** From the beginning of the first day to the end of the last one, in the zone of whoever asks. */
function instantsOf({ from, to }: Period, zone: string) {
  return { postedFrom: startOfDay(from, zone), postedBefore: startOfDay(addDays(to, 1), zone) }
}

export const list = command({
  name: 'list',
  about: 'Updates: all for the secretariat, your entity’s for you',
  heading: 'Updates',
  options: {
    status: option.choice({ about: 'Only those in this state', choices: statuses, also: statusWords }),
    period,
    posted: option.period({
      about: 'Only those posted on these days, e.g. today or since Monday',
      inForms: false,
    }),
    section: option.section({ about: 'Only one section of the newsletter' }),
    entity: option.entity({ about: 'Only updates posted by an entity or naming it' }),
    words: option.text({
      about: 'Only those whose text or place has these words, e.g. Rabat',
      max: 100,
      inForms: false,
    }),
    whose: option.choice({
      about: 'Only those that you posted',
      choices: ['mine'],
      also: { mine: ['my', 'my own', 'me', 'own'] },
      inForms: false,
    }),
    page: pageOption,
  },
  access: anyone,
  examples: ['/update list status:proposed', '/update list period:"March-April 2023" section:regional'],
  async run(context, { status, period, posted, section: named, entity, words: typed, whose, page: at = 1 }) {
    const { db, caller } = context
    const { section = named, words } = await sectionOrWords(db, typed, named)
    const gone = ['withdrawn', 'merged'] as const
    const filter = {
      ...(caller.isSecretariat
        ? {}
        : { visibleTo: { personId: caller.personId, entityId: caller.entityId } }),
      ...(period ? { period } : {}),
      ...(posted ? { posted: instantsOf(posted, context.zone) } : {}),
      ...(section ? { section } : {}),
      ...(whose ? { authorId: caller.personId } : {}),
      ...(entity ? { about: { aboutId: entity.id, acronym: entity.acronym } } : {}),
      ...(words === undefined ? {} : { words }),
    }
    const rows = await listUpdates(db, {
      ...filter,
      statuses: status ? [status] : statuses.filter((candidate) => !gone.some((one) => one === candidate)),
      ...rowsFor(at, pageSize),
    })
    const span = period ? ` in ${formatPeriod(period)}` : ''
    const days = (of: Period | undefined) => of && `${of.from}..${of.to}`
    const values = presentTexts({
      status,
      period: days(period),
      posted: days(posted),
      section,
      entity: entity?.acronym,
      words,
      whose,
    })
    const filtered = Object.keys(values).length > 0
    const filteredBeside = Object.keys(values).some((name) => name !== 'words')
    if (rows.length === 0 && at === 1 && !status) {
      const [last] = await listUpdates(db, { ...filter, statuses: gone, limit: 1, offset: 0 })
      if (last)
        return message(
          `All updates${filtered ? ' of this kind' : ''}${span} are withdrawn or merged into others.`,
          block.buttons(
            button(`Show the ${last.status} ones`, 'update list', { ...values, status: last.status }),
            button('Post an update', 'update post', {}, 'primary'),
          ),
        )
    }
    return listing(
      rows,
      { words: 'update list', values, at, sections: await sectionsHere(db) },
      words !== undefined
        ? `No update${filteredBeside ? ' of this kind' : ''} says “${shorten(words)}”${span}, and no section is called that.`
        : filtered
          ? `There are no such updates${span}.`
          : 'There are no updates yet. /update post begins one.',
    )
  },
})

/** What was typed without the name of an option: a section under any of its names, else words of the updates. */
async function sectionOrWords(
  db: Context['db'],
  typed: string | undefined,
  section: string | undefined,
): Promise<{ readonly section?: string; readonly words?: string }> {
  if (typed === undefined) return {}
  const found = section === undefined ? await sectionsHere(db) : []
  const read = orUserError(() => readSection(typed, found))
  return section === undefined && typeof read === 'string' ? { section: read } : { words: typed }
}

interface UpdateFilter {
  readonly words: string
  readonly values: Readonly<Record<string, string>>
  /** The page, from 1. */
  readonly at: number
  readonly sections: readonly NamedSection[]
}

export function listing(
  rows: readonly Update[],
  { words, values, at, sections }: UpdateFilter,
  none: string,
): Message {
  const paged = { command: words, values, page: at }
  if (rows.length === 0) return at > 1 ? noSuchPage(paged) : message(none)
  const { shown, turns, more } = pageOf(rows, pageSize, paged)
  const first = (at - 1) * pageSize + 1
  return message(
    more || at > 1
      ? `Updates ${first} to ${first + shown.length - 1}, page ${at}${more ? '; more follow' : ''}:`
      : `${counted(shown.length, 'update')}:`,
    block.list(
      shown.map(
        (update) =>
          rich`U${update.id} ${update.entity ?? update.author}, ${update.status}, ${sectionTitle(sections, update.section)}: ${shorten(line(update), 140)}`,
      ),
    ),
    block.buttons(
      ...shown.slice(0, opened).map(({ id }) => button(`Open U${id}`, 'update show', { update: `U${id}` })),
      ...turns,
    ),
  )
}
