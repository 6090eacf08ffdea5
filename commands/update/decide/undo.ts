import type { FormerUpdate } from '../../../db/newsletter/content.ts'
import { placedOnceBack, takeBack } from '../../../db/newsletter/decideUpdates.ts'
import { newsletterById, periodOf } from '../../../db/newsletter/newsletters.ts'
import { type Update, updateById } from '../../../db/newsletter/updates.ts'
import type { Db } from '../../../db/store/db.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Block, block, message, type Rich, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { type Context, command } from '../../define.ts'
import { sectionsHere } from '../../newsletter/plan/planHere.ts'
import { whichOnes } from '../options.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { onceIssued } from '../printed/onceIssued.ts'
import { tellPerson } from '../tell.ts'
import { lockEditable } from '../write/edit.ts'
import { learnFromDecisions } from './learn.ts'
import { unmergedWith } from './unmerge.ts'
import { acceptorConcerned } from './withdraw.ts'

export const undo = command({
  name: 'undo',
  about: 'Undo the last change of an update, exactly',
  options: {
    update: whichOnes,
    change: option.text({ about: 'Which change; the last one by default', max: 700 }),
  },
  access: anyone,
  changes: true,
  examples: ['/update undo U1'],
  async run(context, { update: ids, change }) {
    const changes = change?.split(/\D+/).map(Number)
    const asked = new Map<number, number | 'parted' | undefined>(ids.map((id, at) => [id, changes?.[at]]))
    for (const id of ids) {
      for (const other of await unmergedWith(context.db, id))
        if (!asked.has(other)) asked.set(other, 'parted')
    }
    const lines: Rich[] = []
    const printed: Block[] = []
    // In the order of their numbers, as a merge holds them.
    for (const [id, which] of [...asked].sort(([a], [b]) => a - b)) {
      const update = await lockEditable(context, id)
      const inPrint = await unacceptedInPrint(context, update)
      lines.push(await undoOne(context, update, which, inPrint))
      printed.push(...(inPrint.length > 0 ? inPrint : await onceIssued(context, update)))
      const target = update.mergedInto
      if (target !== null && !asked.has(target)) lines.push(...(await staysAsIs(context, id, target)))
    }
    if (context.caller.isSecretariat) await learnFromDecisions(context)
    const [first = rich``, ...more] = lines
    return message(first, more.length > 0 ? block.list(more) : undefined, ...printed)
  },
})

/** Says that the other half of a merge was changed since, so that whoever it credits stays in it. */
async function staysAsIs({ db }: Context, id: number, target: number): Promise<readonly Rich[]> {
  const other = await updateById(db, target)
  if (!other || other.status === 'withdrawn') return []
  return [
    rich`U${target} was changed since it took U${id} in, and stays as it is: entities ${other.entities.join(', ')}.`,
  ]
}

/** `change`: which one; `parted` for the last that is left, with the other half of a merge; the last one unless told. */
async function undoOne(
  context: Context,
  update: Update,
  change: number | 'parted' | undefined,
  inPrint: readonly Block[],
): Promise<Rich> {
  const { caller, db } = context
  const { id, former } = update
  const { change: last = update.decisions } = former ?? {}
  if (former === null || (change !== 'parted' && last !== (change ?? update.decisions)))
    throw new UserError(
      `U${id} has been changed since, or that change was taken back already; nothing was changed. /update show U${id} shows it.`,
    )
  if (former.by !== caller.personId && !caller.isSecretariat)
    throw new UserError(
      `The last change of U${id} was somebody else’s; only they and the secretariat can take it back.`,
    )
  await refuseUnprintable(db, update, former)
  const number = await takeBack(db, update, former)
  context.about(`update:${id}`)
  await tellOfUndo(context, update, former.status, number, inPrint)
  const version = former.version === update.version ? '' : `, with the words of version ${former.version}`
  return rich`Taken back: U${id} is ${former.status} again${version}${await movedBack(db, update)}.`
}

/**
 * Raises `UserError` where a change had moved the update, and nothing would print it where it was: its issue is published,
 * or another one has taken it since.
 */
async function refuseUnprintable(db: Db, update: Update, former: FormerUpdate): Promise<void> {
  const { id } = update
  const { newsletterId, moved, since } = placedOnceBack(update, former)
  if (!moved) return
  const stays = `Nothing was changed; /update edit U${id} with issue: moves it.`
  if (since)
    throw new UserError(
      `That change moved U${id} to another issue, which was changed once more since. ${stays}`,
    )
  if (newsletterId === null || newsletterId === update.newsletterId) return
  const issue = await newsletterById(db, newsletterId)
  if (issue?.status !== 'published') return
  throw new UserError(
    `The ${formatPeriod(periodOf(issue))} issue, in which U${id} was before, is published by now, so nothing would print it there. ${stays}`,
  )
}

/** Says of an accepted update that its undo makes it wait again, that an issue has printed it. */
async function unacceptedInPrint(context: Context, update: Update): Promise<readonly Block[]> {
  const { former, status } = update
  if (status !== 'accepted' || former === null || former.status === 'accepted') return []
  return afterPrint(context, { open: [] }, update, true)
}

/** The section that an update went back to; empty where it stays where it was. */
async function movedBack(db: Db, { id, section }: Update): Promise<string> {
  const now = (await updateById(db, id))?.section ?? section
  return now === section ? '' : `, in “${sectionTitle(await sectionsHere(db), now)}”`
}

/** The author is told what the secretariat took back, and whoever accepted the update that it stays as accepted. */
async function tellOfUndo(
  context: Context,
  update: Update,
  status: Update['status'],
  change: number,
  inPrint: readonly Block[],
): Promise<void> {
  const { caller } = context
  const { id, authorId, former } = update
  if (authorId !== caller.personId) {
    const notice = message(
      rich`${caller.isSecretariat ? 'The secretariat' : caller.name} took the last change of your update U${id} back: it is ${status} again.`,
      ...inPrint,
    )
    tellPerson(context, update, change, { personId: authorId, kind: 'restored' }, notice)
    return
  }
  const acceptor =
    status === 'accepted' || update.status === 'withdrawn'
      ? await acceptorConcerned(context, { ...update, status, acceptedBy: former?.acceptedBy ?? null })
      : null
  if (acceptor === null || acceptor === caller.personId) return
  const answer = message(
    status === 'accepted'
      ? rich`${update.author} took the change of U${id} back: it is accepted again, just as you accepted it.`
      : rich`${update.author} took the withdrawal of U${id} back: it is ${status} again.`,
  )
  tellPerson(context, update, change, { personId: acceptor, kind: 'restored' }, answer)
}
