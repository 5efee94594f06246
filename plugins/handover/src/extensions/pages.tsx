import { Content } from '@backstage/core-components';
import { PageBlueprint } from '@backstage/frontend-plugin-api';
import HandoverIcon from '@material-ui/icons/AssignmentOutlined';
import { pageRouteRef } from '../routes';

export const handoverPage = PageBlueprint.make({
  params: {
    path: '/handover',
    routeRef: pageRouteRef,
    title: 'Handover',
    icon: <HandoverIcon fontSize="inherit" />,
    loader: async () => {
      const { FleetPage } = await import('../page');
      return (
        <main>
          <Content>
            <FleetPage />
          </Content>
        </main>
      );
    },
  },
});
