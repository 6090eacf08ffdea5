import { playQuarter } from '../quarter/played.ts'
import { teamsDoor } from '../quarter/teamsDoor.ts'

playQuarter('Teams', teamsDoor)
