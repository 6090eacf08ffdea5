import type { Platform } from '../src/core/platform.ts'
import { discord } from './discord/platform.ts'
import { slack } from './slack/platform.ts'
import { teams } from './teams/platform.ts'

/** Every chat platform. Its adapter, with its SDK, is loaded only when it is wanted. */
export const platforms: readonly Platform[] = [slack, teams, discord]

/** The terminal, which needs no settings and stands in for all of them where none is set up. */
export const terminal = () => import('./terminal/index.ts')
