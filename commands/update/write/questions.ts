import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import type { UpdateOfMessage } from '../../../db/newsletter/sources/changedSources.ts'
import { twinCandidates } from '../../../db/newsletter/twinCandidates.ts'
import type { UpdateContent } from '../../../db/newsletter/updates.ts'
import { UserError } from '../../../src/core/errors.ts'
import {
  type Button,
  block,
  button,
  headed,
  type Message,
  message,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { formatDay } from '../../../src/core/time/day.ts'
import { type Twin, twinsOf } from '../../../src/newsletter/twins/twins.ts'
import type { Context, Question } from '../../define.ts'
import { issueChoices } from '../../newsletter/issue/issue.ts'
import { embargoBehind, updateFields } from '../card.ts'
import { dictatedQuestion } from '../doubts/dictated.ts'
import { noItemQuestion } from '../doubts/noItem.ts'
import { isOutside, outsideLine, touches, yearBefore } from './outside.ts'
import type { ReadingContext } from './reading/known.ts'
import { issueOfDay } from './reading/openIssue.ts'
import type { UpdateReading } from './reading/reading.ts'
import { asideLines } from './remarks/remarks.ts'

export type TwinCandidate = Awaited<ReturnType<typeof twinCandidates>>[number]

/** Asks for the issue where several are open and the text's days tell of none or of two. Raises `UserError`. */
export function askForIssue(
  { open }: ReadingContext,
  readings: readonly UpdateReading[],
  confirmed: boolean,
): void {
  const months = open.filter(({ kind }) => kind !== 'annual')
  if (months.length < 2) return
  if (!confirmed)
    for (const { content } of readings) askForOneOf(issuesTouched(open, content), content, 'posted')
  const unsure = readings.find(({ content }) => issueOfDay(open, content.startOn) === undefined)
  if (!unsure) return
  const day = unsure.content.startOn
  throw new UserError(
    `Several issues are open, and ${day === null ? 'the text tells no day' : `${formatDay(day)} is in none of them`}. Which one is it for? Nothing was posted yet.`,
    {
      option: 'issue',
      choices: issueChoices(months),
    },
  )
}

/** The open issues, but for annual ones, in whose months some of an update's days lie. */
export function issuesTouched(
  open: readonly NewsletterIssue[],
  { startOn, endOn }: Pick<UpdateContent, 'startOn' | 'endOn'>,
): readonly NewsletterIssue[] {
  if (startOn === null || endOn === null) return []
  return open.filter((issue) => issue.kind !== 'annual' && touches(issue, startOn, endOn))
}

/** Asks which of several issues an update is for whose days lie in each of them. Raises `UserError`. */
export function askForOneOf(
  issues: readonly NewsletterIssue[],
  { startOn, endOn }: Pick<UpdateContent, 'startOn' | 'endOn'>,
  done: 'posted' | 'changed',
): void {
  if (issues.length < 2) return
  const days = `${formatDay(startOn ?? '')} to ${formatDay(endOn ?? '')}`
  throw new UserError(
    `${days} lies in several issues that are open. Which one is it for? Nothing was ${done} yet.`,
    { option: 'issue', choices: issueChoices(issues) },
  )
}

/** The updates that tell of the same as what is about to be posted, the surest first. */
export async function twinsFor(
  context: Context,
  { content, issue }: UpdateReading,
): Promise<readonly Twin<TwinCandidate>[]> {
  const { startOn: start, endOn: end, text, entities } = content
  const near = { newsletterId: issue?.id ?? null, start, end, entities, now: context.now }
  return twinsOf({ text, start, end, entities }, await twinCandidates(context.db, near))
}

/** Whether the caller may read an update. */
export function mayRead({ caller }: Context, { authorId, entityId }: TwinCandidate): boolean {
  return (
    caller.isSecretariat ||
    authorId === caller.personId ||
    (entityId !== null && entityId === caller.entityId)
  )
}

interface Doubts {
  /** The whole text as typed. */
  readonly typed: string
  /** Each item that the text seems to hold. */
  readonly readings: readonly UpdateReading[]
  /** What was set apart from the text that holds all of them. */
  readonly asides: UpdateReading['asides']
  readonly twins: readonly Twin<TwinCandidate>[]
  /** What came of the same message of the chat before. */
  readonly again: UpdateOfMessage | undefined
}

/** What is asked before anything is posted; undefined where nothing is in doubt. */
export function questionOf(
  context: Context,
  { typed, readings, asides, twins, again }: Doubts,
): Question | undefined {
  const nothing = noItemQuestion(context, readings) ?? dictatedQuestion(typed)
  if (nothing) return nothing
  const items = readings.length
  // Two items of one text may both be like one that was posted.
  const alike = new Map(twins.map((twin) => [twin.item.id, twin]))
  const known = [...alike.values()].filter(({ item }) => mayRead(context, item))
  const [outside] = readings.filter(isOutside)
  if (items === 1 && known.length === 0 && !outside && !again) return undefined
  const lines: Rich[] = [
    ...(items > 1
      ? [
          rich`This looks like ${items} items:`,
          ...readings.map(({ content }) => rich`${shorten(content.text, 80)}${embargoBehind(content)}`),
        ]
      : []),
    ...(again ? [rich`U${again.id} came from the same message: ${shorten(again.text, 80)}`] : []),
    ...known
      .filter(({ item }) => item.id !== again?.id)
      .slice(0, 3)
      .map(twinLine),
    ...(outside ? [outsideLine(outside)] : []),
    ...asideLines([...asides, ...readings.flatMap((one) => one.asides)]).map(
      (line) => rich`${shorten(line, 120)}`,
    ),
  ]
  const changed = again ?? known.find(({ item }) => item.authorId === context.caller.personId)?.item
  const other = outside && items === 1 ? yearBefore(outside.content, context.today) : undefined
  return {
    kind: 'question',
    message: asking(lines, known, items === 1 ? readings[0] : undefined, changed),
    ...(items > 1
      ? {
          yes: `Post as ${counted(items, 'update')}`,
          values: { items: 'several' },
          others: [{ label: 'Post as one', values: { items: 'one' } }],
        }
      : {
          yes: 'Post anyway',
          values: {},
          ...(other ? { others: [{ label: `It was ${other}`, values: { date: other } }] } : {}),
        }),
  }
}

function asking(
  [first = rich``, ...more]: readonly Rich[],
  twins: readonly Twin<TwinCandidate>[],
  only: UpdateReading | undefined,
  changed: UpdateOfMessage | undefined,
): Message {
  const changes = only && changed && changed.originalText !== only.content.originalText
  const notice = message(
    rich`Nothing is posted yet. ${first}`,
    more.length > 0 ? block.list(more) : undefined,
    only ? block.text(rich`Yours: ${shorten(only.content.text, 80)}`) : undefined,
    only ? updateFields(only.content, only.sections) : undefined,
    twins.length > 0 || changes
      ? block.buttons(
          ...twins
            .slice(0, 3)
            .map(({ item }) => button(`Open U${item.id}`, 'update show', { update: `U${item.id}` })),
          ...(changes ? [changeButton(changed, only)] : []),
        )
      : undefined,
  )
  return headed(only ? 'Update' : 'Updates', notice)
}

/** Gives one's own update the new words in place of a second one. */
function changeButton({ id }: UpdateOfMessage, { content }: UpdateReading): Button {
  const values = { update: `U${id}`, text: content.originalText }
  return button(`Change U${id} to this`, 'update edit', values)
}

function twinLine({ kind, item }: Twin<TwinCandidate>): Rich {
  const whose = `U${item.id} of ${item.entity ?? item.author}`
  return rich`${kind === 'same' ? 'It says the same as' : 'It looks like'} ${whose}: ${shorten(item.text, 80)}`
}
