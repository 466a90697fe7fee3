import './export-dialog.css';
import './field.css';
import { say } from '../lib/language/say.ts';
import { Dialog } from './dialog.tsx';
import { ExportChoices, type ExportChoicesProps } from './export-choices.tsx';
import { ExportPlan, type ExportPlanProps } from './export-plan.tsx';
import { WorkProgress } from './work-progress.tsx';

export interface ExportDialogProps extends ExportChoicesProps {
  /** The folder that was given before, where folders can be written into. */
  folder: string | undefined;
  /** Choose another folder. */
  onFolder: () => void;
  /** Whether there is anything to export. */
  canExport: boolean;
  onExport: () => void;
  /** What will change in the folder, once that is known. */
  plan: ExportPlanProps | undefined;
  onWrite: () => void;
  /** From the plan to the choices. */
  onBack: () => void;
  progress: { done: number; total: number } | undefined;
  onCancel: () => void;
  outcome: string | undefined;
  hasFailed: boolean;
  onClose: () => void;
}

/** Takes notes away: what, as what, to where, and for a folder what will change in it. */
export function ExportDialog(props: ExportDialogProps) {
  const { plan, progress, onCancel, outcome, hasFailed, onClose } = props;
  return (
    <Dialog
      heading={say('exportDialogHeading')}
      onClose={() => {
        if (progress) onCancel();
        onClose();
      }}
    >
      {plan ? <ExportPlan {...plan} /> : <ExportChoices {...props} />}
      <WorkProgress
        progress={progress}
        onCancel={onCancel}
        outcome={outcome}
        hasFailed={hasFailed}
      />
      <div class="dialog-foot">
        {plan ? <PlanButtons {...props} plan={plan} /> : <ChoiceButtons {...props} />}
      </div>
    </Dialog>
  );
}

function ChoiceButtons(props: ExportDialogProps) {
  const { choice, folder, onFolder, canExport, onExport, progress, onClose } = props;
  const isFolder = choice.way === 'folder';
  const action = isFolder
    ? say(folder === undefined ? 'exportChooseFolder' : 'exportPlan')
    : say(choice.way === 'copy' ? 'exportCopy' : 'exportDownload');
  // Disabled, a button would lose the focus, and with it the reader their place.
  const isIdle = canExport && !progress;
  return (
    <>
      {isFolder && folder !== undefined && (
        <button type="button" class="button quiet" onClick={onFolder}>
          {say('exportOtherFolder')}
        </button>
      )}
      <button type="button" class="button" onClick={onClose}>
        {say('close')}
      </button>
      <button
        type="button"
        class="button primary"
        aria-disabled={!isIdle}
        onClick={() => {
          if (isIdle) onExport();
        }}
      >
        {action}
      </button>
    </>
  );
}

function PlanButtons(props: ExportDialogProps & { plan: ExportPlanProps }) {
  const { plan, onBack, onWrite, progress, outcome, onClose } = props;
  const count = plan.files.length;
  const isOver = count === 0 || outcome !== undefined;
  return (
    <>
      <button type="button" class="button" onClick={onBack}>
        {say('back')}
      </button>
      <button
        type="button"
        class="button primary"
        aria-disabled={progress !== undefined}
        onClick={() => {
          if (!progress) (isOver ? onClose : onWrite)();
        }}
      >
        {isOver ? say('close') : say('exportWrite')}
      </button>
    </>
  );
}
