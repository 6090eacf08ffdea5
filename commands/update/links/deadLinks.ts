import { deadAmong } from '../../../db/newsletter/links/linkChecks.ts'
import type { UpdateContent } from '../../../db/newsletter/updates.ts'
import { type Block, block, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'

/** The links of an update that lead nowhere, as they were last followed; undefined where there are none. */
export async function deadLinks(
  { db }: Context,
  { links }: Pick<UpdateContent, 'links'>,
): Promise<Block | undefined> {
  const dead = await deadAmong(
    db,
    links.flatMap(({ url }) => url ?? []),
  )
  if (dead.length === 0) return undefined
  return block.list(dead.map(({ url, fault }) => rich`This link leads nowhere: ${fault}. ${url}`))
}
