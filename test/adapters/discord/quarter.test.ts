import { discordDoor } from '../quarter/discordDoor.ts'
import { playQuarter } from '../quarter/played.ts'

playQuarter('Discord', discordDoor)
