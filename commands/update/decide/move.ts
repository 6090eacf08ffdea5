import { editUpdate } from '../../../db/newsletter/changeUpdates.ts'
import { updateVersions } from '../../../db/newsletter/updates.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { sectionsHere } from '../../newsletter/plan/planHere.ts'
import { updateOption } from '../options.ts'
import { afterPrint } from '../printed/afterPrint.ts'
import { nextButton, tellPerson, undoButton } from '../tell.ts'
import { refuseRemoved } from '../write/removedSection.ts'
import { learnFromDecisions } from './learn.ts'
import { lockOpenUpdate } from './openUpdate.ts'

export const move = command({
  name: 'move',
  about: 'Move an update to another section; its status stays, and its author is told',
  options: {
    update: updateOption,
    section: required(option.section({ about: 'The new section' })),
  },
  access: secretariat,
  changes: true,
  examples: ['/update move U1 section:regional'],
  async run(context, { update: id, section }) {
    const { db, now, caller } = context
    const update = await lockOpenUpdate(context, id)
    const sections = await sectionsHere(db)
    refuseRemoved(sections, section)
    const title = sectionTitle(sections, section)
    if (update.section === section)
      throw new UserError(`U${id} is already in “${title}”; nothing was changed.`)
    const version = (await updateVersions(db, id)).length + 1
    const { status, newsletterId } = update
    const moved = {
      id,
      version,
      editorId: caller.personId,
      newsletterId,
      status,
      content: { ...update, section },
    }
    const change = await editUpdate(db, moved, now)
    await learnFromDecisions(context)
    if (update.authorId !== caller.personId) {
      const notice = message(rich`The secretariat moved your update U${id} to “${title}”: ${line(update)}`)
      tellPerson(context, update, change, { personId: update.authorId, kind: 'edited' }, notice)
    }
    return message(
      rich`Moved U${id} from “${sectionTitle(sections, update.section)}” to “${title}”: ${line(update)}`,
      ...(await afterPrint(context, { open: [] }, update, false)),
      block.buttons(undoButton(id, change), nextButton),
    )
  },
})
