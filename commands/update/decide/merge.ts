import { editUpdate } from '../../../db/newsletter/changeUpdates.ts'
import { mergeUpdate } from '../../../db/newsletter/mergeUpdates.ts'
import { type Update, type UpdateContent, updateVersions } from '../../../db/newsletter/updates.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { type Button, block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import { crediting } from '../../../src/newsletter/names/crediting.ts'
import { type Context, command } from '../../define.ts'
import { sectionsHere } from '../../newsletter/plan/planHere.ts'
import { editButton, updateFields } from '../card.ts'
import { updateOption } from '../options.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { nextButton, tellPerson } from '../tell.ts'
import { lockOpenUpdate } from './openUpdate.ts'
import { mergedContent } from './unmerge.ts'

export const merge = command({
  name: 'merge',
  about: 'Merge two updates about the same event; both texts are kept, all entities are credited',
  options: {
    update: updateOption,
    into: required(option.record({ about: 'The update to print', prefix: 'U' })),
  },
  access: secretariat,
  changes: true,
  examples: ['/update merge U2 into:U1'],
  async run(context, { update: id, into }) {
    const { db, now, caller } = context
    if (id === into)
      throw new UserError(`U${id} cannot be merged into itself; nothing was changed.`, { option: 'into' })
    // In the order of their numbers, so that two merges at once cannot wait for each other.
    const held = new Map<number, Update>()
    for (const one of [id, into].sort((a, b) => a - b)) held.set(one, await lockOpenUpdate(context, one))
    const [source, target] = [held.get(id), held.get(into)]
    if (!source || !target) throw new Error('both updates were held')
    const content = mergedContent(target, source)
    const version = (await updateVersions(db, into)).length + 1
    const { status, newsletterId } = target
    const edited = await editUpdate(
      db,
      { id: into, version, editorId: caller.personId, newsletterId, status, content },
      now,
    )
    const merged = await mergeUpdate(db, { id, into, by: caller.personId })
    context.about(`update:${into}`)
    tellAuthors(context, { source, target, content, edited, merged })
    const pair = [
      { id, change: merged },
      { id: into, change: edited },
    ].sort((a, b) => a.id - b.id)
    return message(
      rich`Merged U${id} into U${into}, which is printed: ${line(content)}`,
      updateFields(content, await sectionsHere(db)),
      block.text(rich`U${id} said: ${source.text}`),
      block.text(`What only U${id} tells is added with Edit.`),
      ...(await afterPrint(context, { open: [] }, source, true)),
      block.buttons(
        button('Undo: part them', 'update undo', {
          update: pair.map((one) => `U${one.id}`).join(','),
          change: pair.map(({ change }) => change).join(','),
        }),
        ...creditButton(into, version, content),
        editButton(into),
        nextButton,
      ),
    )
  },
})

/**
 * Opens the printed text with the entities that only the other one named. It tells `update edit` which version
 * that was, so that a press after somebody else's change asks first.
 */
function creditButton(
  into: number,
  version: number,
  { originalText, section, entities }: UpdateContent,
): readonly Button[] {
  const credited = crediting(originalText, entities)
  if (!credited) return []
  const { opening, text } = credited
  const values = { update: `U${into}`, section, text, seen: String(version) }
  return [button(`Open it with “${shorten(opening, 50)}”`, 'update edit', values)]
}

interface Merged {
  readonly source: Update
  readonly target: Update
  readonly content: UpdateContent
  readonly edited: number
  readonly merged: number
}

/** Each author hears it once, also the author of both. */
function tellAuthors(context: Context, { source, target, content, edited, merged }: Merged): void {
  const by = context.caller.personId
  const show = block.buttons(button('Show', 'update show', { update: `U${target.id}` }))
  if (source.authorId !== by) {
    const notice = message(
      rich`The secretariat made one item of your update U${source.id} and U${target.id}. It says: ${line(content)}`,
      block.text(rich`You wrote: ${source.originalText}`),
      show,
    )
    tellPerson(context, source, merged, { personId: source.authorId, kind: 'edited' }, notice)
  }
  if (target.authorId !== by && target.authorId !== source.authorId) {
    const notice = message(
      rich`The secretariat made one item of your update U${target.id} and U${source.id} of ${source.entity ?? source.author}. It says: ${line(content)}`,
      show,
    )
    tellPerson(context, target, edited, { personId: target.authorId, kind: 'edited' }, notice)
  }
}
