// The only door through which the published client sees the server, for types only.
import { adminRouter } from './admin-router.ts'
import { shopRouter } from './shop-router.ts'
import { withoutContext } from './without-context.ts'

const shop = withoutContext(shopRouter)
const admin = withoutContext(adminRouter)
export type ShopRouter = typeof shop
export type AdminRouter = typeof admin

export type { Problem, ProblemCode, ProblemKind } from '@comptoir/domain'
export type { AccountExportView, ErasureView } from './features/account/account-view.ts'
export type { CartLineView, CartProblemView, CartView } from './features/cart/cart-view.ts'
export type { QuoteView } from './features/cart/quote-view.ts'
export type { AdminProductView } from './features/catalog/admin-product-view.ts'
export type { ImportErrorView, ImportPageView, ImportRowView, ImportView } from './features/catalog/import-view.ts'
export type { FacetsView, HomeView, SuggestionsView } from './features/catalog/facets-view.ts'
export type { MovementPageView, MovementRowView } from './features/catalog/movement-view.ts'
export type { PreviewLinkView } from './features/catalog/preview-view.ts'
export type { ProductCountsView, ProductRowsView, ProductRowView } from './features/catalog/product-row-view.ts'
export type { CategoriesView, ProductCardView, ProductPageView } from './features/catalog/product-card-view.ts'
export type { ProductVariantView, ProductView, StockView } from './features/catalog/product-view.ts'
export type {
  UnmatchedMoneyCountsView,
  UnmatchedMoneyPageView,
  UnmatchedMoneyView,
} from './features/billing/unmatched-money-view.ts'
export type { AdminOrderView } from './features/orders/admin-order-view.ts'
export type { InvoiceView } from './features/orders/invoice-view.ts'
export type { OrderChangeView } from './features/orders/order-changes.ts'
export type { OrderSumsView } from './features/orders/order-sums-view.ts'
export type { OrderPageView, OrderRowView } from './features/orders/order-row-view.ts'
export type { AddressView, OrderLineView, OrderView } from './features/orders/order-view.ts'
export type { CheckoutView, PaymentView, PlacedOrderView } from './features/orders/payment-view.ts'
export type { MeView, ProfileView } from './features/people/profile-view.ts'
export type { SessionView } from './features/people/session-view.ts'
export type { AppsView, AppView, NewTokenView, TokensView, TokenView } from './features/people/tokens-view.ts'
export type { Scope } from '@comptoir/domain/people'
export type { StatsView } from './features/stats/stats-view.ts'
export type { AboutOrderView } from './features/support/about-order-view.ts'
export type { AssignableView } from './features/support/assignable-view.ts'
export type { MessageEventView } from './features/support/message-event-view.ts'
export type { StaffThreadView, ThreadPageView, ThreadView } from './features/support/thread-view.ts'
export type { AddressBookView, SavedAddressView } from './features/people/address-book-view.ts'
export type { AuditPageView, AuditRowView } from './features/people/audit-view.ts'
export type { CustomerPageView, CustomerRowView, CustomerView } from './features/people/customer-view.ts'
export type { OpenSessionsView, OpenSessionView } from './features/people/sessions-view.ts'
export type { ColleagueView, StaffLinkView, StaffListView } from './features/people/staff-view.ts'
export type { BackupView, BookCheckView, BreachView, SystemView } from './features/system/system-view.ts'
export type { SellerView, SettingsView, ShopDeliveryView, ShopInfoView } from './features/settings/settings-view.ts'
export type { ThreadChangeView } from './features/support/follow-threads.ts'
export type {
  SavedAnswersView,
  SavedAnswerView,
  SupportCountsView,
  UnreadView,
} from './features/support/support-counts-view.ts'
