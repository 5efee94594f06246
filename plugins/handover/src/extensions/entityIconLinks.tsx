import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityIconLinkBlueprint } from '@backstage/plugin-catalog-react/alpha';
import HandoverIcon from '@material-ui/icons/AssignmentOutlined';
import { isHandoverAvailable } from '../availability';
import { useHandoverTranslation } from '../components/useHandoverTranslation';
import { entityContentRouteRef } from '../routes';

export const handoverEntityIconLink = EntityIconLinkBlueprint.makeWithOverrides(
  {
    factory: (originalFactory, { apis }) =>
      originalFactory({
        filter: entity => isHandoverAvailable(entity, { apis }),
        useProps: function useHandoverIconLink() {
          const { t } = useHandoverTranslation();
          const tabPath = useRouteRef(entityContentRouteRef);
          return {
            label: t('card.title'),
            icon: <HandoverIcon />,
            href: tabPath?.(),
            disabled: !tabPath,
          };
        },
      }),
  },
);
