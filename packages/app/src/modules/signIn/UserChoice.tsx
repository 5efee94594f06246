import {
  Content,
  ErrorPanel,
  Header,
  InfoCard,
  Page,
} from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Grid, makeStyles, Typography } from '@material-ui/core';
import type { ExampleUser } from './exampleUsers';
import { signInTranslationRef } from './translation';

const useStyles = makeStyles({
  list: { padding: 0, listStyle: 'none' },
  item: { display: 'flex' },
});

type UserChoiceProps = {
  users: readonly ExampleUser[];
  /** Why the last choice was refused. */
  error?: Error;
  /** `guest`, or the reference of an example user. */
  onChoose: (choice: string) => void;
};

/** Offers to sign in as the guest, or as one of the example users. */
export const UserChoice = ({ users, error, onChoose }: UserChoiceProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(signInTranslationRef);
  const title = useApi(configApiRef).getString('app.title');
  const card = (props: {
    choice: string;
    name: string;
    role: string;
    button: string;
    label?: string;
  }) => (
    <Grid
      item
      component="li"
      xs={12}
      sm={6}
      md={3}
      className={classes.item}
      key={props.choice}
    >
      <InfoCard
        title={props.name}
        variant="fullHeight"
        actions={
          <Button
            color="primary"
            variant="outlined"
            aria-label={props.label}
            onClick={() => onChoose(props.choice)}
          >
            {props.button}
          </Button>
        }
      >
        <Typography>{props.role}</Typography>
      </InfoCard>
    </Grid>
  );

  return (
    <Page themeId="home">
      <Header title={title} />
      <Content>
        {error && (
          <ErrorPanel
            title={t('failed')}
            // Show the backend's message instead of the generic response error.
            error={error.cause instanceof Error ? error.cause : error}
            defaultExpanded
          />
        )}
        <Grid container component="ul" spacing={2} className={classes.list}>
          {card({
            choice: 'guest',
            name: t('guest'),
            role: t('guestRole'),
            button: t('enter'),
          })}
          {users.map(({ entityRef, name, role }) =>
            card({
              choice: entityRef,
              name,
              role,
              button: t('signIn'),
              label: t('signInAs', { name }),
            }),
          )}
        </Grid>
      </Content>
    </Page>
  );
};
