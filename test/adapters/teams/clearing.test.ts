import { playClearing } from '../plays/clearing.ts'
import { teamsDoor } from '../plays/teamsDoor.ts'

playClearing('Microsoft Teams', teamsDoor)
