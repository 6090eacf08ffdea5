import { join } from 'node:path'

import { cache } from '../../../src/process/cache.ts'

/** Lets a program find what an earlier one compiled, as a start of ours does by itself; half of its time is that. */
export const compiled = { NODE_COMPILE_CACHE: join(cache, 'compiled') }
