import { playQuarter } from '../plays/quarter.ts'
import { teamsDoor } from '../plays/teamsDoor.ts'

playQuarter('Teams', teamsDoor)
