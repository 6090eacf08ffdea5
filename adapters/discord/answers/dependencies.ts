import type { ButtonData } from '../../../src/chat/cards/buttonData.ts'
import type { Log } from '../../../src/core/log.ts'
import type { Api } from '../api/api.ts'
import type { DirectChannels } from '../api/directChannels.ts'
import type { Replies } from '../api/interactionTokens.ts'
import type { Timings } from '../limits.ts'
import type { Cards } from './cards.ts'

/** Everything that answering an interaction takes. */
export interface AnswerDependencies {
  readonly log: Log
  readonly timings: Pick<Timings, 'answerMs'>
  readonly api: Api
  readonly buttonData: ButtonData
  readonly replies: Replies
  readonly direct: DirectChannels
  readonly cards: Cards
}
