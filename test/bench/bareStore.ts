import { join } from 'node:path'

import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'

import { setting } from './served.ts'

/** The least that answers from an embedded store: opens it with our extensions, looks one row up, and stays if told to. */
const store = new PGlite({
  dataDir: join(setting('RAPPORTEUR_DATA'), 'store'),
  extensions: { btree_gist, pg_trgm, unaccent },
})
const { rows } = await store.query<{ name: string }>("select name from entities where acronym = 'CTED'")
process.stdout.write(`${rows[0]?.name}\n`)
if (process.argv.includes('--stay')) setInterval(() => undefined, 60_000)
else await store.close()
