import { answerSource, sourceOf } from '../../../db/newsletter/sources/changedSources.ts'
import { updateVersions } from '../../../db/newsletter/updates.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { command } from '../../define.ts'
import { refuseMerged, refuseWithdrawn } from '../decide/openUpdate.ts'
import { withdrawUpdate } from '../decide/withdraw.ts'
import { updateOption } from '../options.ts'
import { lockOwn } from '../write/edit.ts'
import { nothingGiven } from '../write/reading/given.ts'
import { reviseUpdate } from '../write/reviseUpdate.ts'
import { followedText } from './followedText.ts'

export const follow = command({
  name: 'follow',
  about: 'Let an update follow the chat message that it came from, which was edited or deleted',
  options: {
    update: updateOption,
    answer: option.choice({
      about: 'no keeps the update as it is; yes by default',
      choices: ['yes', 'no'],
      trailing: true,
    }),
  },
  access: anyone,
  changes: true,
  examples: ['/update follow U1', '/update follow U1 no'],
  async run(context, { update: id, answer = 'yes' }) {
    const before = await lockOwn(context, id)
    refuseMerged(before)
    refuseWithdrawn(context, before)
    const { db, now } = context
    const source = await sourceOf(db, id)
    if (!source)
      throw new UserError(`U${id} did not come from a chat message that I know of; nothing was changed.`)
    const text = followedText(source, before.originalText)
    if (!source.gone && text === undefined)
      throw new UserError(`U${id} says what its message says; nothing was changed.`)
    await answerSource(db, id, now)
    if (answer === 'no') {
      context.about(`update:${id}`)
      return message(
        rich`U${id} stays as it is: ${shorten(before.text, 80)}`,
        block.buttons(
          button(source.gone ? 'Withdraw it after all' : 'Follow after all', 'update follow', {
            update: `U${id}`,
          }),
        ),
      )
    }
    if (text === undefined) return withdrawUpdate(context, before)
    const version = (await updateVersions(db, id)).length + 1
    return reviseUpdate(context, before, { version, text, given: nothingGiven })
  },
})
