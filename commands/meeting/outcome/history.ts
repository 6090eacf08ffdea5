import { meetingById } from '../../../db/meetings/meetings.ts'
import { changesOf } from '../../../db/meetings/record/changes.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { block, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { momentWords } from '../../../src/core/time/zone.ts'
import { command, found } from '../../define.ts'
import { noSuchPage, pageOf, pageOption, rowsFor } from '../../records/pages.ts'
import { refuseUninvited } from '../answer/invited.ts'
import { meetingOption } from '../meetingOption.ts'

const pageSize = 25

export const history = command({
  name: 'history',
  about: 'What happened to a meeting, when and by whom',
  heading: 'History of a meeting',
  options: {
    meeting: meetingOption,
    page: pageOption,
  },
  access: anyone,
  onlyFor: 'the group, whoever is invited, and the secretariat',
  examples: ['/meeting history M1'],
  async run(context, { meeting: ref, page = 1 }) {
    const { db, zone } = context
    const meeting = found(await meetingById(db, ref.id), 'such meeting')
    const internal = (await refuseUninvited(context, meeting)) !== 'observer'
    const changes = await changesOf(db, meeting.id, { internal, ...rowsFor(page, pageSize) })
    const title = rich`M${meeting.id} ${meeting.title}`
    const paged = { command: 'meeting history', values: { meeting: `M${meeting.id}` }, page }
    if (changes.length === 0)
      return page > 1 ? noSuchPage(paged) : message(rich`${title}: nothing is on record yet.`)
    const { shown, turns } = pageOf(changes, pageSize, paged)
    const lines = shown.map(({ at, by, what }, index, all) => {
      const above = all[index - 1]
      const { day, time } = momentWords(at, zone)
      // The day stands at its first line.
      const when =
        above && momentWords(above.at, zone).day === day ? rich`${time}` : rich`${moment(at, zone)}`
      return rich`${when}, ${by ?? 'by itself'}: ${inZone(what, zone)}`
    })
    return message(
      rich`History of ${title}, the latest first:`,
      block.list(lines),
      turns.length > 0 ? block.buttons(...turns) : undefined,
    )
  },
})

/** A sentence with its moments in the reader's zone. */
function inZone(what: Rich, zone: string): Rich {
  return what.map((span) => (span.kind === 'moment' ? { ...span, zone } : span))
}
