import type { Trx } from '../db/store/db.ts'
import { rulesOf } from '../src/core/feature/rulesOf.ts'
import type { Feature } from './define.ts'
import { directory } from './directory/index.ts'
import { helpFeature } from './help.ts'
import { library } from './library/index.ts'
import { meeting } from './meeting/index.ts'
import { newsletter } from './newsletter/index.ts'
import { profile } from './profile/index.ts'
import { project } from './project/index.ts'
import { recommendation } from './recommendation/index.ts'
import { reminderFeature } from './reminder/index.ts'
import { report } from './report/index.ts'
import { update } from './update/index.ts'
import { deeds, verbs, vocabularies } from './vocabulary/index.ts'
import { wg } from './wg/index.ts'

/** Every feature, in the order of help. */
export const features: readonly Feature[] = [
  directory,
  wg,
  meeting,
  update,
  newsletter,
  reminderFeature(() => rulesOf<Trx>(features)),
  library,
  project,
  recommendation,
  report,
  profile,
  helpFeature(() => features),
].map((feature) => ({
  ...feature,
  vocabulary: vocabularies[feature.name] ?? {},
  deeds: deeds[feature.name] ?? {},
  verbs: verbs[feature.name] ?? {},
}))
