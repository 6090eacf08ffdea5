import { waitingUpdates } from '../../db/newsletter/listUpdates.ts'
import { periodOf } from '../../db/newsletter/newsletters.ts'
import { openNewsletterWith } from '../../db/newsletter/sentForOpen.ts'
import { type Block, block, bold, button, moment, rich } from '../../src/core/message.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatPeriod } from '../../src/core/time/period.ts'
import { sectionTitle } from '../../src/newsletter/sections.ts'
import type { HomeContext, HomePart } from '../define.ts'
import { sectionsHere } from './plan/planHere.ts'

const most = 5
const mostToTriage = 8

/** The open issue with what the caller's side sent for it and, for the secretariat, what waits for a decision. */
export async function newsletterHome(context: HomeContext): Promise<readonly HomePart[]> {
  const issue = await openIssue(context)
  return context.caller.isSecretariat ? [issue, ...(await triage(context))] : [issue]
}

async function openIssue({ db, now, zone, caller }: HomeContext): Promise<HomePart> {
  const issue = await openNewsletterWith(db, caller, now, most)
  const entity = caller.isSecretariat ? null : caller.entityAcronym
  const buttons = block.buttons(
    button('Post an update', 'update post', {}, 'primary'),
    button('All mine', 'update mine'),
    ...(entity ? [button(`All of ${cut(entity, 40)}`, 'update list')] : []),
  )
  const title = 'The newsletter'
  if (!issue) {
    const none = 'No issue is open; what you post is kept for the next one.'
    return { title, blocks: [block.text(none), buttons] }
  }
  const days = Math.ceil((issue.closesAt.getTime() - now.getTime()) / 86_400_000)
  const left = days > 0 ? `${counted(days, 'day')} left` : 'closed for updates'
  const period = formatPeriod(periodOf(issue))
  const sections = await sectionsHere(db)
  const sent = issue.sent.map(
    ({ id, status, section, text }) =>
      rich`U${id}, ${status}, ${sectionTitle(sections, section)}: ${cut(text)}`,
  )
  return {
    title,
    blocks: [
      block.text(
        rich`${bold(`No. ${issue.number}, ${period}`)}: closes ${moment(issue.closesAt, zone)}, ${left}.`,
      ),
      sent.length > 0
        ? block.list(sent)
        : block.text(`Nothing for it yet from you${entity ? ` or ${entity}` : ''}.`),
      buttons,
    ],
  }
}

async function triage({ db }: HomeContext): Promise<readonly HomePart[]> {
  const updates = await waitingUpdates(db, mostToTriage)
  const waiting = updates[0]?.waiting ?? 0
  if (waiting === 0) return []
  const blocks = updates.flatMap(({ id, author, entity, text }): readonly Block[] => {
    const update = `U${id}`
    return [
      block.text(rich`${bold(update)} ${entity ?? author}: ${cut(text)}`),
      block.buttons(
        button('Accept', 'update accept', { update }, 'primary'),
        button('Return', 'update return', { update }),
        button('Show', 'update show', { update }),
      ),
    ]
  })
  const first = waiting > updates.length ? `; these are the ${updates.length} oldest` : ''
  return [
    {
      title: 'Updates to triage',
      blocks: [
        block.text(`${counted(waiting, 'update waits', 'updates wait')} for a decision${first}.`),
        ...blocks,
        block.buttons(button('All that wait', 'update list', { status: 'proposed' })),
      ],
    },
  ]
}

/** The beginning of a text, by whole characters. */
function cut(text: string, limit = 150): string {
  const signs = [...text]
  return signs.length > limit ? `${signs.slice(0, limit - 1).join('')}…` : text
}
