import ButtonBase from '@mui/material/ButtonBase';
import Drawer from '@mui/material/Drawer';
import { styled } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Icon } from '../../components/icons.tsx';
import { closeDrawer, useViewStore } from '../../stores/view-store.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { evidenceWords } from '../../text/evidence.ts';
import { FindingEvidence } from './finding-evidence.tsx';

const Column = styled('aside')({
  gridArea: 'drawer',
  width: 372,
  padding: '14px 16px 24px',
  overflow: 'hidden auto',
  background: 'var(--card)',
  borderLeft: '1px solid var(--line)',
  '@media (max-width: 1380px)': { width: 332 },
  '@media (max-width: 1120px)': { width: 288, padding: '14px 12px 24px' },
});

const Close = styled(ButtonBase)({
  width: 28,
  height: 28,
  borderRadius: 4,
  '&:hover': { background: 'var(--sunken)' },
});

/** Everything that one finding rests on: a column where there is room for it, an overlay where there is not. */
export default function EvidencePanel({ column }: { column: boolean }) {
  const wide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const { finding: id, side, drawerOpen } = useViewStore();
  const finding = useWizard(({ diagnosis }) =>
    (side === 'before' ? diagnosis.before : diagnosis.result)?.findings.find((each) => each.id === id),
  );
  const content = finding ? (
    <FindingEvidence key={`${side} ${finding.id}`} finding={finding} side={side} />
  ) : (
    <p>{evidenceWords.nothingSelected}</p>
  );
  if (wide && column) {
    return (
      <Column aria-label={evidenceWords.title} data-pane="" tabIndex={0}>
        <h2 style={{ marginBottom: 6 }}>{evidenceWords.title}</h2>
        {content}
      </Column>
    );
  }
  return (
    <Drawer
      anchor="right"
      open={drawerOpen && finding !== undefined}
      onClose={closeDrawer}
      transitionDuration={0}
      slotProps={{
        paper: {
          'aria-label': evidenceWords.title,
          role: 'dialog',
          sx: { width: 'min(480px, 88vw)', p: '10px 16px 24px' },
        },
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', marginBottom: 4 }}>
        <h2>{evidenceWords.title}</h2>
        <Close aria-label={evidenceWords.close} onClick={closeDrawer}>
          <Icon name="close" size={14} />
        </Close>
      </div>
      {content}
    </Drawer>
  );
}
