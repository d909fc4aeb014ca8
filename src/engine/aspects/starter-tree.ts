import { APP_BRANCH } from './starter-app.ts'
import { LOGISTICS_BRANCH } from './starter-logistics.ts'
import { PRODUCT_BRANCH } from './starter-product.ts'
import type { StarterCategory } from './starter-row.ts'
import { SERVICE_BRANCH } from './starter-service.ts'

/**
 * The categories a new workspace begins with, up to three levels, parents before children. Everything in them may be
 * changed by the workspace; keys stay.
 */
export const STARTER_TREE: readonly StarterCategory[] = [
  ...PRODUCT_BRANCH,
  ...SERVICE_BRANCH,
  ...LOGISTICS_BRANCH,
  ...APP_BRANCH,
]
