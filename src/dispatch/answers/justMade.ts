import { createHash } from 'node:crypto'

import {
  claimMaking,
  hasChangedSince,
  type MadeRecord,
  madeBefore,
  noteMade,
} from '../../../db/ledger/claims/justMade.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Place } from '../../core/address.ts'
import { commandWords } from '../../core/catalog.ts'
import type { Answer } from '../../core/invocation.ts'
import { type Block, type Button, block, type Message, message } from '../../core/message.ts'
import { counted } from '../../core/text/counted.ts'
import { undoOf } from '../audit.ts'
import type { ReadCommand } from '../readInput.ts'
import type { Run } from '../run.ts'
import { withLastingTimes } from './offered/lastingTimes.ts'

/**
 * Makes what was asked for, unless the same person has just had it made in the same words and left it as it was, as by a
 * line that was sent twice: then it shows that and offers to make another. Of the same asked for at once, in any number of
 * processes, one makes it.
 */
export async function unlessJustMade(
  run: Run,
  trx: Trx,
  asked: ReadCommand,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const { trace, now, invocation, services } = run
  const { command, confirmed } = asked
  const personId = trace.caller?.personId
  if (
    command.makes === undefined ||
    asked.ask ||
    personId === undefined ||
    (invocation.files ?? []).length > 0
  )
    return make()
  const key = keyOf(personId, invocation.place, asked)
  const making = { key, now, since: new Date(now.getTime() - services.saidAgainMs) }
  let claimed = await claimMaking(trx, making)
  if (claimed === 'taken' && (command.makes === 'each time' || (confirmed && command.makes !== 'once'))) {
    const before = await madeBefore(trx, key)
    const made = before?.made as MadeRecord | null | undefined
    if (before && made && !(await isOver(run, personId, { trx, at: before.at, made, by: command })))
      return withLastingTimes(
        shownAgain(asked, made.answer as Answer, now.getTime() - before.at.getTime()),
        run,
      )
    claimed = 'ours'
  }
  const answer = await make()
  if (answer.outcome === 'done') await noteMade(trx, making, { subject: trace.subject, answer })
  return answer
}

/** Whether anybody has taken it back since, or whoever had it made has changed it; an answer to it is no change. */
async function isOver(
  { services }: Run,
  personId: number,
  { trx, at, made: { subject, answer }, by }: Before,
): Promise<boolean> {
  if (subject === null) return false
  const back = undoOf((answer as Answer).message)?.command
  const commands = services.features.flatMap((feature) =>
    feature.commands.flatMap((one) =>
      one.changes && one.makes === undefined && one.group === by.group && one.access.who === by.access.who
        ? [commandWords(feature, one)]
        : [],
    ),
  )
  const takenBackBy = back === undefined ? [] : [back]
  return hasChangedSince(trx, { subject, personId, since: at, commands, takenBackBy })
}

interface Before {
  readonly trx: Trx
  readonly at: Date
  readonly made: MadeRecord
  readonly by: ReadCommand['command']
}

function shownAgain(
  { words, fields, confirmed, again = 1 }: ReadCommand,
  { message: said }: Answer,
  agoMs: number,
): Answer {
  const seconds = Math.round(agoMs / 1000)
  const ago = seconds === 0 ? 'just now' : `${counted(seconds, 'second')} ago`
  const another: Button = {
    label: 'Make another one',
    command: words,
    values: { ...fields, again: String(again + 1) },
    ...(confirmed && { confirmed }),
  }
  return {
    outcome: 'asked',
    audience: 'caller',
    message: message(
      `You said exactly that ${ago}, and it was done. Nothing was done a second time; this is what was answered:`,
      block.text(said.summary),
      ...withAnother(said, another),
    ),
  }
}

/** The blocks of what was said, with a button more. */
function withAnother({ blocks }: Message, another: Button): readonly Block[] {
  return [...blocks, block.buttons(another)]
}

/** A yes to a question is not what was asked about. */
function keyOf(
  personId: number,
  { platform, tenant, channel }: Place,
  { words, fields, confirmed, again = 1 }: ReadCommand,
): string {
  // In another room the same words may mean another group.
  const said = [personId, platform, tenant, channel, words, again, confirmed]
  const what = JSON.stringify([...said, Object.entries(fields).sort()])
  return createHash('sha256').update(what).digest('hex').slice(0, 40)
}
