import type { Artifact } from '@backstage-handover/plugin-handover-common';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import {
  formatDuration,
  LabelledSelect,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { useGateDecisions } from '../useGateDecisions';
import { durationsWithin } from './durations';
import { OverrideDialog } from './OverrideDialog';
import { useOpenOverrides, useOverrideWrite } from './useOverrides';

/** What the backend allows unless it is configured otherwise. */
const DEFAULT_MAX_S = 4 * 3_600;

export type RequestDialogProps = {
  entityRef: string;
  /** The environments that are chosen at first. */
  environments: string[];
  onClose: () => void;
};

/** Asks for an override of the gate. */
export function RequestDialog(props: RequestDialogProps) {
  const { entityRef, onClose } = props;
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const write = useOverrideWrite(entityRef);
  const gate = useGateDecisions(entityRef);
  const open = useOpenOverrides(entityRef);
  const [environments, setEnvironments] = useState(props.environments);
  const [reason, setReason] = useState('');
  const [ticket, setTicket] = useState('');
  const [artifact, setArtifact] = useState('');
  const [chosen, setDuration] = useState<number>();
  const limits = open.status === 'ready' ? open.data : undefined;
  const durations = durationsWithin(
    limits?.maxDurationSeconds ?? DEFAULT_MAX_S,
  );
  const duration = chosen ?? durations[0];
  const known =
    gate.status === 'ready'
      ? gate.decisions.map(({ environment }) => environment)
      : environments;

  async function submit() {
    // By the gate's clock: the backend compares it with its own.
    const start = gate.status === 'ready' ? gate.gateNow() : new Date();
    const isDone = await write.run(overrides =>
      overrides.request(entityRef, {
        environments,
        until: new Date(start.getTime() + duration * 1_000).toISOString(),
        reason: reason.trim(),
        ...(ticket.trim() && { ticket: ticket.trim() }),
        ...(artifact.trim() && { artifact: toArtifact(artifact.trim()) }),
      }),
    );
    if (isDone) {
      onClose();
    }
  }

  return (
    <OverrideDialog
      title={t('gate.overrides.request')}
      submit={t('gate.overrides.send')}
      write={write}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div>
        {t(
          limits?.approval === 'none'
            ? 'gate.overrides.explainAtOnce'
            : 'gate.overrides.explain',
        )}
      </div>
      <FormControl component="fieldset">
        <FormLabel component="legend">
          {t('gate.overrides.environments')}
        </FormLabel>
        <FormGroup row>
          {known.map(name => (
            <FormControlLabel
              key={name}
              label={name}
              control={
                <Checkbox
                  color="primary"
                  checked={environments.includes(name)}
                  required={environments.length === 0}
                  onChange={(_, isChosen) =>
                    setEnvironments(
                      known.filter(each =>
                        each === name ? isChosen : environments.includes(each),
                      ),
                    )
                  }
                />
              }
            />
          ))}
        </FormGroup>
      </FormControl>
      <LabelledSelect
        label={t('gate.overrides.duration')}
        value={String(duration)}
        options={durations.map(seconds => ({
          value: String(seconds),
          label: formatDuration(isoDuration(seconds), language),
        }))}
        onChange={value => setDuration(Number(value))}
      />
      <TextField
        required
        multiline
        minRows={3}
        variant="outlined"
        id="handover-override-reason"
        label={t('gate.overrides.reason')}
        helperText={t('gate.overrides.reasonHelp')}
        value={reason}
        inputProps={{ minLength: 10, maxLength: 2_000 }}
        onChange={event => setReason(event.target.value)}
      />
      <TextField
        variant="outlined"
        id="handover-override-ticket"
        label={t('gate.overrides.ticket')}
        value={ticket}
        inputProps={{ maxLength: 500 }}
        onChange={event => setTicket(event.target.value)}
      />
      <TextField
        variant="outlined"
        id="handover-override-artifact"
        label={t('gate.overrides.artifact')}
        helperText={t('gate.overrides.artifactHelp')}
        value={artifact}
        inputProps={{ maxLength: 300 }}
        onChange={event => setArtifact(event.target.value)}
      />
    </OverrideDialog>
  );
}

function isoDuration(seconds: number): string {
  return seconds % 3_600 === 0
    ? `PT${seconds / 3_600}H`
    : `PT${Math.floor(seconds / 60)}M`;
}

/** A digest is `sha256:…`; everything else is a version. */
function toArtifact(text: string): Artifact {
  return /^sha\d+:/.test(text) ? { digest: text } : { version: text };
}
