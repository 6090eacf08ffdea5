import type { NewsletterIssue } from '../../../../db/newsletter/newsletters.ts'
import { twinCandidates } from '../../../../db/newsletter/twinCandidates.ts'
import type { Update } from '../../../../db/newsletter/updates.ts'
import {
  type Block,
  type Button,
  block,
  button,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../../../src/core/message.ts'
import { counted } from '../../../../src/core/text/counted.ts'
import { shorten } from '../../../../src/core/text/text.ts'
import { line } from '../../../../src/newsletter/compose/changes.ts'
import { sectionTitle } from '../../../../src/newsletter/sections.ts'
import { twinsOf } from '../../../../src/newsletter/twins/twins.ts'
import type { Context } from '../../../define.ts'
import { editButton, updateFields } from '../../../update/card.ts'
import { clearButtons, unclearedOf } from '../../../update/decide/accept.ts'
import { isSectionChosen } from '../../../update/decide/sectionChosen.ts'
import { deadLinks } from '../../../update/links/deadLinks.ts'
import { undoButton } from '../../../update/tell.ts'
import { nothingGiven } from '../../../update/write/reading/given.ts'
import { loadKnown } from '../../../update/write/reading/known.ts'
import { readUpdate } from '../../../update/write/reading/reading.ts'
import { mendButtons, openSuggestions, remarks } from '../../../update/write/remarks/remarks.ts'
import { issueName, monthsOf } from '../../issue/issue.ts'
import { mendStyleButton } from '../../style/mendStyle.ts'

/** The update that was accepted just before. */
export interface Accepted {
  readonly id: number
  readonly change: number
}

/** An update that waits for a decision, with what is uncertain and all that may be done about it. */
export async function waitingCard(
  context: Context,
  issue: NewsletterIssue,
  update: Update,
  waiting: readonly Update[],
  accepted: Accepted | undefined,
): Promise<Message> {
  const { id } = update
  const known = await loadKnown(context, update)
  const read = readUpdate(known, update.originalText, nothingGiven)
  const suggestions = openSuggestions(known, update)
  const isGuess = !read.sure && read.content.section === update.section
  const unsure = isGuess && !(await isSectionChosen(context, id))
  const twins = await twinsOfUpdate(context, update)
  const uncleared = await unclearedOf(context, [update])
  const others = read.ranked.filter((section) => section !== update.section).slice(0, 2)
  return message(
    rich`${acceptedWords(accepted)}${counted(waiting.length, 'update waits', 'updates wait')} for ${issueName(issue)}. U${id} of ${update.entity ?? update.author}: ${line(update)}`,
    updateFields(update, known.sections),
    ...flags(context, issue, update, unsure ? read.why : undefined),
    ...[...uncleared.values()].map((why) => block.text(`${why}.`)),
    twins.length > 0
      ? block.list(
          twins.map(
            (twin) =>
              rich`It looks like U${twin.id} of ${twin.entity ?? twin.author}: ${shorten(twin.text, 120)}`,
          ),
        )
      : undefined,
    remarks({ asides: [], suggestions }),
    await deadLinks(context, update),
    block.buttons(
      ...(uncleared.size > 0
        ? []
        : [button('Accept', 'newsletter triage', { ...monthsOf(issue), accept: `U${id}` }, 'primary')]),
      button('Return', 'update return', { update: `U${id}` }),
      editButton(id),
      ...clearButtons(uncleared),
      ...mendButtons(id, suggestions),
      ...(unsure
        ? others.map((section) => moveButton(id, section, sectionTitle(known.sections, section)))
        : []),
      { ...button('Move', 'update move', { update: `U${id}` }), ask: true },
      ...twins.map((twin) =>
        button(`Merge into U${twin.id}`, 'update merge', { update: `U${id}`, into: `U${twin.id}` }),
      ),
      ...(twins.length > 0 ? [] : [{ ...button('Merge', 'update merge', { update: `U${id}` }), ask: true }]),
      button('Hold over', 'update hold-over', { update: `U${id}` }),
      button('Drop', 'update withdraw', { update: `U${id}` }, 'danger'),
      ...(waiting.length > 1
        ? [button('Next', 'newsletter triage', { ...monthsOf(issue), after: `U${id}` })]
        : []),
      ...(accepted ? [undoButton(accepted.id, accepted.change, `Undo U${accepted.id}`)] : []),
      ...mendStyleButton(
        issue,
        waiting.filter((other) => other.id !== id),
      ),
    ),
  )
}

/** Updates of the same issue that seem to tell of the same, at most two. */
async function twinsOfUpdate({ db, now }: Context, update: Update) {
  const { newsletterId, startOn: start, endOn: end, text, entities } = update
  const near = await twinCandidates(db, { newsletterId, start, end, entities, now })
  const others = near.filter(({ id }) => id !== update.id)
  return twinsOf({ text, start, end, entities }, others)
    .slice(0, 2)
    .map(({ item }) => item)
}

/** Opens an answer with what was accepted just before. */
export function acceptedWords(accepted: Accepted | undefined): Rich {
  return accepted ? rich`Accepted U${accepted.id}. ` : rich``
}

function moveButton(id: number, section: string, title: string): Button {
  return button(title, 'update move', { update: `U${id}`, section })
}

/** What an editor should look at. */
function flags(
  { zone }: Context,
  issue: NewsletterIssue,
  update: Update,
  unsure: string | undefined,
): readonly Block[] {
  const said: Rich[] = [
    ...(update.postedAt > issue.closesAt
      ? [rich`It came ${moment(update.postedAt, zone)}, after the closing day.`]
      : []),
    ...(unsure === undefined
      ? []
      : [rich`The section is a guess${unsure === '' ? '' : ` because of ${unsure}`}; the buttons move it.`]),
  ]
  return said.length > 0 ? [block.list(said)] : []
}
