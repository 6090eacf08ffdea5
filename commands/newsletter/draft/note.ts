import { setNote } from '../../../db/newsletter/arrange/arrangement.ts'
import { secretariat } from '../../../src/core/catalog.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { saysNothing } from '../../../src/core/text/nothing.ts'
import { stopAfter } from '../../../src/core/text/text.ts'
import { sectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { refuseOverruled, undoesOf, undoesOption } from '../../records/overruled.ts'
import { heldIssue, issueName, monthsOf, period } from '../issue/issue.ts'
import { sectionsHere } from '../plan/planHere.ts'

const longestValue = 3000

export const note = command({
  name: 'note',
  about: 'Write an introduction to an issue or a section; “none” removes it',
  options: {
    text: required(
      option.text({
        about: 'The words; an empty line begins a paragraph',
        max: longestValue,
        multiline: true,
      }),
    ),
    section: option.section({ about: 'The section to introduce; the whole issue by default' }),
    period,
    undoes: undoesOption,
  },
  access: secretariat,
  changes: true,
  examples: [
    '/newsletter note "This issue is devoted to the work of the groups."',
    '/newsletter note "Two more visits are planned." section:member-states',
  ],
  async run(context, { text, section, period: asked, undoes }) {
    const { db, now, caller } = context
    const issue = await heldIssue(context, asked)
    const words = saysNothing(text) ? null : text.trim()
    const where = section ?? ''
    const before = await setNote(
      db,
      { newsletterId: issue.id, section: where, by: caller.personId, text: words },
      now,
    )
    const stands = before === null ? 'There are no such words.' : `It says: ${before}${stopAfter(before)}`
    refuseOverruled(undoes, before, stands)
    const place =
      where === ''
        ? issueName(issue)
        : `“${sectionTitle(await sectionsHere(db), where)}” in ${issueName(issue)}`
    return message(
      words === null
        ? rich`Taken away: the words at the head of ${place}.`
        : rich`At the head of ${place}: ${words}`,
      before === null || words === null ? undefined : block.text(rich`It said before: ${before}`),
      issue.status === 'published'
        ? block.text('What was printed stays as it is; /newsletter correct prints the issue again.')
        : undefined,
      block.buttons(
        button('Undo', 'newsletter note', {
          ...monthsOf(issue),
          ...(where === '' ? {} : { section: where }),
          text: before ?? 'none',
          undoes: undoesOf(words, before, stands),
        }),
        button('Draft', 'newsletter draft', monthsOf(issue)),
      ),
    )
  },
})
