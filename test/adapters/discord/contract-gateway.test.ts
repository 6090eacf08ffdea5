import { vi } from 'vitest'

import { adapterContract } from '../contract/contract.ts'
import { discordByGateway } from './contract/byGateway.ts'

// Nearly all of them wait for nearly all of their time.
vi.setConfig({ maxConcurrency: 10 })

adapterContract(discordByGateway)
