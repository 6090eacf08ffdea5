/**
 * A name as a list of contacts writes it, without a form of address before it, and with the family name after the
 * others where it stands first in capitals: `Ms. NANDU, Ana` is `Ana NANDU`. Any other name is as it was.
 */
export function personName(cell: string): string {
  const text = cell.replace(addressForm, '').trim()
  const [, family = '', given = ''] = familyFirst.exec(text) ?? []
  const isTurned = family !== '' && family === family.toUpperCase() && /\p{Ll}/u.test(given)
  return isTurned ? `${given.replace(addressForm, '')} ${family}` : text
}

const addressForm = /^(?:(?:mr|mrs|ms|miss|mx|mme|mlle|sr|sra|srta)\.?|m\.) (?=\S+ ?\S)/i

const familyFirst = /^(\p{Lu}[\p{Lu}\p{M}\p{N}'’ -]+), ?([^,]+)$/u
