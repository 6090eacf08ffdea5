import { meetingById } from '../../../db/meetings/meetings.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { type Block, block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { dayOf } from '../../../src/core/time/day.ts'
import { minutesDocx } from '../../../src/meetings/minutes/docx.ts'
import { minutesMarkdown } from '../../../src/meetings/minutes/markdown.ts'
import {
  type MinutesAudience,
  type MinutesLine,
  minutesLines,
} from '../../../src/meetings/minutes/minutes.ts'
import { command, found } from '../../define.ts'
import { formatWords } from '../../records/formatWords.ts'
import { refuseUninvited } from '../answer/invited.ts'
import { called } from '../called.ts'
import { hasBegun } from '../card.ts'
import { meetingOption } from '../meetingOption.ts'
import { recordOf } from './recordOf.ts'
import { refuseCancelled } from './refuseCancelled.ts'
import { writtenMinutes } from './writtenMinutes.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const minutes = command({
  name: 'minutes',
  about: 'The minutes, from everything on record',
  heading: 'Minutes',
  options: {
    meeting: meetingOption,
    format: option.choice({
      about: 'Markdown by default',
      choices: ['markdown', 'docx'],
      also: formatWords,
      trailing: true,
    }),
    rendition: option.choice({
      about: 'For members only, or to be shared',
      choices: ['internal', 'shareable'],
      also: { shareable: ['shared', 'public', 'to share'] },
      trailing: true,
    }),
    send: option.flag({ onlyPressed: true, about: 'They were to be sent, which is done by hand' }),
    written: option.text({
      about: 'Minutes written elsewhere',
      max: 10_000,
      multiline: true,
      inForms: false,
    }),
  },
  access: anyone,
  onlyFor: 'members, and the secretariat; observers for what may be shared',
  examples: ['/meeting minutes M1', '/meeting minutes M1 format:docx rendition:shareable'],
  async run(context, { meeting: ref, format = 'markdown', rendition: asked, written, send = false }) {
    const { db, now, caller } = context
    const meeting = found(await meetingById(db, ref.id), 'such meeting')
    const as = await refuseUninvited(context, meeting)
    if (written !== undefined) return writtenMinutes(context, meeting, written)
    if (as === 'observer' && asked === 'internal')
      throw new UserError(
        'The internal minutes are for the members of the group; you may have the shareable ones.',
        {
          option: 'rendition',
          choices: [{ label: 'Shareable', value: 'shareable' }],
        },
      )
    refuseCancelled(context, meeting)
    if (!hasBegun(meeting, now))
      throw new UserError(`${called(meeting)} has not begun yet, so it has no minutes.`)
    const rendition: MinutesAudience = asked ?? (as === 'observer' ? 'shareable' : 'internal')
    const lines = minutesLines(await recordOf(db, meeting, now), rendition)
    const name = `minutes-${meeting.groupAcronym?.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-') ?? 'meeting'}-${dayOf(meeting.startsAt, meeting.zone)}${rendition === 'shareable' ? '-shareable' : ''}`
    const other = format === 'docx' ? 'markdown' : 'docx'
    const values = { meeting: `M${meeting.id}`, rendition }
    return message(
      rich`Minutes of M${meeting.id} ${meeting.title}, ${rendition === 'internal' ? 'for the members alone' : 'to be shared'}${meeting.summary === null ? '; its outcome is not recorded yet' : ''}.`,
      await fileOf(lines, format, name, meeting.title),
      send ? block.text('Nobody was written to: pass the file on yourself.') : undefined,
      block.buttons(
        button(other === 'docx' ? 'As a Word document' : 'As Markdown', 'meeting minutes', {
          ...values,
          format: other,
        }),
        ...(as === 'observer'
          ? []
          : [
              button(rendition === 'internal' ? 'To be shared' : 'For the members', 'meeting minutes', {
                ...values,
                format,
                rendition: rendition === 'internal' ? 'shareable' : 'internal',
              }),
            ]),
        ...(leads(caller, meeting.groupIds)
          ? [
              {
                ...button(
                  meeting.summary === null ? 'Record the outcome' : 'Correct the outcome',
                  'meeting hold',
                  { meeting: `M${meeting.id}` },
                ),
                ask: true,
              },
            ]
          : []),
      ),
    )
  },
})

async function fileOf(
  lines: readonly MinutesLine[],
  format: 'markdown' | 'docx',
  name: string,
  title: string,
): Promise<Block> {
  if (format === 'markdown') return block.file(`${name}.md`, 'text/markdown', minutesMarkdown(lines))
  return block.bytes(`${name}.docx`, word, await minutesDocx(lines, title))
}
