import { type AnalysisInput, analyseTasks, TASKS } from '../engine/analysis/analyse.ts'
import { loadJudges } from '../engine/analysis/judges.ts'
import { STARTER_TREE } from '../engine/aspects/starter-tree.ts'
import { modelsOnDemand } from '../platform/files/models.ts'
import { type Command, readWords, UsageError } from './command.ts'
import { answerLines } from './lines.ts'

/** Reads voices line by line and writes what the engine finds, in order. Needs no database. */
export const analyzeCommand: Command = async (args) => {
  const { values } = readWords(
    args,
    { task: { type: 'string', default: 'all' } } as const,
    [],
    `hx analyze --task ${TASKS.join('|')}|all`,
  )
  const tasks = values.task === 'all' ? TASKS : TASKS.filter((task) => task === values.task)
  if (tasks.length === 0) throw new UsageError(`--task must be one of: ${TASKS.join(', ')}, all.`)
  const model = loadJudges(modelsOnDemand())
  return await answerLines(({ id, text, targets }) => {
    const input: AnalysisInput = { text, ...(targets !== undefined && { targets }) }
    return { id, ...analyseTasks(input, { taxonomy: STARTER_TREE, model }, tasks) }
  })
}
