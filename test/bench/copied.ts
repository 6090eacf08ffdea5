import pg from 'pg'

import { openDatabase, type Store } from '../../db/store/connect.ts'

/** A copy of the sample under a name of its own, opened with so many connections; its address goes along. */
export async function copiedSample(
  server: string,
  name: string,
  maxConnections = 1,
): Promise<{ readonly url: string; readonly store: Store }> {
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  await admin.query(`create database ${pg.escapeIdentifier(name)} template template strategy file_copy`)
  await admin.end()
  const url = `${server}/${name}`
  return { url, store: await openDatabase({ url, maxConnections }) }
}
