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
  }: Pick<ItemReading, 'entities' | 'ownEntity' | 'partners' | 'slips'>,
  groups: readonly { readonly acronym: string }[],
): readonly string[] {
  if (entities.length === 0 || ownEntity) return []
  const other = new Set([...groups.map(({ acronym }) => acronym), ...slips.map(({ typed }) => typed)])
  return partners.filter((one) => /^\p{Lu}{2,10}$/u.test(one) && !other.has(one) && !titles.has(one))
}
