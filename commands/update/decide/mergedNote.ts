import { mergedInto } from '../../../db/newsletter/mergeUpdates.ts'
import type { Update } from '../../../db/newsletter/updates.ts'
import {
  type Block,
  block,
  button,
  type Message,
  message,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import type { Context } from '../../define.ts'

/**
 * Tells those whose updates were merged into one that is withdrawn, or is there again: it told of theirs too. Also told
 * is whoever merged them, who can part them.
 */
export async function tellMerged(
  context: Context,
  update: Update,
  change: number,
  kind: 'withdrawn' | 'restored',
): Promise<void> {
  const { caller, db } = context
  const by = caller.personId
  const who = update.authorId === by ? update.author : 'The secretariat'
  const tell = ({ id }: Update, personId: number, message: Message) =>
    context.notify([
      {
        key: `merged:${id}:${update.id}:${change}:${personId}`,
        ...{ personId, kind, subject: `update:${id}`, message: message },
      },
    ])
  for (const one of await mergedInto(db, update.id)) {
    const merger = one.former?.by ?? null
    const gone = kind === 'withdrawn'
    const did = gone ? 'withdrew' : 'restored'
    if (one.authorId !== by && one.authorId !== update.authorId) {
      const sentence = rich`${who} ${did} U${update.id}, into which your update U${one.id} was merged: ${line(update)}`
      const way = gone
        ? block.text('The secretariat can separate them; yours is then printed by itself.')
        : undefined
      tell(one, one.authorId, message(sentence, way))
    }
    if (merger === null || merger === by || merger === one.authorId || merger === update.authorId) continue
    tell(one, merger, toMerger(who, kind, update, one))
  }
}

function toMerger(who: string, kind: 'withdrawn' | 'restored', update: Update, one: Update) {
  const whose = `U${one.id} of ${one.entity ?? one.author}`
  return message(
    rich`${who} ${kind === 'withdrawn' ? 'withdrew' : kind} U${update.id}, into which you merged ${whose}: ${line(update)}`,
    kind === 'withdrawn'
      ? block.text(rich`Neither is printed now. U${one.id} says: ${line(one)}`)
      : undefined,
    kind === 'withdrawn'
      ? block.buttons(button('Part them', 'update undo', { update: `U${one.id}` }))
      : undefined,
  )
}

/** Says to whoever withdraws an update what goes with it; undefined where nothing was merged into it. */
export async function mergedNote({ db }: Context, { id }: Pick<Update, 'id'>): Promise<Block | undefined> {
  const [first, ...more] = (await mergedInto(db, id)).map(
    (one): Rich => rich`U${one.id} of ${one.entity ?? one.author}`,
  )
  if (!first) return undefined
  const all = more.reduce((so, one) => rich`${so}, ${one}`, first)
  return block.text(
    rich`Merged into it ${more.length > 0 ? 'were' : 'was'} ${all}, of which nothing is printed either; whoever wrote and merged ${more.length > 0 ? 'them' : 'it'} is told.`,
  )
}
