import { Button, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { type Category, useCategories } from '../../../parts/categories.ts'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import { SureButton } from '../SureButton.tsx'
import { categoryPath, useRefreshTree } from './changing.ts'
import css from './taxonomy.module.css'
import { hasChildren, placed } from './tree.ts'

/** Taking a category out of use, or making it part of another. */
export function Ending({ category }: { category: Category }) {
  const { t } = useWords()
  const { nameOf } = useCategories()
  const refresh = useRefreshTree()
  const { offerUndo, say, sayProblem } = useSaying()
  const name = nameOf(category.id)
  const path = `${categoryPath(category.id)}/retirement`
  const retire = useMutation({
    mutationFn: () => api.send('PUT', path),
    async onSuccess() {
      await refresh()
      offerUndo({
        said: t('taxonomy.is-retired', { name }),
        undo: () => api.send('DELETE', path),
        undone: () => void refresh(),
      })
    },
    onError: sayProblem,
  })
  const revive = useMutation({
    mutationFn: () => api.send('DELETE', path),
    async onSuccess() {
      await refresh()
      say(t('taxonomy.is-revived', { name }))
    },
    onError: sayProblem,
  })
  if (category.mergedInto) {
    return <p className={css.quiet}>{t('taxonomy.merged-into', { name: nameOf(category.mergedInto) })}</p>
  }
  if (category.retiredAt !== null) {
    return (
      <div>
        <Button variant="default" loading={revive.isPending} onClick={() => revive.mutate()}>
          {t('taxonomy.revive')}
        </Button>
      </div>
    )
  }
  return (
    <>
      <Merge category={category} />
      <section className={css.section}>
        <div>
          <Button variant="default" loading={retire.isPending} onClick={() => retire.mutate()}>
            {t('taxonomy.retire')}
          </Button>
        </div>
        <p className={css.quiet}>{t('taxonomy.retire-about')}</p>
      </section>
    </>
  )
}

function Merge({ category }: { category: Category }) {
  const { t } = useWords()
  const { items, nameOf, pathOf } = useCategories()
  const refresh = useRefreshTree()
  const { say, sayProblem } = useSaying()
  const [into, setInto] = useState<string | null>(null)
  const merge = useMutation({
    mutationFn: (target: string) => api.send('POST', `${categoryPath(category.id)}/merge`, { into: target }),
    async onSuccess(_reply, target) {
      await refresh()
      say(t('taxonomy.merged', { name: nameOf(target) }))
    },
    onError: sayProblem,
  })
  const targets = placed(items).filter(({ category: one }) => one.retiredAt === null && one.id !== category.id)
  const blocked = hasChildren(items, category.id)
  return (
    <section className={css.section}>
      <Select
        label={t('taxonomy.merge')}
        description={blocked ? t('taxonomy.merge-children') : t('taxonomy.merge-about')}
        data={targets.map(({ category: one }) => ({ value: one.id, label: pathOf(one.id) }))}
        value={into}
        onChange={setInto}
        disabled={blocked}
        searchable
        clearable
      />
      {into && (
        <div>
          <SureButton act={t('taxonomy.merge-do')} busy={merge.isPending} does={() => merge.mutate(into)} />
        </div>
      )}
    </section>
  )
}
