/** What is asked on the way to a new map: which template, which lines, whether the file is right, the operator's key. */
import { ImportDialog } from '../../panels/import/ImportDialog.tsx'
import { loadSource, PasteDialog } from '../../panels/import/late-paste.ts'
import { errorText } from '../../text/errors.ts'
import { OperatorKeyDialog } from './OperatorKeyDialog.tsx'
import { TemplateDialog } from './TemplateDialog.tsx'
import type { NewMap } from './use-new-map.ts'

export interface NewMapDialogsProps {
  readonly newMap: NewMap
  /** Whether the templates are shown. */
  readonly templates: boolean
  readonly onTemplates: (shown: boolean) => void
  readonly onFile: () => void
}

export function NewMapDialogs({ newMap, templates, onTemplates, onFile }: NewMapDialogsProps) {
  const { busy, trouble, toMake, wantsKey, make, leaveIt, looking, setLooking, lookAt } = newMap
  const saysTrouble = trouble === null ? undefined : errorText(trouble).says
  return (
    <>
      {toMake !== null && wantsKey === null && (
        <ImportDialog
          fileName={toMake.file.name}
          plan={toMake.plan}
          action="Make the map"
          busy={busy}
          trouble={saysTrouble}
          onGo={() => make({ map: toMake.file.content })}
          onClose={leaveIt}
        />
      )}
      {templates && wantsKey === null && (
        <TemplateDialog
          busy={busy}
          trouble={saysTrouble}
          onChoose={(id) => make({ template: id })}
          onClose={() => onTemplates(false)}
        />
      )}
      {(looking.is === 'asking' || looking.is === 'lines') && wantsKey === null && (
        <PasteDialog
          source={looking.is === 'lines' ? looking.source : null}
          onSource={(source) => setLooking({ is: 'lines', source, offered: null })}
          onMapFile={(text) => lookAt({ is: 'text', text })}
          onFile={onFile}
          action="Make the map"
          busy={busy}
          trouble={saysTrouble}
          onGo={({ pasted }, choose) => {
            void loadSource().then(({ mapFileOf }) => make({ map: mapFileOf(pasted, choose) }))
          }}
          onClose={leaveIt}
        />
      )}
      {wantsKey !== null && (
        <OperatorKeyDialog busy={busy} trouble={saysTrouble} onKey={(key) => make(wantsKey, key)} onClose={leaveIt} />
      )}
    </>
  )
}
