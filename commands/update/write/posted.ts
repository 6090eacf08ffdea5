import { periodOf } from '../../../db/newsletter/newsletters.ts'
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
import { list } from '../../../src/core/text/list.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import type { Context } from '../../define.ts'
import { editButton, embargoBehind, sectionsInstead, updateFields } from '../card.ts'
import { asPrinted } from '../printed/asPrinted.ts'
import { asTypedButtons } from './reading/asTyped.ts'
import { printedDays, type UpdateReading } from './reading/reading.ts'
import { yearBeforeButtons } from './remarks/ahead.ts'
import { notTaken, relativeDateButtons } from './remarks/notTaken.ts'
import { remarksOfSeveral, unsureSections } from './remarks/ofSeveral.ts'
import { mendButtons, otherDate, remarks } from './remarks/remarks.ts'

/** An update as it stands in the store, and what its author should know about its clearance. */
export interface Stored {
  readonly id: number
  readonly clearance: string | undefined
  /** That its entity had said to have nothing to report; undefined where it had not, or has sent something since. */
  readonly passed: string | undefined
}

export interface Posted extends Stored {
  readonly read: UpdateReading
}

/** What is said where one update was posted. */
export function answerOne(
  { now, zone }: Context,
  { id, clearance, passed, read }: Posted,
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
    passed === undefined ? undefined : block.text(passed),
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
      ...yearBeforeButtons(id, read, { now, zone }),
      ...mendButtons(id, suggestions),
      editButton(id, content),
      ...asTypedButtons(id, content, read.asides),
      ...(sure ? [otherSection(id)] : []),
      withdrawButton(id, 'Undo: withdraw it'),
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

function withdrawButton(id: number, label: string): Button {
  return button(label, 'update withdraw', { update: `U${id}` })
}

/** What is said where several were posted; `asides` were set apart from the text that held all of them. */
export function answerSeveral(
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
    remarksOfSeveral(posted, here),
    ...posted.map(({ read }) => otherDate(read)),
    ...posted.flatMap(({ id, clearance }) =>
      clearance === undefined ? [] : [block.text(`U${id}: ${clearance}`)],
    ),
    ...posted.flatMap(({ passed }) => (passed === undefined ? [] : [block.text(passed)])),
    alike,
    unsureSections(posted),
    block.buttons(
      ...posted.flatMap(({ id, read }) =>
        read.sure ? [] : [{ ...otherSection(id), label: `Section of U${id}` }],
      ),
      ...posted.map(({ id }) => withdrawButton(id, `Withdraw U${id}`)),
      ...posted.map(({ id, read }) => ({ ...editButton(id, read.content), label: `Edit U${id}` })),
      ...posted.flatMap(({ id, read }) =>
        asTypedButtons(id, read.content, read.asides, `Print U${id} as typed`),
      ),
      withdrawAll(posted),
    ),
  )
}

function withdrawAll(posted: readonly Posted[]): Button {
  const label = posted.length === 2 ? 'Undo: withdraw both' : 'Undo: withdraw all'
  return button(label, 'update withdraw', { update: posted.map(({ id }) => `U${id}`).join(', ') })
}
