import { listActions } from '../../../db/meetings/record/actions.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { hasRole } from '../../../src/core/feature/caller.ts'
import { block, button, message } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { command } from '../../define.ts'
import { noSuchPage, pageOf, pageOption, rowsFor } from '../../records/pages.ts'
import { presentTexts } from '../../records/present.ts'
import { actionLine } from '../agenda/card.ts'
import { mayChangeAction } from './owner.ts'

const pageSize = 25
const mostButtons = 5

export const listActionItems = command({
  group: 'action',
  name: 'list',
  about: 'Open actions: your groups’, one group’s or your own',
  heading: 'Actions',
  options: {
    wg: option.group({ about: 'One working group alone' }),
    whose: option.choice({ about: 'Yours only, or everybody’s', choices: ['mine', 'all'], trailing: true }),
    status: option.choice({ about: 'Open ones by default', choices: ['open', 'done'] }),
    page: pageOption,
  },
  access: anyone,
  examples: ['/meeting action list', '/meeting action list mine', '/meeting action list wg:ETCIP'],
  async run({ db, now, today, caller }, { wg, whose, status = 'open', page = 1 }) {
    // Whoever owns an action reads it, also as a guest of another group.
    const own = whose === 'mine'
    if (wg && !own && !hasRole(caller, wg.id))
      throw new UserError(
        `The actions of ${wg.acronym} are for those who belong to it; you do not today. /meeting action list mine shows yours.`,
      )
    const groupIds = own || caller.isSecretariat ? null : caller.roles.map(({ groupId }) => groupId)
    const rows = await listActions(db, {
      groupIds: wg ? [wg.id] : groupIds,
      meetingId: null,
      personId: own ? caller.personId : null,
      status,
      now,
      ...rowsFor(page, pageSize),
    })
    const of = `${own ? ' of yours' : ''}${wg ? ` of ${wg.acronym}` : groupIds ? ' of your groups' : ''}`
    const word = status === 'open' ? 'open action' : 'finished action'
    const values = presentTexts({ wg: wg?.acronym, whose, status })
    const paged = { command: 'meeting action list', values, page }
    const { shown, turns } = pageOf(rows, pageSize, paged)
    if (shown.length === 0) return page > 1 ? noSuchPage(paged) : message(`No ${word}s${of}.`)
    const late = shown.filter(({ dueOn }) => status === 'open' && dueOn !== null && dueOn < today)
    return message(
      `${counted(shown.length, word)}${of}${late.length > 0 ? `, ${late.length} overdue` : ''}:`,
      block.list(
        shown.map((action) => {
          const group = action.groupAcronym ? `, ${action.groupAcronym}` : ''
          return `${late.includes(action) ? 'Overdue: ' : ''}${actionLine(action)}: M${action.meetingId} ${action.meetingTitle}${group}`
        }),
      ),
      block.buttons(
        ...(status === 'open'
          ? shown
              .filter((action) => mayChangeAction(caller, action))
              .slice(0, mostButtons)
              .map(({ id }) => button(`A${id} is done`, 'meeting action done', { action: `A${id}` }))
          : []),
        ...turns,
      ),
    )
  },
})
