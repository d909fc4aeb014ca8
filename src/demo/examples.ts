import type { CategoryKey } from './texts/text-group.ts'

/** What a colleague pasted so that the engine recognises a category whose words customers seldom use. */
export const TAUGHT: { category: CategoryKey; belongs: readonly string[]; not: readonly string[] } = {
  category: 'function.dock',
  belongs: [
    '扫完自己回不去，躺在沙发底下',
    '在座子跟前转圈，就是对不准',
    '昨天画好的房间今天又没了',
    '每天下班第一件事是把它抱回去',
    '总说找不到家，家就在它后面',
    '蹭来蹭去对不上，最后没电了',
    '屁股对不准座子，一直喊失败',
    '扫到一半忘了自己在哪',
  ],
  not: ['快递送到了隔壁，自己找回来的', '客服一直转来转去没人管'],
}
