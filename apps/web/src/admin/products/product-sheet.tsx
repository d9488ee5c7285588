import { useState } from 'react'
import { problemIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'
import { ProductForm } from './product-form.tsx'
import { type Product, sheetOf } from './sheet.ts'
import { productInput } from './sheet-input.ts'

/** The sheet of a product on file. It stays the version that was opened: what others save meanwhile never replaces it. */
export function ProductSheet({ product, onUnsaved }: { product: Product; onUnsaved: (unsaved: boolean) => void }) {
  const { m, locale } = useWords()
  const may = useMay()
  const tell = useToast()
  const utils = admin.useUtils()
  const [opened, setOpened] = useState(product)
  // Only pictures changed since: the words and prices that were opened are still the newest.
  const newest = JSON.stringify(sheetOf(product, locale)) === JSON.stringify(sheetOf(opened, locale)) ? product : opened
  const [theirs, setTheirs] = useState<Product>()
  const update = admin.products.update.useMutation()
  const open = (now: Product) => {
    utils.products.get.setData({ id: now.id }, now)
    void utils.products.list.invalidate()
    setTheirs(undefined)
    setOpened(now)
    update.reset()
  }
  const lookAgain = async () => setTheirs(await utils.products.get.fetch({ id: product.id }, { staleTime: 0 }))
  return (
    <ProductForm
      key={`${opened.version} ${opened.state}`}
      initial={sheetOf(opened, locale)}
      product={product}
      onUnsaved={onUnsaved}
      busy={update.isPending}
      error={update.error}
      theirs={theirs}
      onTakeTheirs={() => theirs && open(theirs)}
      onSave={
        may('products:write')
          ? (sheet, _done, over = newest) =>
              update.mutate(
                { id: product.id, version: over.version, ...productInput(sheet, over) },
                {
                  onSuccess: (now) => {
                    open(now)
                    tell(m('saved'))
                  },
                  onError: (error) => {
                    if (problemIn(error)?.code === 'product_changed') void lookAgain()
                  },
                },
              )
          : undefined
      }
    />
  )
}
