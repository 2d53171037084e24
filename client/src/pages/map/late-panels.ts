/** Panels whose code comes when one of them is opened. */
import { lazy } from 'react'

/** Brings what it knows of languages along, and only with it. */
export const TellingsPanel = lazy(() =>
  import('../../panels/tellings/TellingsPanel.tsx').then((module) => ({ default: module.TellingsPanel })),
)
export const ChangesPanel = lazy(() =>
  import('../../panels/changes/ChangesPanel.tsx').then((module) => ({ default: module.ChangesPanel })),
)
export const CommentsPanel = lazy(() =>
  import('../../panels/comments/CommentsPanel.tsx').then((module) => ({ default: module.CommentsPanel })),
)
export const AgreedPanel = lazy(() =>
  import('../../panels/agreed/AgreedPanel.tsx').then((module) => ({ default: module.AgreedPanel })),
)
export const LensesPanel = lazy(() =>
  import('../../panels/lenses/LensesPanel.tsx').then((module) => ({ default: module.LensesPanel })),
)
export const WorkshopPanel = lazy(() =>
  import('../../panels/workshop/WorkshopPanel.tsx').then((module) => ({ default: module.WorkshopPanel })),
)
export const WorkshopBar = lazy(() =>
  import('../../panels/workshop/WorkshopBar.tsx').then((module) => ({ default: module.WorkshopBar })),
)
export const VersionsPanel = lazy(() =>
  import('../../panels/versions/VersionsPanel.tsx').then((module) => ({ default: module.VersionsPanel })),
)
