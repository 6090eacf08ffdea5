import type { Carried } from '../../../src/chat/cards/buttons.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Api } from '../api/api.ts'
import type { DirectChannels } from '../api/directChannels.ts'
import type { Replies } from '../api/interactionTokens.ts'
import type { Timings } from '../limits.ts'
import type { Cards } from './cards.ts'

/** Everything that answering an interaction takes. */
export interface AnswerMeans {
  readonly log: Log
  readonly timings: Pick<Timings, 'answerMs'>
  readonly api: Api
  readonly carried: Carried
  readonly replies: Replies
  readonly direct: DirectChannels
  readonly cards: Cards
}
