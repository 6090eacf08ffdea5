import type { ItemReading } from '../reading/readItem.ts'

/** Ranks and bodies before a name, which are no partners. */
const titles = new Set('UN USG ASG SG DSG SRSG RC DG ED WG UNGA UNSC GA SC'.split(' '))

/** Acronyms with which an item opens and which neither an entity nor a group has, where it credits other entities. */
export function uncredited(
  {
    entities,
    ownEntity,
    partners,
    slips,
    place,
    text,
  }: Pick<ItemReading, 'entities' | 'ownEntity' | 'partners' | 'slips' | 'place' | 'text'>,
  groups: readonly { readonly acronym: string }[],
): readonly string[] {
  if (entities.length === 0 || ownEntity) return []
  // A text in capitals alone shows by no word which of them is an acronym.
  if (!/\p{Ll}/u.test(text)) return []
  const shouted = new Set(/^[^\p{Ll}:.]{12,160}[:.](?= )/u.exec(text)?.[0].split(/[^\p{L}]+/u))
  const towns = new Set(place?.toUpperCase().split(/[^\p{L}]+/u))
  const other = new Set([...groups.map(({ acronym }) => acronym), ...slips.map(({ typed }) => typed)])
  return partners.filter(
    (one) =>
      /^\p{Lu}{2,10}$/u.test(one) &&
      !/^[IVX]+$/.test(one) &&
      !other.has(one) &&
      !towns.has(one) &&
      !(shouted.size > 3 && shouted.has(one)) &&
      !titles.has(one),
  )
}
