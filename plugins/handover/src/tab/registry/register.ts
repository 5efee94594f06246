import type {
  HandoverCell,
  HandoverCellProps,
  HandoverPanel,
  HandoverPanelProps,
  HandoverView,
} from '../../components';

type Definition = HandoverPanel | HandoverCell;

/** A panel or a cell, or the reason why it cannot be shown. */
export type Registered<D extends Definition> = D & { fault?: Error };

/** Marks each definition whose id another one before it already has. */
export function register<D extends Definition>(
  definitions: readonly D[],
): Registered<D>[] {
  const ids = new Set<string>();
  return definitions.map(definition => {
    const { id } = definition;
    if (ids.has(id)) {
      return {
        ...definition,
        fault: new Error(`Another one with the id '${id}' comes before it`),
      };
    }
    ids.add(id);
    return definition;
  });
}

/**
 * The definitions that apply to the view and the document, in their order. One whose filter fails is among
 * them with the reason.
 */
export function applicable<D extends Definition>(
  definitions: readonly Registered<D>[],
  props: D extends HandoverPanel ? HandoverPanelProps : HandoverCellProps,
  defaultOrder: number,
): Registered<D>[] {
  const view: HandoverView = props.incident ? 'incident' : 'document';
  return definitions
    .filter(({ views }) => views === undefined || views.includes(view))
    .filter(
      ({ withoutDocument }) => props.state.document || withoutDocument === true,
    )
    .flatMap((definition): Registered<D>[] => {
      try {
        return definition.filter?.(props) === false ? [] : [definition];
      } catch (error) {
        return [{ ...definition, fault: toError(error) }];
      }
    })
    .sort((a, b) => (a.order ?? defaultOrder) - (b.order ?? defaultOrder));
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
