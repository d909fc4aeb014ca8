import { loadDemo } from '../demo/load.ts'
import { publicIdOf } from '../shared/ids/public-id.ts'
import { type Command, print, readWords } from './command.ts'
import { withInstallation } from './installation.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

export const loadDemoCommand: Command = async (args) => {
  readWords(args, {}, [], 'hx demo load')
  const { workspaceId, ...loaded } = await withInstallation(({ database, tools }) => loadDemo({ database, tools, say }))
  print({ id: publicIdOf('ws', workspaceId), ...loaded })
  return 0
}
