import { exportedEntities, exportedGroups, exportedPeople, exportedRoles } from '../../db/directory/export.ts'
import { exportedSeats } from '../../db/directory/seats/exported.ts'
import { viewerOf } from '../../db/directory/visibility/audience.ts'
import { secretariat } from '../../src/core/catalog.ts'
import { UserError } from '../../src/core/errors.ts'
import { type Block, block, message, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { counted } from '../../src/core/text/counted.ts'
import { formatDay } from '../../src/core/time/day.ts'
import { type ExportFile, filesOf, formats } from '../../src/directory/export/files.ts'
import { type Subject, tablesOf } from '../../src/directory/export/tables.ts'
import { type Context, command } from '../define.ts'

const subjects = ['people', 'entities', 'groups', 'roles'] as const

const nouns: Readonly<Record<Subject, readonly [one: string, many: string]>> = {
  entities: ['entity', 'entities'],
  groups: ['working group', 'working groups'],
  people: ['person', 'people'],
  roles: ['role or seat', 'roles and seats'],
}

export const exportFile = command({
  name: 'export',
  about: 'Export the directory as it stood on a day; exports can be imported again',
  heading: 'Export of the directory',
  options: {
    format: required(
      option.choice({ about: 'The format; html and markdown can be printed', choices: formats }),
    ),
    of: option.choice({ about: 'Only these; all of them by default', choices: subjects }),
    on: option.day({ about: 'As it stood on this day; today, with every recorded term, by default' }),
  },
  access: secretariat,
  examples: ['/directory export xlsx', '/directory export format:csv of:people', '/directory export vcard'],
  async run(context, { format, of, on }) {
    const { db, today } = context
    if (format === 'vcard' && of !== undefined && of !== 'people') {
      throw new UserError('vCards are for people. Choose csv, xlsx or json for the others.', { option: 'of' })
    }
    const chosen: readonly Subject[] = format === 'vcard' ? ['people'] : of ? [of] : subjects
    const day = on ?? today
    const wants = (subject: Subject) => chosen.includes(subject)
    const viewer = viewerOf(context.caller, today)
    const found = {
      entities: wants('entities') ? await exportedEntities(db, day) : [],
      groups: wants('groups') ? await exportedGroups(db, day) : [],
      people: wants('people') ? await exportedPeople(db, { on, today }, viewer) : [],
      roles: wants('roles')
        ? [...(await exportedRoles(db, on ?? null, viewer)), ...(await exportedSeats(db, on ?? null, viewer))]
        : [],
    }
    // Without an address nobody is found again when the file is read back.
    const people = found.people.filter(({ email }) => email !== null)
    const hidden = found.people.length - people.length
    const data = { ...found, people }
    discloseAll(context, people)
    const files = await filesOf(format, data, tablesOf(data, chosen), {
      stem: `directory-${day}`,
      title: `Directory, ${formatDay(day)}`,
    })
    const counts = chosen.map((subject) => counted(data[subject].length, ...nouns[subject]))
    return message(
      rich`The directory as it stood on ${formatDay(day)}: ${counts.join(', ')}.`,
      block.text('These files hold addresses and telephone numbers. Keep them to those who need them.'),
      hidden > 0
        ? block.text(
            `${counted(hidden, 'person', 'people')} without an address that you may see ${hidden === 1 ? 'is' : 'are'} left out.`,
          )
        : undefined,
      ...files.map(fileBlock),
    )
  },
})

/** Lets everybody whose address is in a file see that it was given out. */
function discloseAll(
  context: Context,
  people: readonly { readonly id: number; readonly email: string | null; readonly phone: string | null }[],
): void {
  context.disclosed(
    people.map(({ id, email, phone }) => ({
      personId: id,
      fields: [
        ...(email === null ? [] : (['email'] as const)),
        ...(phone === null ? [] : (['phone'] as const)),
      ],
    })),
  )
}

function fileBlock({ name, mediaType, content }: ExportFile): Block {
  return typeof content === 'string'
    ? block.file(name, mediaType, content)
    : block.bytes(name, mediaType, content)
}
