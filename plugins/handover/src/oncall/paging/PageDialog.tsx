import TextField from '@material-ui/core/TextField';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import {
  FieldLink,
  FormDialog,
  useHandoverTranslation,
} from '../../components';
import type { Paging } from './PageButton';
import { MAX_WAIT_SECONDS, usePaging } from './usePaging';

/** That the backend accepts. */
const MAX_MESSAGE = 1_000;

export type PageDialogProps = Paging & {
  entityRef: string;
  onClose: () => void;
};

/**
 * Says whom a page notifies, takes a message and sends it. Stays open until it is
 * known what came of it.
 */
export function PageDialog(props: PageDialogProps) {
  const { entityRef, item, target, title, onClose } = props;
  const { t } = useHandoverTranslation();
  const { state, send } = usePaging(entityRef);
  const [message, setMessage] = useState('');

  if (state.status === 'sent' || state.status === 'unknown') {
    const isSent = state.status === 'sent';
    return (
      <FormDialog
        title={t(isSent ? 'oncall.page.sent' : 'oncall.page.unknown')}
        submit={t('oncall.page.close')}
        isRunning={false}
        cancel="hidden"
        onSubmit={onClose}
        onClose={onClose}
      >
        <Outcome>
          {isSent ? (
            t('oncall.page.sentTo', { title, name: target.name })
          ) : (
            <>
              <div>
                {state.problem ??
                  t('oncall.page.noResponse', {
                    seconds: String(MAX_WAIT_SECONDS),
                  })}
              </div>
              <div>{t('oncall.page.check', { title })}</div>
            </>
          )}
        </Outcome>
        <SystemLink
          url={(isSent && state.page.url) || item.escalationPolicy?.url}
          title={title}
        />
      </FormDialog>
    );
  }

  const isSending = state.status === 'sending';
  return (
    <FormDialog
      title={t('oncall.page.title', { name: target.name })}
      submit={t(isSending ? 'oncall.page.sending' : 'oncall.page.send')}
      isRunning={isSending}
      cancel={isSending ? 'disabled' : undefined}
      error={
        state.status === 'writing' &&
        state.problem !== undefined &&
        t('oncall.page.notSent', { message: state.problem })
      }
      onSubmit={() =>
        void send({
          provider: item.provider,
          target: target.id,
          message: message.trim(),
        })
      }
      onClose={onClose}
    >
      <Effect item={item} target={target} title={title} />
      <TextField
        required
        multiline
        minRows={3}
        variant="outlined"
        id="handover-page-message"
        label={t('oncall.page.message')}
        helperText={t('oncall.page.messageHelp')}
        value={message}
        inputProps={{ maxLength: MAX_MESSAGE }}
        onChange={event => setMessage(event.target.value)}
      />
    </FormDialog>
  );
}

/** What happens when the page is sent. */
function Effect({ item, target, title }: Paging) {
  const { t } = useHandoverTranslation();
  const first = item.levels.find(({ people }) => people.length > 0);
  return (
    <div>
      {t('oncall.page.effect', { title, name: target.name })}{' '}
      {first
        ? t('oncall.page.first', {
            people: first.people.map(({ name }) => name).join(', '),
            level: String(first.level),
          })
        : t('oncall.page.nobody')}{' '}
      {t('oncall.page.contains', { title })}
    </div>
  );
}

/** What came of it, which takes the focus from the button that is gone. */
function Outcome({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div ref={ref} role="status" tabIndex={-1}>
      {children}
    </div>
  );
}

function SystemLink({ url, title }: { url?: string; title: string }) {
  const { t } = useHandoverTranslation();
  return url ? (
    <FieldLink to={url}>{t('oncall.page.open', { title })}</FieldLink>
  ) : null;
}
