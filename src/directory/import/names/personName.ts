/**
 * A name as a list of contacts writes it, with single spaces, without a form of address before it, and with the family
 * name after the others where it stands first: `Ms. NANDU, Ana` is `Ana NANDU`. What stands after the comma and is a
 * degree or a post stays there, as does any other name.
 */
export function personName(cell: string): string {
  const text = cell.replace(/\s+/g, ' ').trim().replace(addressForm, '').trim()
  const [, family = '', given = ''] = familyFirst.exec(text) ?? []
  const isTurned =
    family !== '' &&
    /\p{Ll}/u.test(given) &&
    (family === family.toUpperCase() || (oneFamily.test(family) && isNames(given)))
  return isTurned ? `${given.replace(addressForm, '')} ${family}` : text
}

/** One family name in small letters, `van der Berg`: of two words after which a comma stands, the last may be it. */
const oneFamily = /^(?:\p{Ll}{1,3} ){0,2}\p{Lu}[\p{L}\p{M}'’-]+$/u

/** Whether what stands after a comma is given names, `Marie` or `Marie-Anne L.`, and no degree, post or suffix. */
function isNames(behind: string): boolean {
  return (
    givenNames.test(behind.replace(addressForm, '')) &&
    !behind.split(/[\s.]+/).some((word) => noName.test(word))
  )
}

const givenNames = /^\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]*\.?){0,2}$/u

const noName =
  /^(?:jr|sr|phd|md|llm|mba|msc|esq|dr|prof|acting|adviser|advisor|alternate|ambassador|analyst|assistant|associate|attach[ée]|chair|chief|co-?chair|colonel|consultant|coordinator|counsell?or|deputy|director|directeur|directrice|executive|expert|focal|general|head|independent|intern|legal|liaison|manager|minister|observer|office|officer|permanent|point|policy|political|president|principal|program(?:me)?|project|regional|representative|secretar\p{L}*|senior|special\p{L}*|unit|vice|vacant)$/iu

const addressForm = /^(?:(?:mr|mrs|ms|miss|mx|mme|mlle|sr|sra|srta)\.?|m\.) (?=\S+ ?\S)/i

const familyFirst = /^((?:\p{Ll}{1,3} ){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’ -]+), ?([^,]+)$/u
