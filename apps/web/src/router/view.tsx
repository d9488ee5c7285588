import {
  Component,
  createContext,
  type ComponentType,
  Fragment,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react'
import type { Router, RouterState } from './router.ts'
import type { Failing } from './routes.ts'

const Routing = createContext<Router | null>(null)
const Shown = createContext<RouterState | null>(null)
const Depth = createContext(-1)

function present<T>(value: T | null): T {
  if (value === null) throw new Error('no router here: wrap the page in RouterProvider')
  return value
}
export const useRouter = (): Router => present(useContext(Routing))
export const useShown = (): RouterState => present(useContext(Shown))

const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** Shows what the router loaded. */
export function RouterProvider({ router }: { router: Router }) {
  const [state, setState] = useState(router.state)
  useEffect(() => {
    const heard = router.subscribe(() => setState(router.state))
    setState(router.state)
    if (router.state.matches.length === 0) void router.load()
    return heard
  }, [router])
  const { location } = state
  useBeforePaint(() => {
    router.scroll?.arrive(location)
  }, [router, location])
  // A page that stands already has nothing to wait for.
  const Wait = router.ssr || typeof document === 'undefined' ? Fragment : Suspense
  return (
    <Routing value={router}>
      <Shown value={state}>
        <Wait>
          <Outlet />
        </Wait>
      </Shown>
    </Routing>
  )
}

interface Guarded {
  /** A new one tries again. */
  of: unknown
  Failed: ComponentType<Failing>
  children: ReactNode
}
// Only a class can catch what a component throws.
class Guard extends Component<Guarded, { of: unknown; error: unknown; failed: boolean }> {
  override state = { of: this.props.of, error: null as unknown, failed: false }
  static getDerivedStateFromProps({ of }: Guarded, state: { of: unknown }) {
    return of === state.of ? null : { of, failed: false, error: null }
  }
  static getDerivedStateFromError(error: unknown) {
    return { failed: true, error }
  }
  override render() {
    const { error, failed } = this.state
    const { Failed, children } = this.props
    if (!failed) return children
    return <Failed error={error} reset={() => this.setState({ failed: false, error: null })} />
  }
}

/** Where the page inside this one stands. */
export function Outlet() {
  const router = useRouter()
  const { matches } = useShown()
  const depth = useContext(Depth) + 1
  const { defaultNotFoundComponent, defaultErrorComponent } = router.options
  const Missing = defaultNotFoundComponent as ComponentType
  if (matches[depth - 1]?.empty) return <Missing />
  const match = matches[depth]
  if (!match) return null
  const { failure, route } = match
  const Failed = (route.options.errorComponent ?? defaultErrorComponent) as ComponentType<Failing>
  const Page = (route.options.component ?? Outlet) as ComponentType
  const inside = !failure ? (
    <Page />
  ) : 'missing' in failure ? (
    <Missing />
  ) : (
    <Failed error={failure.error} reset={() => {}} />
  )
  return (
    <Depth value={depth}>
      <Guard of={matches} Failed={Failed}>
        {inside}
      </Guard>
    </Depth>
  )
}
