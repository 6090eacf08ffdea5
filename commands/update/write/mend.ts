import { type UpdateContent, updateVersions } from '../../../db/newsletter/updates.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { option } from '../../../src/core/option.ts'
import type { Mendable } from '../../../src/newsletter/reading/mend.ts'
import { command } from '../../define.ts'
import { refuseMerged, refuseWithdrawn } from '../decide/openUpdate.ts'
import { updateOption } from '../options.ts'
import { lockEditable } from './edit.ts'
import { nothingGiven } from './reading/given.ts'
import { loadKnown } from './reading/known.ts'
import { mended, openSuggestions } from './remarks/remarks.ts'
import { reviseUpdate } from './reviseUpdate.ts'

export const mend = command({
  name: 'mend',
  about: 'Follow the suggestions for an update: names, acronyms, date, “we”, full stop',
  options: {
    update: updateOption,
    what: option.choice({
      about: 'Which of them; all by default',
      choices: ['all', ...new Set(Object.values(mended))],
      trailing: true,
    }),
  },
  access: anyone,
  changes: true,
  examples: ['/update mend U1', '/update mend U1 States'],
  async run(context, { update: id, what = 'all' }) {
    const before = await lockEditable(context, id)
    refuseMerged(before)
    refuseWithdrawn(context, before)
    const { isMendable } = await import('../../../src/newsletter/reading/mend.ts')
    const wanted = openSuggestions(await loadKnown(context, before), before)
      .filter(isMendable)
      .filter(({ kind }) => what === 'all' || mended[kind] === what)
    const text = await mendedText(before, wanted)
    if (text === before.originalText) {
      throw new UserError(
        wanted.length === 0
          ? `There is nothing to mend in U${id}${what === 'all' ? '' : ` as to ${what}`}; nothing was changed.`
          : `U${id} is best mended by hand: /update edit U${id} text:"…". Nothing was changed.`,
      )
    }
    const version = (await updateVersions(context.db, id)).length + 1
    return reviseUpdate(context, before, { version, text, given: nothingGiven })
  },
})

/** What was typed of an update, with these suggestions followed. */
export async function mendedText(
  { originalText, text }: Pick<UpdateContent, 'originalText' | 'text'>,
  wanted: readonly Mendable[],
): Promise<string> {
  const { mend: mendOne } = await import('../../../src/newsletter/reading/mend.ts')
  // The full stop goes first: it is looked for after the text as it was read.
  return wanted
    .toSorted((one, other) => Number(isFullStop(other)) - Number(isFullStop(one)))
    .reduce((typed, suggestion) => mendOne(typed, text, suggestion), originalText)
}

function isFullStop({ kind }: Mendable): boolean {
  return kind === 'full stop'
}
