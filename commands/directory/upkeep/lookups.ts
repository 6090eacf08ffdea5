import { type DisclosureSeen, lookupsOf } from '../../../db/directory/visibility/disclosures.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'
import { noSuchPage, pageOf, rowsFor } from '../../records/pages.ts'

const pageSize = 20

export const lookups = command({
  name: 'lookups',
  about: 'Who was shown your e-mail address or phone number, and when',
  heading: 'Who looked you up',
  options: {
    page: option.integer({ about: 'Which page, from 1', min: 1, max: 10_000 }),
    person: option.person({ about: 'Somebody else; secretariat only' }),
  },
  access: anyone,
  examples: ['/directory lookups'],
  async run({ db, caller, zone }, { page = 1, person }) {
    const other = person !== undefined && person.id !== caller.personId
    if (other && !caller.isSecretariat) {
      throw new UserError('Who looked somebody else up is for them and the secretariat alone.', {
        option: 'person',
      })
    }
    const whose = other ? person.id : caller.personId
    const rows = await lookupsOf(db, whose, rowsFor(page, pageSize))
    const name = other ? person.name : 'you'
    const paged = {
      command: 'directory lookups',
      ...(other ? { values: { person: `P${whose}` } } : {}),
      page,
    }
    if (rows.length === 0)
      return page > 1 ? noSuchPage(paged) : message(rich`Nobody was shown an address of ${name} yet.`)
    const { shown, turns } = pageOf(rows, pageSize, paged)
    return message(
      rich`Who looked ${name} up, the latest first:`,
      block.list(shown.map((row) => line(row, zone))),
      turns.length > 0 ? block.buttons(...turns) : undefined,
    )
  },
})

const fieldWords: Readonly<Record<string, string>> = { email: 'e-mail', phone: 'telephone' }

function line({ viewer, entity, fields, door, at }: DisclosureSeen, zone: string): Rich {
  const seen = fields.map((field) => fieldWords[field] ?? field).join(' and ')
  return rich`${moment(at, zone)}: ${viewer}${entity ? ` (${entity})` : ''} saw the ${seen} in /${door}`
}
