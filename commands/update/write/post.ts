import { postUpdate } from '../../../db/newsletter/changeUpdates.ts'
import { periodOf } from '../../../db/newsletter/newsletters.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { block, button, message, moment, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { formatPeriod } from '../../../src/core/time/period.ts'
import { subsectionTitle } from '../../../src/newsletter/sections.ts'
import { command } from '../../define.ts'
import { editButton, updateFields } from '../card.ts'
import { details } from '../options.ts'
import { readUpdate } from './reading.ts'
import { remarks } from './remarks.ts'

export const post = command({
  name: 'post',
  about: 'Post an activity update; its date, entities and links are read from the text',
  options: {
    text: required(
      option.text({
        about: 'What happened, with its date, as it may be printed',
        max: 2000,
        multiline: true,
      }),
    ),
    ...details,
  },
  access: anyone,
  changes: true,
  examples: [
    '/update post "CTED and UNODC held a workshop on border security, Nairobi (6-9 Mar)"',
    '/update post "UNESCO launched a guide for teachers (27 Mar)" section:publications',
  ],
  async run(context, { text, ...given }) {
    const { db, now, today, caller, zone } = context
    const read = await readUpdate(db, text, given, today)
    const { content, issue, sure, ranked, why } = read
    const id = await postUpdate(
      db,
      { authorId: caller.personId, entityId: caller.entityId, newsletterId: issue?.id ?? null, content },
      now,
    )
    context.about(`update:${id}`)
    const where = issue ? `the ${formatPeriod(periodOf(issue))} issue` : 'the next issue that is opened'
    const late = issue !== null && issue.closesAt < now
    return message(
      rich`Posted U${id} for ${where}: ${content.text}`,
      updateFields(content),
      remarks(read),
      late && issue
        ? block.text(
            rich`The issue closed for updates ${moment(issue.closesAt, zone)}; the secretariat decides whether this still goes in.`,
          )
        : undefined,
      sure
        ? undefined
        : block.text(
            `I am not sure of the section${why === '' ? '' : `; this one because of ${why}`}. Choose another if it is wrong:`,
          ),
      sure
        ? undefined
        : block.buttons(
            ...ranked
              .filter((section) => section !== content.section)
              .slice(0, 8)
              .map((section) =>
                button(subsectionTitle(section), 'update edit', { update: `U${id}`, section }),
              ),
          ),
      block.buttons(
        button('Undo: withdraw it', 'update withdraw', { update: `U${id}` }, 'danger'),
        editButton(id, content),
      ),
    )
  },
})
