import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { problemIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'
import { Leaving } from './leaving.tsx'
import { FileDrop } from './file-drop.tsx'
import { PictureRow } from './picture-row.tsx'
import { type EditedPicture, moved, picturesIn, unworded } from './pictures.ts'
import type { Product } from './sheet.ts'
import { uploadPicture } from './upload-picture.ts'

const kinds = 'image/jpeg,image/png,image/webp,image/gif,image/heic,image/tiff'

/** The pictures of a product in the order in which shoppers see them: dropped or chosen, worded, moved, saved together. */
export function ProductPictures({ product, onUnsaved }: { product: Product; onUnsaved: (unsaved: boolean) => void }) {
  const { m, locale } = useWords()
  const may = useMay()
  const tell = useToast()
  const utils = admin.useUtils()
  const box = useRef<HTMLElement>(null)
  const [edited, setEdited] = useState<EditedPicture[] | null>(null)
  const [misses, setMisses] = useState(0)
  const pictures = edited ?? picturesIn(product)
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const path = await uploadPicture(file, locale)
        setEdited((before) => {
          const now = before ?? picturesIn(product)
          return now.some((one) => one.path === path) ? now : [...now, { path, alt: { fr: '', en: '' }, values: [] }]
        })
      }
    },
  })
  const keep = admin.products.setImages.useMutation({
    onSuccess: (now) => {
      utils.products.get.setData({ id: product.id }, now)
      void utils.products.list.invalidate()
      setEdited(null)
      setMisses(0)
      tell(m('saved'))
    },
    onError: (error) => {
      // What was arranged here stays; the next try goes over the newest version.
      if (problemIn(error)?.code === 'product_changed') void utils.products.get.invalidate({ id: product.id })
    },
  })
  useEffect(() => {
    if (misses > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [misses])
  const unsaved = edited !== null
  useEffect(() => {
    onUnsaved(unsaved)
    return () => onUnsaved(false)
  }, [unsaved, onUnsaved])
  const save = () => {
    if (unworded(pictures) >= 0) return setMisses((count) => count + 1)
    const images = pictures.map(({ path, alt, values }) => ({
      ...{ path, values },
      alt: { fr: alt.fr.trim(), en: alt.en.trim() },
    }))
    keep.mutate({ id: product.id, version: product.version, images })
  }
  const mayWrite = may('products:write') && product.state !== 'archived'
  return (
    <section ref={box} aria-labelledby="pictures">
      <h2 id="pictures">{m('pictures')}</h2>
      <Leaving unsaved={() => edited !== null} />
      {pictures.length === 0 && <p>{m('no_pictures')}</p>}
      <ol className="picture-rows">
        {pictures.map((picture, at) => (
          <PictureRow
            key={picture.path}
            picture={picture}
            place={at + 1}
            options={product.options}
            checked={misses > 0}
            editable={mayWrite}
            onChange={(next) => setEdited(pictures.map((one, i) => (i === at ? next : one)))}
            onMove={(by) => setEdited(moved(pictures, at, by))}
            onRemove={() => setEdited(pictures.filter((_, i) => i !== at))}
          />
        ))}
      </ol>
      {mayWrite && (
        <div className="form">
          <FileDrop
            title={m(upload.isPending ? 'sending_file' : 'add_pictures')}
            words={m('add_pictures_words')}
            accept={kinds}
            busy={upload.isPending}
            onFiles={(files) => upload.mutate(files)}
            multiple
          />
          <ProblemNotice error={upload.error} />
          <ProblemNotice error={keep.error} />
          {edited !== null && (
            <div className="actions">
              <Button kind="primary" busy={keep.isPending} onClick={save}>
                {m('save_pictures')}
              </Button>
              <Button onClick={() => setEdited(null)}>{m('discard')}</Button>
            </div>
          )}
        </div>
      )}
    </section>
  )
}
