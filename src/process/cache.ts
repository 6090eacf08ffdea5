import { fileURLToPath } from 'node:url'

/** Where a start keeps what saves the next one time; all of it can be made again. */
export const cache = fileURLToPath(new URL('../../node_modules/.cache/rapporteur', import.meta.url))
