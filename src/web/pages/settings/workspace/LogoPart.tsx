import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api.ts'
import { FileDrop } from '../../../parts/FileDrop.tsx'
import { useSaying } from '../../../parts/undo.tsx'
import { useWords } from '../../../words.tsx'
import css from '../settings.module.css'

const MOST_BYTES = 64 * 1024

/** A file as `data:` address. */
const addressOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
    reader.readAsDataURL(file)
  })

export function LogoPart({ logo }: { logo: string | null }) {
  const { t } = useWords()
  const { say, sayProblem, offerUndo } = useSaying()
  const queries = useQueryClient()
  const look = () => queries.invalidateQueries({ queryKey: ['workspace'] })
  const put = (wanted: string | null) => api.send('PUT', '/api/v1/workspace', { logo: wanted })
  const set = useMutation({
    mutationFn: async (file: File) => put(await addressOf(file)),
    onSuccess: () => say(t('settings.saved')),
    onError: sayProblem,
    onSettled: look,
  })
  const remove = useMutation({
    mutationFn: () => put(null),
    onSuccess: () => offerUndo({ said: t('settings.saved'), undo: () => put(logo), undone: () => void look() }),
    onError: sayProblem,
    onSettled: look,
  })
  return (
    <section className={css.part}>
      <h2>{t('settings.logo')}</h2>
      <div className={css.form}>
        {logo === null ? (
          <p className={css.quiet}>{t('settings.logo-none')}</p>
        ) : (
          <div className={css.row}>
            <img className={css.logo} src={logo} alt={t('settings.logo-now')} />
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('settings.logo-remove')}
            </Button>
          </div>
        )}
        <FileDrop
          label={t('settings.logo-choose')}
          accept="image/png,image/jpeg,image/webp"
          max={MOST_BYTES}
          take={([file]) => file && set.mutate(file)}
        />
      </div>
    </section>
  )
}
