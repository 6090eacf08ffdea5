import { postUpdate } from '../../../db/newsletter/changeUpdates.ts'
import { periodOf } from '../../../db/newsletter/newsletters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { list } from '../../../src/core/language/feature.ts'
import {
  type Block,
  type Button,
  block,
  button,
  type Message,
  message,
  moment,
  rich,
} from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { splitPasted } from '../../../src/newsletter/pasted/pasted.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import type { Twin } from '../../../src/newsletter/twins/twins.ts'
import { type Context, command } from '../../define.ts'
import { editButton, embargoBehind, sectionsInstead, updateFields } from '../card.ts'
import { askForClearance } from '../clear/askFor.ts'
import { linkToMessage, sourceMessageOf } from '../follow/sourceMessage.ts'
import { details } from '../options.ts'
import { asPrinted } from '../printed/asPrinted.ts'
import { askForIssue, mayRead, questionOf, type TwinCandidate, twinsFor } from './questions.ts'
import { loadKnown } from './reading/known.ts'
import { printedDays, readUpdate, type UpdateReading } from './reading/reading.ts'
import { aheadLine } from './remarks/ahead.ts'
import { notTaken, refuseWordless, relativeDateButtons } from './remarks/notTaken.ts'
import { mendButtons, otherDate, remarks } from './remarks/remarks.ts'
import { refuseRemoved } from './removedSection.ts'

export const post = command({
  name: 'post',
  about: 'Post an activity update; its date, entities and links are read from the text',
  options: {
    text: required(
      option.text({
        about: 'What happened, with its date, as it may be printed',
        max: 2000,
        multiline: true,
      }),
    ),
    ...details,
    issue: option.period({
      about: 'The issue it is for, by its months or number, where several are open',
      inForms: false,
    }),
    items: option.choice({
      about: 'Whether the text is one item or several; asked where it looks like several',
      choices: ['one', 'several'],
      inForms: false,
    }),
  },
  access: anyone,
  changes: true,
  mayAsk: true,
  asksWhen: 'where a text looks like one that was posted before, or like several, or lies outside the issue',
  examples: [
    '/update post "CTED and UNODC held a workshop on border security, Nairobi (6-9 Mar)"',
    '/update post "UNESCO launched a guide for teachers (27 Mar)" section:publications',
  ],
  async run(context, { text, items, issue, ...given }) {
    const known = await loadKnown(context)
    refuseRemoved(known.sections, given.section)
    const whole = items === 'one' || (items === undefined && context.confirmed)
    const { items: parts, asides } = whole ? { items: [text], asides: [] } : splitPasted(text)
    const readings = parts.map((part) => readUpdate(known, part, given, issue))
    refuseWordless(text, readings)
    if (issue === undefined) askForIssue(known, readings, context.confirmed)
    const twins: Twin<TwinCandidate>[] = []
    for (const reading of readings) twins.push(...(await twinsFor(context, reading)))
    const taken = await sourceMessageOf(context, text)
    const again = taken?.before
    const asked = context.confirmed ? undefined : questionOf(context, { readings, twins, again })
    if (asked) return asked
    const hidden = twins.filter(({ item }) => !mayRead(context, item))
    const alike = hidden.length > 0 ? block.text(alikeElsewhere(hidden)) : undefined
    const posted: Posted[] = []
    for (const read of readings) posted.push({ ...(await store(context, read)), read })
    const ids = posted.map(({ id }) => id)
    if (taken) await linkToMessage(context, taken, ids)
    const [only, ...others] = posted
    return only && others.length === 0
      ? answerOne(context, only, alike)
      : answerSeveral(context, posted, { alike, asides })
  },
})

/** Stores an update; its answer shows what its author should know about clearance beside the number. */
async function store(context: Context, { content, issue, features }: UpdateReading): Promise<Stored> {
  const { db, caller, now, about } = context
  const { personId: authorId, entityId } = caller
  const newsletterId = issue?.id ?? null
  const id = await postUpdate(db, { authorId, entityId, newsletterId, content, features }, now)
  about(`update:${id}`)
  return { id, clearance: await askForClearance(context, { id, version: 1, content }) }
}

interface Stored {
  readonly id: number
  readonly clearance: string | undefined
}

interface Posted extends Stored {
  readonly read: UpdateReading
}

/** Another entity's update is not shown, only that there is one. */
function alikeElsewhere(hidden: readonly Twin<TwinCandidate>[]): string {
  const posted = hidden.map(({ item }) => `U${item.id} of ${item.entity ?? 'another author'}`)
  return `It is much like ${list(posted, 'and')}; the secretariat sees both and decides.`
}

function answerOne(
  { now, zone }: Context,
  { id, clearance, read }: Posted,
  alike: Block | undefined,
): Message {
  const { content, issue, sure, why, suggestions, sections } = read
  const late = issue !== null && issue.closesAt < now
  return message(
    rich`Posted U${id} for ${issueWords(read)}: ${asPrinted(content, content.section)}`,
    updateFields(content, sections),
    remarks(read),
    otherDate(read),
    notTaken(content, { now, zone }),
    clearance === undefined ? undefined : block.text(clearance),
    alike,
    late && issue
      ? block.text(
          rich`The issue closed for updates ${moment(issue.closesAt, zone)}; the secretariat decides whether this still goes in.`,
        )
      : undefined,
    sure
      ? undefined
      : block.text(
          `I am not sure of the section${why === '' ? '' : `; this one because of ${why}`}. Choose another if it is wrong:`,
        ),
    ...(sure ? [] : sectionsInstead(id, content, read)),
    block.buttons(
      ...relativeDateButtons(id, content, { now, zone }),
      ...mendButtons(id, suggestions),
      editButton(id, content),
      ...(sure ? [otherSection(id)] : []),
      withdrawButton(id, 'Undo: withdraw it'),
    ),
  )
}

/** `asides` were set apart from the text that held all of them. */
function answerSeveral(
  here: Context,
  posted: readonly Posted[],
  { alike, asides }: { readonly alike: Block | undefined; readonly asides: UpdateReading['asides'] },
): Message {
  return message(
    `Posted ${list(
      posted.map(({ id }) => `U${id}`),
      'and',
    )}:`,
    block.list(
      posted.map(
        ({ id, read }) =>
          rich`U${id} for ${issueWords(read)}, ${sectionTitle(read.sections, read.content.section)}, ${printedDays(read.content) ?? 'no date'}${embargoBehind(read.content)}: ${asPrinted(read.content, read.content.section)}`,
      ),
    ),
    remarks({ asides, suggestions: [] }),
    ...posted.flatMap(({ read }) => [remarks(read), otherDate(read)]),
    ...posted.flatMap(({ id, read }) => {
      const ahead = aheadLine(read.content, here)
      return ahead === undefined ? [] : [block.text(`U${id}: ${ahead}`)]
    }),
    ...posted.flatMap(({ id, clearance }) =>
      clearance === undefined ? [] : [block.text(`U${id}: ${clearance}`)],
    ),
    alike,
    block.buttons(
      ...posted.map(({ id }) => withdrawButton(id, `Withdraw U${id}`)),
      ...posted.map(({ id, read }) => ({ ...editButton(id, read.content), label: `Edit U${id}` })),
      withdrawAll(posted),
    ),
  )
}

/** Asks which section it is, by their titles. */
function otherSection(id: number): Button {
  return button('Other section', 'update edit', { update: `U${id}`, section: '?' })
}

function issueWords({ issue }: UpdateReading): string {
  return issue ? `the ${formatPeriod(periodOf(issue))} issue` : 'the next issue that is opened'
}

function withdrawAll(posted: readonly Posted[]): Button {
  const label = posted.length === 2 ? 'Undo: withdraw both' : 'Undo: withdraw all'
  return button(label, 'update withdraw', { update: posted.map(({ id }) => `U${id}`).join(', ') }, 'danger')
}

function withdrawButton(id: number, label: string): Button {
  return button(label, 'update withdraw', { update: `U${id}` }, 'danger')
}
