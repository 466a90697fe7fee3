import { useState } from 'preact/hooks';
import { ExportDialog } from '../../components/export-dialog.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { type ExportDialogOptions, useExportDialog } from './use-export-dialog.ts';
import { useTemplates } from './use-templates.ts';

/** The export dialog, and over it the templates. Loaded when it is first opened. */
export function ExportView(options: Omit<ExportDialogOptions, 'templates' | 'onTemplates'>) {
  const { services, sources } = options;
  const templates = useTemplates(services);
  const [isEditing, setEditing] = useState(false);
  const dialog = useExportDialog({ ...options, templates, onTemplates: () => setEditing(true) });
  return (
    <>
      <ExportDialog {...dialog} />
      {isEditing && (
        <TemplateEditor
          templates={templates}
          first={dialog.choice.format.replace(/^template:/, '')}
          annotations={sources.all}
          posts={sources.posts}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
}
