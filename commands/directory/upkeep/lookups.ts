import { type DisclosureSeen, lookupsOf } from '../../../db/directory/visibility/disclosures.ts'
import { anyone } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, moment, type Rich, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'

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
    const rows = await lookupsOf(db, whose, { limit: pageSize + 1, offset: (page - 1) * pageSize })
    const name = other ? person.name : 'you'
    if (rows.length === 0) {
      return message(
        page === 1 ? rich`Nobody was shown an address of ${name} yet.` : `Page ${page} is empty.`,
      )
    }
    return message(
      rich`Who looked ${name} up, the latest first:`,
      block.list(rows.slice(0, pageSize).map((row) => line(row, zone))),
      rows.length > pageSize
        ? block.buttons(
            button('Next page', 'directory lookups', {
              page: String(page + 1),
              ...(other ? { person: `P${whose}` } : {}),
            }),
          )
        : undefined,
    )
  },
})

const fieldWords: Readonly<Record<string, string>> = { email: 'e-mail', phone: 'telephone' }

function line({ viewer, entity, fields, door, at }: DisclosureSeen, zone: string): Rich {
  const seen = fields.map((field) => fieldWords[field] ?? field).join(' and ')
  return rich`${moment(at, zone)}: ${viewer}${entity ? ` (${entity})` : ''} saw the ${seen} in /${door}`
}
