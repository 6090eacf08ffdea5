import { fileURLToPath } from 'node:url'

/** Where a start stores what speeds up the next one; all of it can be rebuilt. */
export const cache = fileURLToPath(new URL('../../node_modules/.cache/rapporteur', import.meta.url))
