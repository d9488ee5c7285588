import { type ComponentType, createElement, use } from 'react'
import { isOffline } from '../ui/use-offline.ts'

const reloaded = 'comptoir.reloaded'

/** Code that is gone came from a release before: the page is opened anew, once. Without a network there is none to open. */
function onceMore(error: unknown): Promise<never> {
  if (typeof document === 'undefined' || isOffline() || sessionStorage.getItem(reloaded) === location.href) throw error
  sessionStorage.setItem(reloaded, location.href)
  location.reload()
  return new Promise(() => {})
}

/** A component whose code comes when it is first needed. */
export function lazyRouteComponent<Name extends string>(
  load: () => Promise<Record<Name, ComponentType<never>>>,
  name: Name,
) {
  let loaded: ComponentType<never> | undefined
  let loading: Promise<void> | undefined
  const preload = () =>
    (loading ??= load().then(
      (module) => void (loaded = module[name]),
      (error: unknown) => {
        loading = undefined
        return onceMore(error)
      },
    ))
  function Lazy(props: object) {
    if (loaded === undefined) use(preload())
    return loaded && createElement(loaded as ComponentType<object>, props)
  }
  return Object.assign(Lazy, { preload, exportName: name })
}
