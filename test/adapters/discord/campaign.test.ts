import { playCampaign } from '../campaign/played.ts'
import { discordDoor } from '../quarter/discordDoor.ts'

playCampaign('Discord', discordDoor)
